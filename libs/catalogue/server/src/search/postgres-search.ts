import { facetNames, type SearchQuery, type SearchResult } from '#catalogue/contracts';
import type { Actor } from '#kernel';
import { readersOf } from '#ledger/server';
import type { Database } from '#platform/database';
import type { CatalogueSearch } from './catalogue-search.ts';
import { compileQuery, type CompiledQuery } from './compile-query.ts';
import { countFacets, facetsOf, type Counts } from './count-facets.ts';
import { EditionCache } from './edition-cache.ts';
import { findPage, type FoundRow } from './find-page.ts';
import { distinctWords } from './highlight.ts';
import { matchingWords } from './matching-words.ts';
import { parseQueryText } from './query-text.ts';
import { suggestQuery } from './suggest.ts';
import { summaryOf } from './summary.ts';

const textsOf = ({ content: { title, summary, description } }: FoundRow): string[] =>
  [title, summary, description].filter((text) => text !== undefined);

/** The search, asked of PostgreSQL. Counting and finding are two statements that run at the same time. */
export class PostgresSearch implements CatalogueSearch {
  private readonly counted: EditionCache<Counts>;

  constructor(private readonly database: Database) {
    this.counted = new EditionCache(database, { entries: 500, maxAge: 60_000 });
  }

  async search(query: SearchQuery, reader: Actor): Promise<SearchResult> {
    const text = parseQueryText(query.q);
    const compiled = await compileQuery(this.database, text);
    const [counts, rows] = await Promise.all([
      this.counts(query, compiled, reader),
      findPage(this.database, query, compiled, reader),
    ]);
    const [facets, items, didYouMean] = await Promise.all([
      facetsOf(this.database, query, counts),
      this.summaries(rows, compiled),
      counts.total === 0 ? suggestQuery(this.database, query.q, text, reader) : undefined,
    ]);
    return {
      items,
      total: counts.total,
      page: query.page,
      size: query.size,
      facets,
      ...(didYouMean !== undefined && { didYouMean }),
    };
  }

  /** Counts do not depend on page and order: who pages through a result does not have it counted again. */
  private counts(query: SearchQuery, compiled: CompiledQuery, reader: Actor): Promise<Counts> {
    const chosen = facetNames.map((name) => [...query[name]].sort());
    const key = JSON.stringify([readersOf(reader).sort(), compiled.match, compiled.without, chosen]);
    return this.counted.get(key, () => countFacets(this.database, query, compiled, reader));
  }

  private async summaries(rows: readonly FoundRow[], compiled: CompiledQuery): Promise<SearchResult['items']> {
    const words = compiled.rank === '' ? [] : distinctWords(rows.flatMap(textsOf));
    const matching = await matchingWords(this.database, compiled, words);
    return rows.map((row) => summaryOf(row, (word) => matching.has(word)));
  }
}
