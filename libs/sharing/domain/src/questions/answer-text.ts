import { isLocalDate } from '#kernel';
import type { Answer, EvidenceFile, Period } from './answers.ts';
import type { Choice, Question } from './question-set.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dateText(date: unknown): string {
  if (typeof date !== 'string' || !isLocalDate(date)) return plain(date);
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** What was typed, where it is not what the question asks for: it is shown as it is, and never in the way. */
function plain(answer: unknown): string {
  if (answer === undefined || answer === null) return '';
  return typeof answer === 'object' ? (JSON.stringify(answer) ?? '') : String(answer);
}

const labelOf = (choices: readonly Choice[] | undefined, code: unknown): string =>
  choices?.find((choice) => choice.code === code)?.label ?? plain(code);

const isList = (answer: Answer): answer is readonly string[] | readonly EvidenceFile[] => Array.isArray(answer);

const isRecord = (answer: Answer): answer is { readonly [choice: string]: string } =>
  typeof answer === 'object' && answer !== null && !isList(answer);

function periodText({ from, until }: Period): string {
  if (from !== undefined && until !== undefined) return `from ${dateText(from)} until ${dateText(until)}`;
  if (from !== undefined) return `from ${dateText(from)}`;
  return until === undefined ? '' : `until ${dateText(until)}`;
}

const explained = (question: Question, answer: { readonly [choice: string]: string }): string =>
  Object.entries(answer)
    .map(([code, explanation]) => {
      const label = labelOf(question.choices, code);
      const text = plain(explanation).trim();
      return text === '' ? label : `${label}: ${text}`;
    })
    .join('\n');

function listText(question: Question, answer: readonly string[] | readonly EvidenceFile[]): string {
  const parts: readonly unknown[] = answer;
  if (question.kind === 'choices') return parts.map((code) => labelOf(question.choices, code)).join('\n');
  return parts.map((part) => (isFile(part) ? part.name : plain(part))).join('\n');
}

const isFile = (part: unknown): part is EvidenceFile =>
  typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string';

/**
 * An answer as plain text, in the words of its question; several choices, lines or files stand on a line each. What does
 * not fit its question is shown as it was typed. Never throws.
 */
export function answerText(question: Question, answer: Answer | undefined): string {
  if (answer === undefined || answer === null) return '';
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  if (isList(answer)) return listText(question, answer);
  if (question.kind === 'period' && isRecord(answer)) return periodText(answer);
  if (question.kind === 'explained-choices' && isRecord(answer)) return explained(question, answer);
  if (question.kind === 'choice') return labelOf(question.choices, answer);
  if (question.kind === 'date') return dateText(answer);
  return plain(answer);
}
