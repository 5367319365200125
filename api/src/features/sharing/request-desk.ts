import type { Actor, Outcome } from '#kernel';
import type { Done } from '#ledger/server';
import type {
  BeginRequestBody,
  DraftSaved,
  RequestCommandResult,
  RequestView,
  SaveDraftBody,
} from '#sharing/contracts';
import { CaseCommands, Drafts, RequestCommands, Requests, type CaseCall } from '#sharing/server';
import { found, problemOf } from '../../http/problems/index.ts';

/** Requests and cases as HTTP has them: a stale command brings the view as it is now. */
export class RequestDesk {
  constructor(
    readonly requests: Requests,
    readonly drafts: Drafts,
    readonly commands: RequestCommands,
    private readonly cases: CaseCommands,
  ) {}

  async view(actor: Actor, id: string): Promise<RequestView> {
    return found(await this.requests.view(actor, id));
  }

  async begin(actor: Actor, body: BeginRequestBody): Promise<RequestCommandResult> {
    const draft = await this.settle(actor, undefined, this.drafts.begin(actor, body));
    return { id: draft.id, revision: 0 };
  }

  async copy(actor: Actor, id: string): Promise<RequestCommandResult> {
    const draft = await this.settle(actor, id, this.drafts.copy(actor, id));
    return { id: draft.id, revision: 0 };
  }

  save(actor: Actor, id: string, body: SaveDraftBody): Promise<DraftSaved> {
    return this.settle(actor, id, this.drafts.save(actor, id, body));
  }

  /** A command to the request; the answer names its reference. */
  async give(actor: Actor, id: string, outcome: Promise<Outcome<Done>>): Promise<RequestCommandResult> {
    const done = await this.settle(actor, id, outcome);
    const reference = await this.requests.referenceOf(done.id);
    return { id: done.id, revision: done.revision, ...(reference === undefined ? {} : { reference }) };
  }

  async saved(actor: Actor, id: string, outcome: Promise<Outcome<DraftSaved>>): Promise<RequestCommandResult> {
    const { draftRevision } = await this.settle(actor, id, outcome);
    return { id, revision: draftRevision };
  }

  async giveToCase(call: CaseCall): Promise<RequestCommandResult> {
    const { giver, request, case: id } = call;
    const outcome = await this.cases.give(call);
    if (outcome.ok) return { id, revision: outcome.value.revision };
    const stale = outcome.refusals.some(({ code }) => code === 'ledger.stale');
    const current = stale
      ? ((await this.requests.viewCase(giver.actor, request, id)) ?? (await this.requests.view(giver.actor, request)))
      : undefined;
    throw problemOf(outcome.refusals, { current });
  }

  async settle<Value>(actor: Actor, id: string | undefined, outcome: Promise<Outcome<Value>>): Promise<Value> {
    const result = await outcome;
    if (result.ok) return result.value;
    const stale = result.refusals.some(({ code }) => code === 'ledger.stale');
    const current = stale && id !== undefined ? await this.requests.view(actor, id) : undefined;
    throw problemOf(result.refusals, { current });
  }
}
