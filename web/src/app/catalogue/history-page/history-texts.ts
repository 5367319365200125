import { textTable } from '#ui';

export const historyTexts = textTable({
  title: 'What changed and when',
  titleOf: (dataset: string) => `What changed: ${dataset}`,
  intro: 'Newest first. Nothing here can be rewritten: a correction is a new entry.',
  back: 'Back to the dataset',
  revision: (number: number) => `Revision ${number}`,
  by: 'by',
  field: 'Field',
  before: 'Before',
  after: 'After',
  nothing: 'empty',
  older: 'Older changes',
  newest: 'Newest changes',
  empty: 'Nothing is recorded that you may see.',
  loading: 'Reading the history',
  changes: (count: number) => (count === 1 ? 'One field changed' : `${count} fields changed`),
});
