import type { SearchQuery, SearchResult } from '#catalogue/contracts';
import type { Actor } from '#kernel';

/**
 * Finds datasets. Found and counted is only what the reader may see; every text has an answer. The one adapter asks
 * PostgreSQL; a search engine beside it would be another.
 */
export interface CatalogueSearch {
  search(query: SearchQuery, reader: Actor): Promise<SearchResult>;
}
