import type { Actor, Outcome } from '#kernel';
import {
  decideRequest,
  evolveRequest,
  type RequestCommand,
  type RequestEvent,
  type RequestFacts,
  type RequestSubmitted,
  type ResubmitRequest,
  type SharingRequest,
  type Submission,
  type SubmitRequest,
} from '#sharing/domain';
import { asker, ids, people } from './sharing-people.ts';

export const knownRequestFacts: RequestFacts = {
  today: '2026-11-23',
  addressConfirmed: true,
  faultsOfAnswers: [],
  returnedCases: [ids.case],
};

/** A submission that asks the council for two columns of the kerbs. */
export const submission: Submission = {
  title: 'Dropped kerbs',
  datasets: [
    {
      ...{ dataset: ids.kerbs, organisation: ids.council, columns: [ids.ward, ids.width] },
      ...{ described: false, whole: false },
    },
  ],
  questionSets: [{ id: 'default', version: 1 }],
  evidence: [],
  words: {
    answers: { summary: 'Step-free routes.' },
    basket: [{ dataset: ids.kerbs, columns: [{ column: ids.ward, justification: 'Routes need it.' }] }],
  },
};

export const submitting = (more: Partial<SubmitRequest> = {}): SubmitRequest => ({
  type: 'submit-request',
  id: ids.request,
  reference: 'WL-2026-0001',
  people: [people.ada, people.amy],
  organisation: ids.firm,
  submission,
  cases: [{ case: ids.case, organisation: ids.council }],
  declared: true,
  ...more,
});

export const resubmitting = (more: Partial<ResubmitRequest> = {}): ResubmitRequest => ({
  type: 'resubmit-request',
  people: [people.ada],
  submission,
  cases: [ids.case],
  declared: true,
  ...more,
});

/** What the rules decide on a command to a request, or to none that is there yet. */
export const whenRequested = (
  command: RequestCommand,
  request?: SharingRequest,
  facts: Partial<RequestFacts> = {},
  actor: Actor = asker,
): Outcome<readonly RequestEvent[]> =>
  decideRequest(command, request, {
    ...{ actor, standing: 'requester', at: '2026-11-23T09:00:00.000Z' },
    facts: { ...knownRequestFacts, ...facts },
  });

/** Replays events: no spec holds a request that could not have come about. */
export function givenRequest(...events: readonly RequestEvent[]): SharingRequest {
  const [first, ...more] = events;
  if (!first) throw new Error('A request begins with an event');
  return more.reduce(evolveRequest, evolveRequest(undefined, first));
}

/** The firm has asked the council for the kerbs. */
export const submitted: RequestSubmitted = {
  type: 'request-submitted',
  facts: {
    ...{ id: ids.request, reference: 'WL-2026-0001', holder: people.ada, people: [people.ada, people.amy] },
    ...{ organisation: ids.firm, cases: [{ case: ids.case, organisation: ids.council }], submission: 1 },
    ...{ datasets: submission.datasets, questionSets: submission.questionSets, evidence: [], on: '2026-11-23' },
  },
  content: { title: submission.title, 'submission:1': submission.words },
};
