import { isLocalDate, refusal, type Refusal } from '#kernel';
import type { Question, QuestionKind } from './question-set.ts';

/** Characters of a text where its question sets no limit of its own. */
const longestByKind: Partial<Record<QuestionKind, number>> = {
  line: 300,
  text: 5000,
  list: 300,
  'explained-choices': 2000,
};

export const longestOf = (question: Question): number => question.longest ?? longestByKind[question.kind] ?? 0;

export const mostLines = 50;
export const mostFiles = 20;

type Fault = { readonly code: string; readonly message: string };

const fault = (reason: string, message: string): Fault => ({ code: `sharing.answer-${reason}`, message });

const misshapen = (message: string): Fault => fault('misshapen', message);

const tooLong = (longest: number): Fault =>
  fault('too-long', `Shorten this to ${longest.toLocaleString('en-GB')} characters.`);

const unknownChoice = fault('choice-unknown', 'Choose from the list.');

const knows = ({ choices = [] }: Question, code: unknown): boolean => choices.some((choice) => choice.code === code);

const isText = (value: unknown): value is string => typeof value === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function faultOfText(question: Question, answer: unknown): Fault | undefined {
  if (!isText(answer)) return misshapen('Answer in words.');
  if (question.kind === 'line' && /[\r\n]/.test(answer)) return misshapen('Answer in one line.');
  return answer.length > longestOf(question) ? tooLong(longestOf(question)) : undefined;
}

function faultOfChoice(question: Question, answer: unknown): Fault | undefined {
  if (!isText(answer)) return misshapen('Choose one from the list.');
  return answer === '' || knows(question, answer) ? undefined : unknownChoice;
}

function faultOfChoices(question: Question, answer: unknown): Fault | undefined {
  if (!Array.isArray(answer)) return misshapen('Choose from the list.');
  if (new Set(answer).size !== answer.length) return misshapen('Choose each only once.');
  return answer.every((code) => knows(question, code)) ? undefined : unknownChoice;
}

function faultOfExplained(question: Question, answer: unknown): Fault | undefined {
  if (!isRecord(answer)) return misshapen('Choose from the list, and explain each choice.');
  if (!Object.keys(answer).every((code) => knows(question, code))) return unknownChoice;
  const explanations = Object.values(answer);
  if (!explanations.every(isText)) return misshapen('Explain each choice in words.');
  return explanations.some((text) => text.length > longestOf(question)) ? tooLong(longestOf(question)) : undefined;
}

function faultOfDate(answer: unknown): Fault | undefined {
  if (answer === '' || (isText(answer) && isLocalDate(answer))) return undefined;
  return fault('date-malformed', 'Give a day that exists, with day, month and year.');
}

function faultOfPeriod(answer: unknown): Fault | undefined {
  if (!isRecord(answer) || Object.keys(answer).some((key) => key !== 'from' && key !== 'until')) {
    return misshapen('Give the first day, the last day, or both.');
  }
  const { from, until } = answer;
  const malformed = [from, until].map((day) => (day === undefined ? undefined : faultOfDate(day)));
  const wrong = malformed.find((one) => one !== undefined);
  if (wrong) return wrong;
  return isText(from) && isText(until) && from !== '' && until !== '' && from > until
    ? fault('period-backwards', 'The last day lies before the first: swap or correct them.')
    : undefined;
}

const faultOfNumber = (answer: unknown): Fault | undefined =>
  typeof answer === 'number' && Number.isFinite(answer) ? undefined : misshapen('Answer with a number.');

function faultOfList(question: Question, answer: unknown): Fault | undefined {
  if (!Array.isArray(answer) || !answer.every(isText)) return misshapen('Give one on each line.');
  if (answer.length > mostLines) return fault('too-many', `Give ${mostLines} at most.`);
  if (answer.some((line) => /[\r\n]/.test(line))) return misshapen('Give one on each line.');
  return answer.some((line) => line.length > longestOf(question)) ? tooLong(longestOf(question)) : undefined;
}

const isFile = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['name']) &&
  isText(value['mediaType']) &&
  Number.isSafeInteger(value['bytes']);

function faultOfFiles(answer: unknown): Fault | undefined {
  if (!Array.isArray(answer) || !answer.every(isFile)) return misshapen('Add the files by uploading them.');
  return answer.length > mostFiles ? fault('too-many', `Add ${mostFiles} files at most.`) : undefined;
}

const faultByKind: Record<QuestionKind, (question: Question, answer: unknown) => Fault | undefined> = {
  line: faultOfText,
  text: faultOfText,
  choice: faultOfChoice,
  choices: faultOfChoices,
  'explained-choices': faultOfExplained,
  'yes-no': (_, answer) => (typeof answer === 'boolean' ? undefined : misshapen('Answer yes or no.')),
  date: (_, answer) => faultOfDate(answer),
  period: (_, answer) => faultOfPeriod(answer),
  number: (_, answer) => faultOfNumber(answer),
  list: faultOfList,
  files: (_, answer) => faultOfFiles(answer),
};

/** The path of an answer in what was sent. */
export const answerField = (question: string): string => `answers.${question}`;

/** What is wrong with what was typed; whether it was needed is another matter. Never throws, whatever was sent. */
export function shapeFault(question: Question, answer: unknown): Refusal | undefined {
  const found = faultByKind[question.kind](question, answer);
  return found && refusal(found.code, found.message, answerField(question.id));
}
