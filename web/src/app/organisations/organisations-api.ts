import { answerFrom } from '../contracts/checked-answers.ts';

export const organisationsAll = () => answerFrom('organisations', () => '/api/v1/organisations');

export const organisationAt = (slug: () => string | undefined) =>
  answerFrom('organisation', () => {
    const wanted = slug();
    return wanted === undefined ? undefined : `/api/v1/organisations/${encodeURIComponent(wanted)}`;
  });
