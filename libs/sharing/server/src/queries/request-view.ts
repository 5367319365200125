import { isUuid, type Actor } from '#kernel';
import type { CaseSummary, RequestView } from '#sharing/contracts';
import {
  allowedRequestCommands,
  caseStandingsOf,
  isClosed,
  mayAskWith,
  mergedSections,
  requestStateLabels,
  sideOf,
  submissionKey,
  type Answers,
  type QuestionSet,
  type RequestState,
  type Side,
} from '#sharing/domain';
import { requestPath } from '../addresses.ts';
import { draftById, writesDraft, type Draft } from '../drafts/index.ts';
import { answeredSections } from './answered-sections.ts';
import { askedDatasetView } from './asked-datasets.ts';
import {
  casesOfRequest,
  readCases,
  requestById,
  type CaseReading,
  type Reader,
  type StoredCase,
  type StoredRequest,
} from './case-reading.ts';
import { caseSummaryOf } from './case-summary.ts';
import { draftViewOf } from './draft-view.ts';
import { Names } from './names.ts';
import { readsOf } from './reads-of.ts';
import { timelineOf } from './timeline.ts';

const requestAddresses: Readonly<Record<string, string>> = {
  'withdraw-request': 'withdraw',
  'take-over-request': 'take-over',
  'resubmit-request': 'resubmit',
};

/** One request as its reader sees it; undefined where there is nothing that they may see. */
export async function viewRequest(reader: Reader, id: string): Promise<RequestView | undefined> {
  if (!isUuid(id)) return undefined;
  const { queries } = reader;
  const [request, cases] = await Promise.all([requestById(queries, id), casesOfRequest(queries, id)]);
  if (request) return viewSubmitted(reader, request, cases);
  const draft = await draftById(queries, id);
  if (!draft || !writesDraft(reader.actor, draft, undefined)) return undefined;
  return viewDraft(reader, draft);
}

const untitled = 'Request without a title yet';

async function viewDraft({ queries, sources }: Reader, draft: Draft): Promise<RequestView> {
  const names = await Names.of(queries, draft.people, [draft.organisation]);
  const view = await draftViewOf(queries, draft, [], sources.questionSetsFor);
  const [first] = view.toSubmit;
  return {
    id: draft.id,
    revision: 0,
    title: view.title || untitled,
    state: stateView('draft'),
    side: 'requester',
    requester: {
      person: { id: draft.author, name: names.person(draft.author) },
      ...(draft.organisation === undefined ? {} : { organisation: names.organisation(draft.organisation) }),
    },
    draft: view,
    cases: [],
    timeline: [],
    reads: [],
    asks: [{ sentence: 'Finish your request and submit it.', href: requestPath(draft.id) }],
    allowedCommands: ['delete', 'copy', 'invite', 'uninvite', ...(first ? [] : ['submit'])],
    refusedCommands: first ? [{ command: 'submit', code: first.code, message: first.message }] : [],
  };
}

const stateView = (code: RequestState) => ({ code, label: requestStateLabels[code] });

/** Settled is what all cases together make: it is computed, and a review opens it again. */
export const stateOfRequest = (
  request: { readonly withdrawn: boolean },
  cases: readonly Pick<StoredCase, 'state'>[],
): RequestState => {
  if (request.withdrawn) return 'withdrawn';
  return cases.length > 0 && cases.every(({ state }) => isClosed(state)) ? 'settled' : 'submitted';
};

interface Seen {
  readonly side: Side;
  readonly cases: readonly StoredCase[];
}

/** The side on which the reader stands, and the cases that they may see from there. */
function seenBy(actor: Actor, request: StoredRequest, cases: readonly StoredCase[]): Seen | undefined {
  if (mayAskWith(actor, request.state)) return { side: 'requester', cases };
  const theirs = cases.filter(({ state }) => caseStandingsOf(actor, state).length > 0);
  const [first] = theirs;
  const side = first && sideOf(caseStandingsOf(actor, first.state));
  return side && { side, cases: theirs };
}

async function viewSubmitted(
  reader: Reader,
  request: StoredRequest,
  all: readonly StoredCase[],
): Promise<RequestView | undefined> {
  const { queries, sources, actor } = reader;
  const seen = seenBy(actor, request, all);
  if (!seen) return undefined;
  const { side, cases } = seen;
  const waiting = cases.filter(({ state }) => state.state === 'returned');
  const asks = side === 'requester';
  const { messagesOf } = sources;
  const ids = cases.map(({ id }) => id);
  const [reading, sets, timeline, reads, writing] = await Promise.all([
    readCases(reader, cases, request.state),
    sources.questionSets(queries, request.state.questionSets),
    timelineOf({ queries, request: request.id, cases: ids, side, messagesOf }),
    asks ? readsOf(queries, request.id) : [],
    asks && waiting.length > 0 ? writingOf(reader, request, waiting) : {},
  ]);
  const labels = labelsOf(sets);
  const summaries = cases.map((one) => caseSummaryOf(one, reading, side, labels));
  return {
    id: request.id,
    revision: request.revision,
    reference: request.state.reference,
    title: request.content.title,
    state: stateView(stateOfRequest(request.state, all)),
    side,
    requester: requesterOf(request, reading, asks),
    ...writing,
    ...(side === 'board' ? {} : submissionOf(request, cases, reading.datasets, { sets, side })),
    cases: summaries,
    timeline,
    reads,
    asks: asks ? asksOf(request.id, summaries) : [],
    ...commandsOf(actor, request, waiting.length > 0),
  };
}

const requesterOf = ({ state: { holder, organisation } }: StoredRequest, { names }: CaseReading, asks: boolean) => ({
  person: { ...(asks ? { id: holder } : {}), name: names.person(holder) },
  ...(organisation === undefined ? {} : { organisation: names.organisation(organisation) }),
});

/** What is being written while cases wait for an answer. */
async function writingOf(
  { queries, sources, actor }: Reader,
  request: StoredRequest,
  waiting: readonly StoredCase[],
): Promise<Pick<RequestView, 'draft'>> {
  const draft = await draftById(queries, request.id);
  if (!draft || !writesDraft(actor, draft, request.state)) return {};
  const cases = waiting.map(({ id, state }) => ({ id, organisation: state.organisation }));
  return { draft: await draftViewOf(queries, draft, cases, sources.questionSetsFor) };
}

export const labelsOf = (sets: readonly QuestionSet[]): ReadonlyMap<string, string> =>
  new Map(mergedSections(sets).flatMap(({ questions }) => questions.map(({ id, label }) => [id, label])));

/** The newest submission that this reader judges or made. */
function submissionOf(
  request: StoredRequest,
  cases: readonly StoredCase[],
  datasets: CaseReading['datasets'],
  { sets, side }: { readonly sets: readonly QuestionSet[]; readonly side: Side },
) {
  const number =
    side === 'requester' ? request.state.submissions : Math.max(...cases.map(({ state }) => state.submission));
  const words = request.content[submissionKey(number)];
  if (!words) return {};
  const own = new Map(cases.flatMap(({ state }) => state.datasets.map((dataset) => [dataset.dataset, dataset])));
  const lane = cases[0]?.state.lane ?? 'A';
  return {
    submission: {
      number,
      at: request.submitted_at.toISOString(),
      sections: answeredSections(request.id, sets, { answers: words.answers as Answers, lane }),
      asked: words.basket
        .filter(({ dataset }) => side === 'requester' || own.has(dataset))
        .map((item) => askedDatasetView(item, datasets.get(item.dataset), own.get(item.dataset))),
    },
  };
}

/** What waits for those who ask, case by case. */
function asksOf(id: string, cases: readonly CaseSummary[]): RequestView['asks'] {
  return cases.flatMap(({ organisation, returned, decision, state }) => {
    if (returned) {
      return [
        {
          sentence: `${organisation.name} needs more information. Answer and submit again.`,
          href: `${requestPath(id)}/check`,
        },
      ];
    }
    if (state.code === 'decided' && decision?.awaitsForms && decision.outcome.code !== 'refused') {
      return [
        {
          sentence: `${organisation.name} gives some columns in a coarser form. Say whether you take them.`,
          href: `${requestPath(id)}#case-${organisation.slug}`,
        },
      ];
    }
    return [];
  });
}

function commandsOf(actor: Actor, request: StoredRequest, waits: boolean) {
  const given = allowedRequestCommands(actor, request.state).flatMap((command) => requestAddresses[command] ?? []);
  const asks = mayAskWith(actor, request.state);
  const allowed = [
    ...given.filter((command) => command !== 'resubmit' || waits),
    ...(asks ? ['copy', ...(waits ? ['invite', 'uninvite'] : [])] : []),
  ];
  const refused =
    given.includes('resubmit') && !waits
      ? [
          {
            command: 'resubmit',
            code: 'sharing.nothing-returned',
            message:
              'You can change your answers when an owner asks for more information. To tell them something, send a message.',
          },
        ]
      : [];
  return { allowedCommands: allowed, refusedCommands: refused };
}
