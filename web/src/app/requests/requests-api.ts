import { answerFrom } from '../contracts/checked-answers.ts';

/** @param query what stands behind the `?`; undefined asks nothing */
export const requestsFor = (query: () => string | undefined) =>
  answerFrom('requests', () => {
    const asked = query();
    return asked === undefined ? undefined : `/api/v1/requests${asked === '' ? '' : `?${asked}`}`;
  });

export const requestAt = (id: () => string | undefined) =>
  answerFrom('request', () => {
    const wanted = id();
    return wanted === undefined ? undefined : `/api/v1/requests/${encodeURIComponent(wanted)}`;
  });
