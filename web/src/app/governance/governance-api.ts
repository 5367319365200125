import { answerFrom } from '../contracts/checked-answers.ts';

/** @param query what stands behind the `?` */
export const historyFor = (query: () => string) =>
  answerFrom('history', () => `/api/v1/history${query() === '' ? '' : `?${query()}`}`);

/** @param query what stands behind the `?` */
export const mapFor = (query: () => string) =>
  answerFrom('sharingMap', () => `/api/v1/map${query() === '' ? '' : `?${query()}`}`);
