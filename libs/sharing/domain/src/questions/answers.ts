import type { Lane } from '../lane.ts';

/**
 * An answer, by the kind of its question: text (`line`, `text`, the code of a `choice`, an ISO `date`), `yes-no`,
 * `number`, codes of `choices` or lines of a `list`, explanations by code, a period of ISO dates, files.
 */
export type Answer =
  | string
  | boolean
  | number
  | readonly string[]
  | { readonly [choice: string]: string }
  | Period
  | readonly EvidenceFile[];

/** Both days count; either may be open. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

export interface EvidenceFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** By the id of the question. */
export type Answers = Readonly<Record<string, Answer>>;

/** What decides which questions are asked. */
export interface AnswerCircumstances {
  readonly answers: Answers;
  /** The lane of the request: the highest of its answers, its columns and what a validator set. */
  readonly lane: Lane;
}

/** The answer to a question; never something that an object merely inherits. */
export const answerTo = (answers: Answers, question: string): Answer | undefined =>
  Object.hasOwn(answers, question) ? answers[question] : undefined;

/** Whether something was answered: blanks, an empty list and an empty period are no answer; *no* and 0 are. */
export function isGiven(answer: Answer | undefined): answer is Answer {
  if (answer === undefined || answer === null) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (typeof answer !== 'object') return true;
  const parts: readonly unknown[] = Array.isArray(answer) ? answer : Object.values(answer);
  return parts.some((part) => (typeof part === 'string' ? part.trim() !== '' : part !== undefined && part !== null));
}
