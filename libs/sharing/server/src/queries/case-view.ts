import { isUuid, localDate } from '#kernel';
import { readersOf } from '#ledger/server';
import { profileOf } from '#organisations/server';
import type { Queries } from '#platform/database';
import type { CaseView } from '#sharing/contracts';
import {
  answerTo,
  caseStandingsOf,
  differencesOf,
  sampleOf,
  flagsOf,
  sideOf,
  submissionKey,
  type Answers,
  type BasketItem,
  type QuestionSet,
  type RecordCodes,
} from '#sharing/domain';
import { answeredSections } from './answered-sections.ts';
import { askedDatasetView } from './asked-datasets.ts';
import {
  readCases,
  requestById,
  type CaseReading,
  type Reader,
  type StoredCase,
  type StoredRequest,
} from './case-reading.ts';
import { caseSummaryOf } from './case-summary.ts';
import { decisionViewOf, type DecisionFacts } from './decision-view.ts';
import { precedentsOf } from './precedents.ts';
import { proposedRecord, proposedRegime } from './proposed-record.ts';
import { profileLines } from './profile-lines.ts';
import { labelsOf } from './request-view.ts';
import { adviceViewsOf, taskViewsOf } from './task-views.ts';
import { timelineOf } from './timeline.ts';

interface Addressed {
  readonly request: string;
  readonly case: string;
}

/** The review screen, for those who work on the case and for boards; undefined for everybody else. */
export async function viewCase(reader: Reader, address: Addressed): Promise<CaseView | undefined> {
  const { queries, sources, actor } = reader;
  if (!isUuid(address.request) || !isUuid(address.case)) return undefined;
  const [stored, request] = await Promise.all([caseById(queries, address), requestById(queries, address.request)]);
  if (!stored || !request) return undefined;
  // One who stands on both sides reads the requester's page; acting for the owner is a choice of its own.
  const standings = caseStandingsOf(actor, stored.state).filter((standing) => standing !== 'requester');
  const side = sideOf(standings);
  if (side !== 'owner' && side !== 'board') return undefined;
  const seen = { ...reader, stored, request, side } as const;
  const [reading, sets, beside] = await Promise.all([
    readCases(reader, [stored], request.state),
    sources.questionSets(queries, request.state.questionSets),
    readBeside(seen),
  ]);
  const view = { ...seen, reading, sets, beside };
  const head = headOf(view);
  const passesOn = side === 'owner' && head.allowedCommands.includes('redirect');
  return { ...head, ...bodyOf(view), elsewhere: passesOn ? await elsewhereOf(view) : [] };
}

async function caseById(queries: Queries, address: Addressed): Promise<StoredCase | undefined> {
  const [row] = await queries.rows<StoredCase>(
    'select id, revision, state, content from sharing_case where id = $1 and request = $2',
    [address.case, address.request],
    'case-of-request',
  );
  return row;
}

interface Seen extends Reader {
  readonly stored: StoredCase;
  readonly request: StoredRequest;
  readonly side: 'owner' | 'board';
}

interface Viewing extends Seen {
  readonly reading: CaseReading;
  readonly sets: readonly QuestionSet[];
  readonly beside: Beside;
}

/** What stands on the screen beside the case itself. */
type Beside = Awaited<ReturnType<typeof readBeside>>;

async function readBeside(seen: Seen) {
  const { queries, sources, stored, request, side } = seen;
  const { organisation } = stored.state.asker;
  const purposeClass = answerTo(answersOf(seen), 'purpose-class');
  const inside = side === 'owner';
  const today = localDate(sources.clock.now().toISOString());
  const [decisions, profile, precedents, timeline] = await Promise.all([
    decisionFactsOf(queries, stored),
    inside && organisation !== undefined ? profileOf(queries, organisation, today) : undefined,
    inside ? precedentsOf(queries, stored, typeof purposeClass === 'string' ? purposeClass : undefined) : [],
    timelineOf({ queries, request: request.id, cases: [stored.id], side, messagesOf: sources.messagesOf }),
  ]);
  return { decisions, profile, precedents, timeline };
}

const wordsOf = ({ request, stored }: Seen, number = stored.state.submission) => request.content[submissionKey(number)];

const answersOf = (seen: Seen, number?: number): Answers => (wordsOf(seen, number)?.answers ?? {}) as Answers;

function headOf(view: Viewing) {
  const { stored, request, reading, side, sets, beside } = view;
  const summary = caseSummaryOf(stored, reading, side, labelsOf(sets));
  const decision = decisionViewOf(stored, reading, side, beside.decisions);
  return {
    ...summary,
    ...(decision ? { decision } : {}),
    request: {
      id: request.id,
      reference: request.state.reference,
      title: request.content.title,
      submittedAt: request.submitted_at.toISOString(),
    },
    side,
    requester: requesterOf(view),
    latestSubmission: request.state.submissions,
  };
}

function requesterOf({ stored, reading, side, beside: { profile } }: Viewing): CaseView['requester'] {
  const { person, organisation } = stored.state.asker;
  const account = reading.names.account(person);
  const office = organisation === undefined ? undefined : reading.names.office(organisation);
  return {
    person: {
      name: reading.names.person(person),
      ...(account?.email && side === 'owner' ? { email: account.email } : {}),
    },
    ...(office
      ? {
          organisation: {
            id: office.id,
            slug: office.slug,
            name: office.name,
            kind: { code: office.kind, label: office.kind.replace('-', ' ') },
            verified: office.standing === 'verified',
          },
        }
      : {}),
    profile: profile ? profileLines(profile) : [],
  };
}

function bodyOf(view: Viewing) {
  const { actor, stored, request, reading, sets, side, beside } = view;
  const { state, content } = stored;
  const facts = reading.factsOf(stored.id);
  const answers = answersOf(view);
  const acceptance = content['acceptance'] as { reason?: string } | undefined;
  const inside = side === 'owner';
  const sample = sampleFor(view);
  return {
    sections: inside || sample ? answeredSections(request.id, sets, { answers, lane: state.lane }) : [],
    ...(sample ? { sample } : {}),
    asked: state.datasets.map((dataset) =>
      askedDatasetView(basketItem(view, dataset.dataset), reading.datasets.get(dataset.dataset), dataset),
    ),
    flags: flagsOf(answers, { lane: state.lane, today: facts.today }).map((flag) => ({ ...flag })),
    tasks: taskViewsOf(stored, reading, actor),
    advice: adviceViewsOf(stored, reading),
    ...(state.acceptedBy === undefined
      ? {}
      : { acceptance: { by: reading.names.person(state.acceptedBy), reason: acceptance?.reason ?? '' } }),
    differences: inside ? differencesSince(view) : [],
    precedents: beside.precedents,
    timeline: beside.timeline,
    colleagues: inside
      ? facts.officers.map(({ person, roles }) => ({
          id: person,
          name: reading.names.person(person),
          roles: [...roles],
        }))
      : [],
    proposedRegime: proposedRegime(state, {
      isPublic: facts.ownerIsPublic,
      scottish: facts.holidays === facts.calendars.scotland,
      environmental: state.datasets.some(({ dataset }) =>
        reading.datasets.get(dataset)?.subjectAreas.some((area) => area.includes('environment')),
      ),
    }),
    proposedRecord: inside ? proposedRecord(answers) : { codes: {}, words: {} },
  };
}

/** The sample that the reader has open, if they look on for a board. */
function sampleFor({ actor, side, stored, reading }: Viewing): CaseView['sample'] {
  if (side !== 'board' || actor.kind !== 'person') return undefined;
  const sample = sampleOf(stored.state, actor.person, reading.factsOf(stored.id).today);
  return sample && { board: reading.names.organisation(sample.board), until: sample.until };
}

const basketItem = (view: Viewing, dataset: string): BasketItem =>
  wordsOf(view)?.basket.find((item) => item.dataset === dataset) ?? { dataset, columns: [] };

/** What changed since the submission before the one that the case judges. */
function differencesSince(view: Viewing): CaseView['differences'] {
  const { submission } = view.stored.state;
  if (submission < 2) return [];
  return [...differencesOf(answersOf(view, submission - 1), answersOf(view), view.sets)];
}

/** Organisations to which the case could be passed on, with what they offer on request. */
async function elsewhereOf({ offered, actor, stored }: Viewing): Promise<CaseView['elsewhere']> {
  const datasets = await offered.elsewhere(readersOf(actor), stored.state.organisation);
  return [...Map.groupBy(datasets, ({ organisation }) => organisation.id).values()].map((group) => ({
    organisation: group[0]!.organisation,
    datasets: group.map(({ id, title }) => ({ id, title })),
  }));
}

interface DecidedRow {
  readonly facts: {
    readonly decision: { readonly task: string };
    readonly codes: RecordCodes;
    readonly precedents: readonly string[];
  };
}

/** Codes and precedents of the decisions that stand, from the ledger: the case keeps what its rules need. */
async function decisionFactsOf(queries: Queries, { id, state }: StoredCase): Promise<DecisionFacts[]> {
  if (state.decisions.length === 0) return [];
  const rows = await queries.rows<DecidedRow>(
    `select facts from ledger_entry where stream = $1 and type = 'case-task-decided' order by revision`,
    [id],
    'decisions-of-case',
  );
  const named = [...new Set(rows.flatMap(({ facts }) => facts.precedents))];
  const found =
    named.length === 0
      ? []
      : await queries.rows<DecisionFacts['precedents'][number]>(
          `select found.id as case, found.request, request.reference, request.title
     from sharing_case found join sharing_request request on request.id = found.request
     where found.id = any($1::uuid[]) and found.organisation = $2`,
          [named, state.organisation],
        );
  return rows.map(({ facts }) => ({
    task: facts.decision.task,
    codes: facts.codes,
    precedents: found.filter((one) => facts.precedents.includes(one.case)),
  }));
}
