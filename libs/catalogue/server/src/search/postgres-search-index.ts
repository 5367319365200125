import type { SearchIndex } from './search-index.ts';
import { searchRowOf } from './search-row.ts';
import { writeSearchRows } from './write-search-rows.ts';

/** Writes what a search finds into PostgreSQL, in the transaction that changed the datasets. */
export const postgresSearchIndex: SearchIndex = {
  index: (transaction, changes) =>
    writeSearchRows(
      transaction,
      changes.map(({ state, content, at }) => searchRowOf(state, content, at)),
    ),
};
