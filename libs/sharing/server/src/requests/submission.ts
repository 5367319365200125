import type { SharedDataset } from '#catalogue/server';
import type { AskedDataset, BasketItem, EvidenceFile, Submission } from '#sharing/domain';
import { titleOf, type Draft } from '../drafts/index.ts';

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

/** What is submitted, from what was written. */
export function submissionOf(
  draft: Draft,
  datasets: ReadonlyMap<string, SharedDataset>,
  questionSets: Submission['questionSets'],
  evidence: Submission['evidence'],
): Submission {
  return {
    title: titleOf(draft),
    datasets: draft.basket.map((item) => askedOf(item, datasets)),
    questionSets,
    evidence,
    words: { answers: draft.answers, basket: draft.basket },
  };
}
