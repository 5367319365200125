import { answerFrom } from '../../contracts/checked-answers.ts';

const at = (organisation: string): string =>
  `/api/v1/organisations/${encodeURIComponent(organisation)}/standing-advice`;

export const giveAdviceAt = at;
export const endAdviceAt = (advice: string): string => `/api/v1/standing-advice/${advice}/commands/end`;

/** Standing advice of an organisation, for its members. @param organisation its slug */
export const standingAdviceOf = (organisation: () => string) => answerFrom('standingAdvice', () => at(organisation()));
