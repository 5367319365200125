import type { AskedDatasetView } from '#sharing/contracts';
import { answerText, type Answer, type Question } from '#sharing/domain';
import type { draftTexts } from './draft-texts.ts';

/** What is known of questions and datasets, to name a part of what is written. */
export interface PartNames {
  readonly questions: readonly Question[];
  readonly datasets: readonly AskedDatasetView[];
}

/** The name of a part for people: the label of its question, or its dataset and what of it. */
export function nameOfPart(t: typeof draftTexts.en, part: string, { questions, datasets }: PartNames): string {
  const [kind, id, detail, column] = part.split(' ');
  if (kind === 'answer') return questions.find((question) => question.id === id)?.label ?? id ?? part;
  const dataset = datasets.find((one) => one.id === id);
  const details: Readonly<Record<string, string>> = {
    column: [t.partColumn, dataset?.available.find((one) => one.id === column)?.name].filter(Boolean).join(': '),
    fields: t.partFields,
    rows: t.partRows,
    whole: t.partWhole,
  };
  return `${dataset?.title ?? id}: ${detail === undefined ? t.partDataset : (details[detail] ?? detail)}`;
}

/** What stands in a part, as plain text; empty where nothing does. */
export function textOfPart(part: string, value: unknown, { questions }: PartNames): string {
  const [kind, id] = part.split(' ');
  const question = kind === 'answer' ? questions.find((one) => one.id === id) : undefined;
  if (question) return answerText(question, value as Answer);
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
