import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import {
  accepted,
  isUuid,
  localDate,
  refusal,
  refused,
  uuidv7,
  type Actor,
  type Outcome,
  type PersonActor,
} from '#kernel';
import { unseen, type Door, type Done, type IdempotentCall } from '#ledger/server';
import type { Queries, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { ResubmitRequestBody, SubmitRequestBody } from '#sharing/contracts';
import {
  screenedLane,
  type AnswerCase,
  type Case,
  type CaseCommand,
  type OpenCase,
  type QuestionSet,
  type RequestCase,
  type RequestCommand,
  type SharingRequest,
  type Submission,
} from '#sharing/domain';
import type { CaseAggregate } from '../cases/case-aggregate.ts';
import { lockDraft, requestState, stale, writesDraft, type Draft } from '../drafts/index.ts';
import { evidenceOf, lockEvidence } from '../evidence/index.ts';
import type { RequestAggregate } from './request-aggregate.ts';
import { filesIn, submissionOf } from './submission.ts';

/** Who gives a command, and the client's own name for the call, if any. */
export interface Giver {
  readonly actor: Actor;
  readonly idempotencyKey?: string;
}

/** What submitting needs of other parts of this feature. */
export interface SubmissionSources {
  /** The default set and the newest own sets of these organisations. */
  questionSetsFor(queries: Queries, organisations: readonly string[]): Promise<readonly QuestionSet[]>;
}

/** What one submission is made of. */
interface Prepared {
  readonly draft: Draft;
  readonly submission: Submission;
  readonly datasets: ReadonlyMap<string, SharedDataset>;
}

interface StoredCase {
  readonly id: string;
  readonly revision: number;
  readonly state: Case;
}

const fileGone = refusal(
  'sharing.file-gone',
  'A file that your answers name is not here any more. Add it again, or take it out.',
  'answers',
);

/** Cases that a requester may still withdraw: what is decided stands, and so does a review of it. */
const isUndecided = ({ state, review }: Case): boolean =>
  ['open', 'returned', 'on-hold'].includes(state) || (state === 'under-review' && review?.from === 'open');

/** Commands to a request, with what they change in its cases at once. */
export class RequestCommands {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly aggregates: { readonly requests: RequestAggregate; readonly cases: CaseAggregate },
    private readonly sources: SubmissionSources,
  ) {}

  /** Submits for the first time: the request and a case for each owner begin, in one transaction. */
  submit(giver: Giver, id: string, body: SubmitRequestBody): Promise<Outcome<Done>> {
    return this.together(giver, { id, command: 'submit', body }, async (transaction) => {
      const prepared = await this.prepare(transaction, giver.actor, id, body.draftRevision);
      if (!prepared.ok) return prepared;
      if (await requestState(transaction, id)) return refused(stale);
      const { draft, submission } = prepared.value;
      const actor = actingFor(giver.actor, draft.organisation);
      const owners = [...new Set(submission.datasets.map(({ organisation }) => organisation))];
      const cases: RequestCase[] = owners.map((organisation) => ({ case: this.newId(), organisation }));
      const reference = await this.nextReference(transaction);
      const unit = unitOf(actor, draft.organisation);
      const command: RequestCommand = {
        type: 'submit-request',
        id,
        reference,
        people: draft.people,
        ...(draft.organisation === undefined ? {} : { organisation: draft.organisation }),
        ...(unit === undefined ? {} : { unit }),
        submission,
        cases,
        declared: body.declaration,
      };
      const [done] = await this.door.perform(transaction, this.aggregates.requests, actor, [{ id, command }]);
      if (!done?.ok) return done ?? refused(unseen);
      const opening = cases.map((one) => ({
        id: one.case,
        command: openCase(prepared.value, one, actor, { request: id, reference }),
      }));
      const opened = await this.door.perform(transaction, this.aggregates.cases, actor, opening);
      return allHold(opened, done);
    });
  }

  /** Submits new answers, for the cases named: those go back to the stage they came from. */
  resubmit(giver: Giver, id: string, body: ResubmitRequestBody): Promise<Outcome<Done>> {
    return this.together(giver, { id, command: 'resubmit', body }, async (transaction) => {
      const prepared = await this.prepare(transaction, giver.actor, id, body.draftRevision);
      if (!prepared.ok) return prepared;
      const { draft, submission } = prepared.value;
      const actor = actingFor(giver.actor, draft.organisation);
      const command: RequestCommand = {
        type: 'resubmit-request',
        people: draft.people,
        submission,
        cases: body.cases,
        declared: body.declaration,
      };
      const item = { id, revision: body.revision, command };
      const [done] = await this.door.perform(transaction, this.aggregates.requests, actor, [item]);
      if (!done?.ok) return done ?? refused(unseen);
      const request = await requestState(transaction, id);
      const number = request?.submissions ?? 1;
      const stored = (await lockCases(transaction, id)).filter((one) => body.cases.includes(one.id));
      const answering = stored.map((one) => ({
        id: one.id,
        revision: one.revision,
        command: answerCase(prepared.value, one.state, number),
      }));
      const answered = await this.door.perform(transaction, this.aggregates.cases, actor, answering);
      const opened = request ? await this.openMore(transaction, actor, request, prepared.value) : [];
      return allHold([...answered, ...opened], done);
    });
  }

  /** Cases for owners whose data the new answers ask for besides. */
  private async openMore(
    transaction: Transaction,
    actor: Actor,
    request: SharingRequest,
    prepared: Prepared,
  ): Promise<readonly Outcome<Done>[]> {
    const known = new Set(request.cases.map(({ organisation }) => organisation));
    const owners = new Set(prepared.submission.datasets.map(({ organisation }) => organisation));
    const outcomes: Outcome<Done>[] = [];
    for (const organisation of [...owners].filter((owner) => !known.has(owner))) {
      const added: RequestCase = { case: this.newId(), organisation };
      const [row] = await transaction.rows<{ revision: number }>('select revision from sharing_request where id = $1', [
        request.id,
      ]);
      const item = { id: request.id, revision: row?.revision, command: { type: 'add-case', case: added } as const };
      outcomes.push(...(await this.door.perform(transaction, this.aggregates.requests, actor, [item])));
      const { id, reference, submissions } = request;
      const command = { ...openCase(prepared, added, actor, { request: id, reference }), submission: submissions };
      outcomes.push(
        ...(await this.door.perform(transaction, this.aggregates.cases, actor, [{ id: added.case, command }])),
      );
    }
    return outcomes;
  }

  /** Withdraws the request: every case that is not closed is withdrawn; decided ones stand. */
  withdraw(giver: Giver, id: string, revision: number): Promise<Outcome<Done>> {
    return this.together(giver, { id, command: 'withdraw', revision }, async (transaction) => {
      const actor = actingFor(giver.actor, (await requestState(transaction, id))?.organisation);
      const item = { id, revision, command: { type: 'withdraw-request' } as const };
      const [done] = await this.door.perform(transaction, this.aggregates.requests, actor, [item]);
      if (!done?.ok) return done ?? refused(unseen);
      const open = (await lockCases(transaction, id)).filter(({ state }) => isUndecided(state));
      const withdrawing = open.map((one) => ({
        id: one.id,
        revision: one.revision,
        command: { type: 'withdraw-case' } as const,
      }));
      return allHold(await this.door.perform(transaction, this.aggregates.cases, actor, withdrawing), done);
    });
  }

  takeOver(giver: Giver, id: string, revision: number): Promise<Outcome<Done>> {
    return this.together(giver, { id, command: 'take-over', revision }, async (transaction) => {
      const actor = actingFor(giver.actor, (await requestState(transaction, id))?.organisation);
      const item = { id, revision, command: { type: 'take-over-request' } as const };
      const [done] = await this.door.perform(transaction, this.aggregates.requests, actor, [item]);
      if (!done?.ok) return done ?? refused(unseen);
      // Each case must know who asks: nobody who does decides.
      const cases = await lockCases(transaction, id);
      const noting = cases.map((one) => ({
        id: one.id,
        revision: one.revision,
        command: { type: 'note-asker' } as const,
      }));
      return allHold(await this.door.perform(transaction, this.aggregates.cases, actor, noting), done);
    });
  }

  /** Yes, ask where the data is held: a case is opened there, nothing is typed again. */
  followRedirect(
    giver: Giver,
    id: string,
    body: { readonly revision: number; readonly case: string },
  ): Promise<Outcome<Done>> {
    return this.together(giver, { id, command: 'follow-redirect', body }, async (transaction) => {
      const request = await requestState(transaction, id);
      const from = (await lockCases(transaction, id)).find((one) => one.id === body.case);
      const redirect = from?.state.redirect;
      if (!request || !from || !redirect?.organisation) return refused(unseen);
      const actor = actingFor(giver.actor, request.organisation);
      const added: RequestCase = { case: this.newId(), organisation: redirect.organisation };
      const item = { id, revision: body.revision, command: { type: 'add-case', case: added } as const };
      const [done] = await this.door.perform(transaction, this.aggregates.requests, actor, [item]);
      if (!done?.ok) return done ?? refused(unseen);
      const noted = { type: 'note-redirect-followed', case: added.case } as const;
      const command = await followed(transaction, from.state, added, redirect.datasets);
      const outcomes = [
        ...(await this.door.perform(transaction, this.aggregates.cases, actor, [
          { id: from.id, revision: from.revision, command: noted },
        ])),
        ...(await this.door.perform(transaction, this.aggregates.cases, actor, [{ id: added.case, command }])),
      ];
      return allHold(outcomes, done);
    });
  }

  private async together(
    { actor, idempotencyKey: key }: Giver,
    call: { readonly id: string; readonly command: string; readonly body?: object; readonly revision?: number },
    work: (transaction: Transaction) => Promise<Outcome<Done>>,
  ): Promise<Outcome<Done>> {
    if (!isUuid(call.id)) return refused(unseen);
    const retry: IdempotentCall | undefined = key === undefined ? undefined : { key, call };
    return this.door.together(actor, retry, work);
  }

  private async prepare(
    transaction: Transaction,
    actor: Actor,
    id: string,
    revision: number,
  ): Promise<Outcome<Prepared>> {
    const draft = await lockDraft(transaction, id);
    if (!draft || !writesDraft(actor, draft, await requestState(transaction, id))) return refused(unseen);
    if (draft.revision !== revision) return refused(stale);
    const datasets = await sharedDatasets(
      transaction,
      draft.basket.map(({ dataset }) => dataset),
    );
    const owners = [...new Set([...datasets.values()].map(({ organisation }) => organisation.id))];
    const sets = await this.sources.questionSetsFor(transaction, owners);
    // Nobody adds or removes a file between its being named and its being kept.
    await lockEvidence(transaction, id);
    const files = await evidenceOf(transaction, id);
    const known = new Set(files.map((file) => file.id));
    if (filesIn(draft.answers).some((file) => !known.has(file))) return refused(fileGone);
    const submission = submissionOf(draft, datasets, sets, files);
    return accepted({ draft, submission, datasets });
  }

  private async nextReference(transaction: Transaction): Promise<string> {
    const [row] = await transaction.rows<{ number: string }>(`select nextval('request_reference') as number`);
    const year = localDate(this.clock.now().toISOString()).slice(0, 4);
    return `WL-${year}-${String(row?.number ?? '').padStart(4, '0')}`;
  }

  private newId(): string {
    return uuidv7(this.clock.now().getTime());
  }
}

/** The same person, acting for the organisation that asks. */
const actingFor = (actor: Actor, organisation: string | undefined): Actor =>
  actor.kind === 'person' && organisation !== undefined && actor.actingFor === undefined
    ? { ...actor, actingFor: organisation }
    : actor;

const unitOf = (actor: Actor, organisation: string | undefined): string | undefined =>
  actor.kind === 'person' ? actor.memberships.find((one) => one.organisation === organisation)?.unit : undefined;

/** All outcomes of what belongs together, or the first refusal among them. */
const allHold = (outcomes: readonly Outcome<Done>[], done: Outcome<Done>): Outcome<Done> =>
  outcomes.find((outcome) => !outcome.ok) ?? done;

const lockCases = (transaction: Transaction, request: string): Promise<StoredCase[]> =>
  transaction.rows<StoredCase>(
    'select id, revision, state from sharing_case where request = $1 order by id for update',
    [request],
  );

/** Areas of health and social care: their data needs Caldicott advice whatever the answers say. */
const careAreas = /health|social-care/;

const isCare = ({ submission, datasets }: Prepared, organisation: string): boolean =>
  submission.words.answers['care'] === true ||
  [...datasets.values()].some(
    (dataset) => dataset.organisation.id === organisation && dataset.subjectAreas.some((area) => careAreas.test(area)),
  );

const askedIn = ({ submission }: Prepared, organisation: string) =>
  submission.datasets
    .filter((one) => one.organisation === organisation)
    .map(({ dataset, columns, described, whole }) => ({ dataset, columns, described, whole }));

function openCase(
  prepared: Prepared,
  { case: id, organisation }: RequestCase,
  actor: Actor,
  { request, reference }: { readonly request: string; readonly reference: string },
): OpenCase {
  const { draft, submission } = prepared;
  const person = (actor as PersonActor).person;
  const unit = unitOf(actor, draft.organisation);
  return {
    type: 'open-case',
    id,
    request,
    reference,
    organisation,
    asker: {
      person,
      people: [...new Set([person, ...draft.people])],
      ...(draft.organisation === undefined ? {} : { organisation: draft.organisation }),
      ...(unit === undefined ? {} : { unit }),
    },
    datasets: askedIn(prepared, organisation),
    submission: 1,
    lane: screenedLane(submission.words.answers as Draft['answers']),
    care: isCare(prepared, organisation),
  };
}

const answerCase = (prepared: Prepared, subject: Case, submission: number): AnswerCase => ({
  type: 'answer-case',
  submission,
  lane: screenedLane(prepared.submission.words.answers as Draft['answers']),
  care: isCare(prepared, subject.organisation),
  datasets: askedIn(prepared, subject.organisation),
  people: prepared.draft.people,
});

/** The case at the organisation that holds the data: the same request, all that it lists, in words where it lists nothing. */
async function followed(
  transaction: Transaction,
  from: Case,
  { case: id, organisation }: RequestCase,
  datasets: readonly string[],
): Promise<CaseCommand> {
  const shared = await sharedDatasets(transaction, datasets);
  return {
    type: 'open-case',
    id,
    request: from.request,
    reference: from.reference,
    organisation,
    asker: from.asker,
    datasets: datasets.map((dataset) => ({
      dataset,
      columns: [],
      described: (shared.get(dataset)?.columns.length ?? 0) > 0,
      whole: shared.get(dataset)?.columns.length === 0,
    })),
    submission: from.submission,
    lane: from.lane,
    care: from.care,
    arrivedOn: from.legalFrom ?? from.arrivedOn,
  };
}
