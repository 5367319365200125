import type { Answer, EvidenceFile, Period, Question } from '#sharing/domain';

const number = /^-?\d+(\.\d+)?$/;

/** What stands in a typed field for an answer; what does not fit the kind of its question stands as it was typed. */
export function typedText({ kind }: Pick<Question, 'kind'>, answer: Answer | undefined): string {
  if (answer === undefined || answer === null) return '';
  if (kind === 'list' && Array.isArray(answer)) return answer.join('\n');
  return typeof answer === 'object' ? JSON.stringify(answer) : String(answer);
}

/** The answer that a typed field gives: valid or not, nothing typed is lost. Undefined takes the answer away. */
export function answerTyped({ kind }: Pick<Question, 'kind'>, text: string): Answer | undefined {
  if (kind === 'list') return linesOf(text);
  if (kind !== 'number') return text;
  const plain = text.replace(/[\s,]/g, '');
  if (plain === '') return undefined;
  return number.test(plain) ? Number(plain) : text;
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isRecord = (answer: Answer | undefined): answer is { readonly [name: string]: string } =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

export const textsIn = (answer: Answer | undefined): { readonly [choice: string]: string } =>
  isRecord(answer) ? answer : {};

export const codesIn = (answer: Answer | undefined): readonly string[] =>
  Array.isArray(answer) ? answer.filter((code): code is string => typeof code === 'string') : [];

export const filesIn = (answer: Answer | undefined): readonly EvidenceFile[] =>
  Array.isArray(answer) ? answer.filter((file): file is EvidenceFile => typeof file === 'object') : [];

/** One more code, or one less; in the order of the list that they come from. */
export const toggled = (codes: readonly string[], code: string, order: readonly string[]): readonly string[] =>
  codes.includes(code)
    ? codes.filter((one) => one !== code)
    : [...order.filter((one) => one === code || codes.includes(one)), ...codes.filter((one) => !order.includes(one))];

/** A period with one of its days set; an empty day is left out. */
export function withDay(answer: Answer | undefined, day: 'from' | 'until', date: string): Period {
  const days: Readonly<Record<string, string>> = { ...textsIn(answer), [day]: date };
  const [from, until] = [days['from'], days['until']];
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

/** A choice explained, or no longer chosen where the explanation is undefined. */
export function withExplanation(
  answer: Answer | undefined,
  choice: string,
  explanation: string | undefined,
): { readonly [choice: string]: string } {
  const { [choice]: _before, ...others } = textsIn(answer);
  return explanation === undefined ? others : { ...others, [choice]: explanation };
}
