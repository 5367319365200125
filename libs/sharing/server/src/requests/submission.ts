import type { SharedDataset } from '#catalogue/server';
import type { Answers, AskedDataset, BasketItem, EvidenceFile, QuestionSet, Submission } from '#sharing/domain';
import { titleOf, type Draft } from '../drafts/index.ts';
import type { EvidenceRow } from '../evidence/index.ts';

const isFile = (part: unknown): part is EvidenceFile =>
  typeof part === 'object' && part !== null && 'mediaType' in part && 'id' in part;

/** Ids of the files that answers name. */
export const filesIn = (answers: Draft['answers']): string[] =>
  Object.values(answers).flatMap((answer) => (Array.isArray(answer) ? answer.filter(isFile).map(({ id }) => id) : []));

/** The facts of what a basket asks, by its owner; of a dataset that is gone nothing is known but its id. */
export const askedOf = (
  { dataset, columns, fields, whole }: BasketItem,
  datasets: ReadonlyMap<string, SharedDataset>,
): AskedDataset => {
  const shared = datasets.get(dataset);
  const known = new Set(shared?.columns.map(({ id }) => id));
  return {
    dataset,
    organisation: shared?.organisation.id ?? dataset,
    columns: columns.map(({ column }) => column).filter((column) => known.has(column)),
    described: (fields ?? '').trim() !== '',
    whole: whole === true && known.size === 0,
  };
};

/** Answers in which files are called what they are, whatever the page that sent them called them. */
const withTrueFiles = (answers: Answers, files: readonly EvidenceRow[]): Answers => {
  const rows = new Map(files.map(({ id, name, bytes, mediaType }) => [id, { id, name, bytes, mediaType }]));
  return Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      question,
      Array.isArray(answer) && answer.some(isFile)
        ? answer.filter(isFile).flatMap(({ id }: EvidenceFile) => rows.get(id) ?? [])
        : answer,
    ]),
  );
};

/** What is submitted, from what was written. */
export function submissionOf(
  draft: Draft,
  datasets: ReadonlyMap<string, SharedDataset>,
  sets: readonly QuestionSet[],
  files: readonly EvidenceRow[],
): Submission {
  const named = new Set(filesIn(draft.answers));
  return {
    title: titleOf(draft),
    datasets: draft.basket.map((item) => askedOf(item, datasets)),
    questionSets: sets.map(({ id, version }) => ({ id, version })),
    evidence: files.filter(({ id }) => named.has(id)).map(({ id, sha256 }) => ({ id, sha256 })),
    words: { answers: withTrueFiles(draft.answers, files), basket: draft.basket },
  };
}
