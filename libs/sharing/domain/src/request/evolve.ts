import type { RequestEvent } from './events.ts';
import type { SharingRequest } from './request.ts';

const together = (some: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...some, ...more]),
];

function begun(event: RequestEvent): SharingRequest {
  if (event.type !== 'request-submitted') throw new Error(`A request cannot begin with ${event.type}`);
  const { id, reference, holder, organisation, unit, questionSets, cases, people, on } = event.facts;
  return {
    id,
    reference,
    holder,
    people: together([holder], people),
    ...(organisation === undefined ? {} : { organisation }),
    ...(unit === undefined ? {} : { unit }),
    submissions: 1,
    questionSets,
    cases,
    submittedOn: on,
    withdrawn: false,
  };
}

/** Folds the facts of one event into what the rules know of a request. */
export function evolveRequest(request: SharingRequest | undefined, event: RequestEvent): SharingRequest {
  if (!request) return begun(event);
  switch (event.type) {
    case 'request-submitted':
      throw new Error('A request is submitted for the first time once');
    case 'request-resubmitted': {
      const { submission, questionSets, people } = event.facts;
      return { ...request, submissions: submission, questionSets, people: together(request.people, people) };
    }
    case 'request-withdrawn':
      return { ...request, withdrawn: true };
    case 'request-taken-over':
      return { ...request, holder: event.facts.person, people: together(request.people, [event.facts.person]) };
    case 'request-case-added':
      return { ...request, cases: [...request.cases, event.facts.case] };
  }
}
