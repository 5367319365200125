import { sharedDatasets } from '#catalogue/server';
import { accepted, isUuid, refusal, refused, uuidv7, type Actor, type Outcome, type PersonActor } from '#kernel';
import { readersOf, unseen } from '#ledger/server';
import type { Database, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Storage } from '#platform/storage';
import type { BasketItemInput, BeginRequestBody, DraftSaved, SaveDraftBody } from '#sharing/contracts';
import type { Answers, BasketItem, RequestContent } from '#sharing/domain';
import { submissionKey } from '#sharing/domain';
import { forgetEvidenceOf } from '../evidence/index.ts';
import type { Draft } from './draft.ts';
import { requestState, writesDraft } from './draft-access.ts';
import { draftById, lockDraft, removeDraft, writeDraft } from './draft-rows.ts';

export const stale = refusal(
  'ledger.stale',
  'Somebody saved this after you opened it. Nothing you typed is lost: both are brought together, then it is saved again.',
  'draftRevision',
);
const notSignedIn = refusal('organisations.not-signed-in', 'Sign in first. What you typed is still on the page.');
const mostDrafts = 100;

type Written = Outcome<Draft>;

/** What people write before they submit: kept at once, valid or not, and seen by nobody else. */
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly storage: Pick<Storage, 'remove'>,
  ) {}

  /** Begins a draft, for the organisation acted for or for oneself. */
  async begin(actor: Actor, body: BeginRequestBody): Promise<Written> {
    if (actor.kind !== 'person') return refused(notSignedIn);
    const faults = await this.faultsOfBasket(
      actor,
      body.datasets.map((dataset) => ({ dataset, columns: [] })),
    );
    if (faults.length > 0) return refused(...faults);
    const at = this.clock.now();
    const draft: Draft = {
      id: uuidv7(at.getTime()),
      revision: 1,
      author: actor.person,
      ...(actor.actingFor === undefined ? {} : { organisation: actor.actingFor }),
      people: [actor.person],
      basket: [...new Set(body.datasets)].map((dataset) => ({ dataset, columns: [] })),
      answers: body.title === undefined || body.title === '' ? {} : { title: body.title },
      savedAt: at,
      savedBy: actor.person,
    };
    return this.keepNew(draft);
  }

  /** A new draft with the answers and the basket of a request that the actor asks with. */
  async copy(actor: Actor, id: string): Promise<Written> {
    const source = isUuid(id) ? await this.readable(actor, id) : undefined;
    if (!source || actor.kind !== 'person') return refused(unseen);
    const at = this.clock.now();
    const { basket, organisation } = source;
    // Files stay with the request that they were given to.
    const answers = Object.fromEntries(Object.entries(source.answers).filter(([, answer]) => !holdsFiles(answer)));
    return this.keepNew({
      id: uuidv7(at.getTime()),
      revision: 1,
      author: actor.person,
      ...(organisation === undefined ? {} : { organisation }),
      people: [actor.person],
      basket,
      answers,
      savedAt: at,
      savedBy: actor.person,
    });
  }

  /** Saves what was typed: what is named changes, the rest stays. */
  async save(actor: Actor, id: string, body: SaveDraftBody): Promise<Outcome<DraftSaved>> {
    const faults = body.basket && isUuid(id) ? await this.faultsOfBasket(actor, body.basket, id) : [];
    return this.change(actor, id, body.draftRevision, (draft) => {
      if (faults.length > 0) return refused(...faults);
      return accepted({
        ...draft,
        basket: body.basket ? body.basket.map(basketItem) : draft.basket,
        answers: patched(draft.answers, body.answers ?? {}),
      });
    });
  }

  /** A colleague helps to write; they must have an account here. */
  async invite(
    actor: Actor,
    id: string,
    { revision, email }: { readonly revision: number; readonly email: string },
  ): Promise<Outcome<DraftSaved>> {
    const [found] = await this.database.rows<{ id: string }>(
      'select id from person where lower(email) = lower($1) and not closed',
      [email],
    );
    const draft = isUuid(id) ? await draftById(this.database, id) : undefined;
    const fault = draft && found ? await this.faultOfColleague(draft, found.id) : undefined;
    return this.change(actor, id, revision, (current) => {
      if (!found) {
        return refused(
          refusal(
            'sharing.colleague-unknown',
            'Nobody here has this address. Ask them to get an account first.',
            'email',
          ),
        );
      }
      if (fault) return refused(fault);
      return accepted({ ...current, people: [...new Set([...current.people, found.id])] });
    });
  }

  uninvite(
    actor: Actor,
    id: string,
    { revision, person }: { readonly revision: number; readonly person: string },
  ): Promise<Outcome<DraftSaved>> {
    return this.change(actor, id, revision, (draft) =>
      person === draft.author
        ? refused(refusal('sharing.author-stays', 'Whoever began it stays. Delete the draft instead.', 'person'))
        : accepted({ ...draft, people: draft.people.filter((one) => one !== person) }),
    );
  }

  /** Deletes what was never submitted. */
  async remove(actor: Actor, id: string, revision: number): Promise<Outcome<{ readonly id: string }>> {
    if (!isUuid(id)) return refused(unseen);
    let files: readonly string[] = [];
    const outcome = await this.database.transaction(async (transaction): Promise<Outcome<{ readonly id: string }>> => {
      const draft = await lockDraft(transaction, id);
      const request = await requestState(transaction, id);
      if (!draft || !writesDraft(actor, draft, request)) return refused(unseen);
      if (request) {
        return refused(refusal('sharing.submitted-already', 'It is submitted: withdraw it instead of deleting it.'));
      }
      if (draft.revision !== revision) return refused(stale);
      await removeDraft(transaction, id);
      files = await forgetEvidenceOf(transaction, id);
      return accepted({ id });
    });
    // After the commit: a file that is still named is never removed.
    for (const file of files) await this.storage.remove(file);
    return outcome;
  }

  private async keepNew(draft: Draft): Promise<Written> {
    const [row] = await this.database.rows<{ count: number }>(
      `select count(*)::integer as count from request_draft where author = $1
         and not exists (select from sharing_request where sharing_request.id = request_draft.id)`,
      [draft.author],
    );
    if ((row?.count ?? 0) >= mostDrafts) {
      return refused(refusal('sharing.too-many-drafts', `You have ${mostDrafts} drafts. Delete some first.`));
    }
    await this.database.transaction((transaction) => writeDraft(transaction, draft));
    return accepted(draft);
  }

  private async change(
    actor: Actor,
    id: string,
    revision: number,
    work: (draft: Draft) => Outcome<Draft>,
  ): Promise<Outcome<DraftSaved>> {
    if (!isUuid(id)) return refused(unseen);
    return this.database.transaction(async (transaction) => {
      const draft = await lockDraft(transaction, id);
      if (!draft || !writesDraft(actor, draft, await requestState(transaction, id))) return refused(unseen);
      if (draft.revision !== revision) return refused(stale);
      const changed = work(draft);
      if (!changed.ok) return changed;
      return accepted(await this.write(transaction, actor, changed.value));
    });
  }

  private async write(transaction: Transaction, actor: PersonActor, draft: Draft): Promise<DraftSaved> {
    const savedAt = this.clock.now();
    const draftRevision = draft.revision + 1;
    await writeDraft(transaction, { ...draft, revision: draftRevision, savedAt, savedBy: actor.person });
    return { id: draft.id, draftRevision, savedAt: savedAt.toISOString() };
  }

  /** Only what the actor may see can be put in; what a draft holds already may stay, whatever became of it. */
  private async faultsOfBasket(actor: Actor, basket: readonly { readonly dataset: string }[], id?: string) {
    const held = new Set(
      (id === undefined ? undefined : await draftById(this.database, id))?.basket.map((one) => one.dataset),
    );
    const added = basket.map(({ dataset }) => dataset).filter((dataset) => !held.has(dataset));
    const known = await sharedDatasets(this.database, added, readersOf(actor));
    return added.flatMap((dataset) => {
      const shared = known.get(dataset);
      if (!shared)
        return [refusal('sharing.dataset-unknown', 'There is no such dataset that you may see.', `basket.${dataset}`)];
      return shared.requestable
        ? []
        : [
            refusal(
              'sharing.dataset-not-requestable',
              `“${shared.title}” cannot be asked for here.`,
              `basket.${dataset}`,
            ),
          ];
    });
  }

  private async faultOfColleague(draft: Draft, person: string) {
    if (draft.organisation === undefined) return undefined;
    const [member] = await this.database.rows(
      'select id from membership where person = $1 and organisation = $2 and not ended',
      [person, draft.organisation],
    );
    return member
      ? undefined
      : refusal('sharing.colleague-elsewhere', 'They are not a member of the organisation that asks.', 'email');
  }

  private async readable(
    actor: Actor,
    id: string,
  ): Promise<Pick<Draft, 'basket' | 'answers' | 'organisation'> | undefined> {
    const draft = await draftById(this.database, id);
    const request = await requestState(this.database, id);
    if (draft && writesDraft(actor, draft, request)) return draft;
    const [row] = request
      ? await this.database.rows<{ content: RequestContent }>('select content from sharing_request where id = $1', [id])
      : [];
    const words = row?.content[submissionKey(request?.submissions ?? 1)];
    if (!draft || !request || !words || !writesDraft(actor, draft, { ...request, withdrawn: false })) return undefined;
    return { ...draft, basket: words.basket, answers: words.answers as Answers };
  }
}

const holdsFiles = (answer: unknown): boolean =>
  Array.isArray(answer) && answer.some((part) => typeof part === 'object' && part !== null);

const basketItem = ({ dataset, columns, fields, rows, whole }: BasketItemInput): BasketItem => ({
  dataset,
  columns: [...new Map(columns.map((column) => [column.column, column])).values()],
  ...(fields === undefined || fields === '' ? {} : { fields }),
  ...(rows === undefined || rows === '' ? {} : { rows }),
  ...(whole ? { whole } : {}),
});

function patched(answers: Answers, patch: Readonly<Record<string, Answers[string] | null>>): Answers {
  const next: Record<string, Answers[string]> = { ...answers };
  for (const [question, answer] of Object.entries(patch)) {
    if (answer === null) delete next[question];
    else next[question] = answer;
  }
  return next;
}
