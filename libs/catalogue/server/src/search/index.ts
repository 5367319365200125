export type { CatalogueSearch } from './catalogue-search.ts';
export { PostgresSearch } from './postgres-search.ts';
export { postgresSearchIndex } from './postgres-search-index.ts';
export { Search001 } from './search-001.ts';
export type { SearchIndex } from './search-index.ts';
export { searchRowOf, type SearchRow } from './search-row.ts';
export { rebuildSearchWords, refreshSearchWords } from './search-words.ts';
export { writeSearchRows } from './write-search-rows.ts';
