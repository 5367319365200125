import { accepted, isUuid, refused, type Actor, type Outcome } from '#kernel';
import { unseen, type Door, type Done, type IdempotentCall } from '#ledger/server';
import type { Database, Transaction } from '#platform/database';
import { caseCommandBodies, type CaseCommandAddress, type CaseCommandBody } from '#sharing/contracts';
import {
  beforeForce,
  boardOf,
  screenedLane,
  submissionKey,
  type Answers,
  type Case,
  type CaseCommand,
  type CaseCommandName,
  type RequestContent,
  type SharingRequest,
} from '#sharing/domain';
import type { Giver } from '../requests/request-commands.ts';
import type { AgreementAggregate } from '../agreements/agreement-aggregate.ts';
import type { CaseAggregate } from './case-aggregate.ts';
import { scheduleMachine } from './schedule-machine.ts';

/** The command of the rules behind each address. */
export const commandNames: Readonly<Record<CaseCommandAddress, CaseCommandName>> = {
  validate: 'validate-case',
  'raise-lane': 'raise-lane',
  'lower-lane': 'lower-lane',
  'ask-advice': 'ask-advice',
  advise: 'give-advice',
  'go-on-without-advice': 'go-on-without-advice',
  accept: 'accept-risk',
  decide: 'decide-case',
  refuse: 'refuse-case',
  redirect: 'redirect-case',
  return: 'return-case',
  'hand-over-submission': 'hand-over-submission',
  hold: 'hold-case',
  resume: 'resume-case',
  withdraw: 'withdraw-case',
  reopen: 'reopen-case',
  rescind: 'rescind-decision',
  'extend-deadline': 'extend-deadline',
  assign: 'assign-task',
  'declare-conflict': 'declare-conflict',
  'open-sample': 'open-sample',
  'ask-review': 'ask-review',
  'conclude-review': 'conclude-review',
  'accept-forms': 'accept-forms',
  'decline-forms': 'decline-forms',
};

/** The address of a command of the rules; undefined for those that have none of their own. */
export const addressOfCommand = (command: CaseCommandName): CaseCommandAddress | undefined =>
  (Object.keys(commandNames) as CaseCommandAddress[]).find((address) => commandNames[address] === command);

/** A command to a case as it came over HTTP. */
export interface CaseCall<Name extends CaseCommandAddress = CaseCommandAddress> {
  readonly giver: Giver;
  readonly request: string;
  readonly case: string;
  readonly name: Name;
  readonly body: CaseCommandBody<Name>;
}

interface Given {
  readonly request: string;
  readonly id: string;
  readonly revision: number;
  readonly retry: IdempotentCall | undefined;
}

/** From what a client sends to what the door takes. */
export class CaseCommands {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly aggregates: { readonly cases: CaseAggregate; readonly agreements: AgreementAggregate },
  ) {}

  async give({ giver, request, case: id, name, body }: CaseCall): Promise<Outcome<Done>> {
    if (!isUuid(request) || !isUuid(id) || !(name in caseCommandBodies)) return refused(unseen);
    const { revision, actingFor: _, ...rest } = body;
    const { actor, idempotencyKey: key } = giver;
    const retry = key === undefined ? undefined : { key, call: { id, name, body } };
    const given = { request, id, revision, retry };
    if (isPlain(name) && namesOrganisation(actor)) {
      return this.perform(actor, { type: commandNames[name], ...rest } as CaseCommand, given);
    }
    const subject = await this.caseById(request, id);
    if (!subject) return refused(unseen);
    const command = await this.commandOf(name, subject, rest);
    return command.ok ? this.perform(actingIn(actor, subject), command.value, given) : command;
  }

  private perform(actor: Actor, command: CaseCommand, { request, id, revision, retry }: Given): Promise<Outcome<Done>> {
    const aggregate = within(this.aggregates.cases, request);
    if (!undoesDecision(command)) {
      return this.door.execute(aggregate, actor, { ...(retry ? { retry } : {}), id, revision, command });
    }
    // Terms that nobody is bound by yet fall with the decision that they were drafted from.
    return this.door.together(actor, retry, async (transaction) => {
      const item = { id, revision, command };
      const [done = refused(unseen)] = await this.door.perform(transaction, aggregate, actor, [item]);
      return done.ok ? ((await this.abandonTerms(transaction, id)) ?? done) : done;
    });
  }

  /** @returns a refusal, where the terms could not be let go */
  private async abandonTerms(transaction: Transaction, id: string): Promise<Outcome<Done> | undefined> {
    const rows = await transaction.rows<{ id: string }>(
      `select id from agreement where case_id = $1 and status = any($2::text[]) for update`,
      [id, beforeForce],
    );
    const items = rows.map((row) => ({ ...row, command: { type: 'abandon-agreement' } as const }));
    if (items.length === 0) return undefined;
    const outcomes = await this.door.perform(transaction, this.aggregates.agreements, scheduleMachine, items);
    return outcomes.find((outcome) => !outcome.ok);
  }

  private async caseById(request: string, id: string): Promise<Case | undefined> {
    const [row] = await this.database.rows<{ state: Case }>(
      'select state from sharing_case where id = $1 and request = $2',
      [id, request],
    );
    return row?.state;
  }

  private async commandOf(name: CaseCommandAddress, subject: Case, body: object): Promise<Outcome<CaseCommand>> {
    if (!isPlain(name)) return this.handOver(subject);
    return accepted({ type: commandNames[name], ...body } as CaseCommand);
  }

  /** The newest submission, for a case that judges an older one. */
  private async handOver(subject: Case): Promise<Outcome<CaseCommand>> {
    const [row] = await this.database.rows<{ state: SharingRequest; content: RequestContent }>(
      'select state, content from sharing_request where id = $1',
      [subject.request],
    );
    if (!row) return refused(unseen);
    const submission = row.state.submissions;
    const words = row.content[submissionKey(submission)];
    const answers = (words?.answers ?? {}) as Answers;
    const asked = new Map(words?.basket.map((item) => [item.dataset, item]));
    return accepted({
      type: 'hand-over-submission',
      submission,
      lane: screenedLane(answers),
      care: answers['care'] === true,
      people: row.state.people,
      datasets: subject.datasets.map(({ dataset, columns, described, whole }) => {
        const item = asked.get(dataset);
        if (!item) return { dataset, columns, described, whole };
        return {
          dataset,
          columns: item.columns.map(({ column }) => column),
          described: (item.fields ?? '').trim() !== '',
          whole: whole || item.whole === true,
        };
      }),
    });
  }
}

/** Whether the decision falls by it: taken back, or changed by a review. */
const undoesDecision = (command: CaseCommand): boolean =>
  command.type === 'rescind-decision' || (command.type === 'conclude-review' && command.result === 'changed');

/** Whether all of the command came with the call; the newest submission is looked up. */
const isPlain = (name: CaseCommandAddress): boolean => name !== 'hand-over-submission';

const namesOrganisation = (actor: Actor): boolean => actor.kind !== 'person' || actor.actingFor !== undefined;

/** The cases of one request: one that belongs to another is not found there. */
const within = (aggregate: CaseAggregate, request: string): CaseAggregate => ({
  ...aggregate,
  load: async (transaction, ids) =>
    new Map([...(await aggregate.load(transaction, ids))].filter(([, { state }]) => state.request === request)),
});

/** One who belongs to both sides and names neither acts for the side that the case finds first: those who ask. */
const actingIn = (actor: Actor, subject: Case): Actor => {
  if (actor.kind !== 'person' || actor.actingFor !== undefined) return actor;
  const belongs = (organisation: string | undefined): boolean =>
    actor.memberships.some((membership) => membership.organisation === organisation);
  if (belongs(subject.asker.organisation)) return { ...actor, actingFor: subject.asker.organisation };
  if (belongs(subject.organisation)) return { ...actor, actingFor: subject.organisation };
  const board = boardOf(actor, subject);
  return board === undefined ? actor : { ...actor, actingFor: board };
};
