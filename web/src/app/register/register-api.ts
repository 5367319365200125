import { answerFrom } from '../contracts/checked-answers.ts';

/** @param query what stands behind the `?` */
export const registerFor = (query: () => string) =>
  answerFrom('register', () => `/api/v1/register${query() === '' ? '' : `?${query()}`}`);

export const registerEntryAt = (id: () => string) =>
  answerFrom('registerEntry', () => `/api/v1/register/${encodeURIComponent(id())}`);
