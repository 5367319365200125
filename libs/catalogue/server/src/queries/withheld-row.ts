import type { DatasetRow } from './dataset-row.ts';

/**
 * A withdrawn dataset as readers of other organisations have it: its identifiers, title, publisher and the reason. What
 * described it is taken back with it.
 */
export const withheldRow = (row: DatasetRow): DatasetRow => {
  const { title, identifier, withdrawalReason } = row.content;
  return {
    ...row,
    state: {
      ...row.state,
      access: 'not-stated',
      licence: 'not-stated',
      personalData: 'not-stated',
      themes: [],
      subjectAreas: [],
      columns: [],
      distributions: [],
      source: undefined,
    },
    content: { title, identifier, withdrawalReason },
  };
};
