import { answerFrom } from '../../../contracts/checked-answers.ts';

const at = (dataset: string): string => `/api/v1/datasets/${encodeURIComponent(dataset)}/questions`;

/** Names of the commands as they stand in addresses. */
export type QuestionCommand = 'answer' | 'pass-on' | 'close' | 'unpublish';

export const askAt = at;
export const questionCommandAt = (question: string, command: QuestionCommand): string =>
  `/api/v1/questions/${question}/commands/${command}`;

/** @param after the question that the list goes on after; the newest where undefined */
export const questionsAbout = (dataset: () => string, after: () => string | undefined) =>
  answerFrom('datasetQuestions', () => {
    const last = after();
    return `${at(dataset())}${last === undefined ? '' : `?after=${last}`}`;
  });
