import { searchQuery, type FrontPage } from '#catalogue/contracts';
import { accessLabels, accessLevels, themes } from '#catalogue/domain';
import type { Actor } from '#kernel';
import { readersOf } from '#ledger/server';
import type { Database } from '#platform/database';
import { emptyQuery } from '../search/compile-query.ts';
import { countFacets } from '../search/count-facets.ts';
import { EditionCache } from '../search/edition-cache.ts';
import { findPage } from '../search/find-page.ts';
import { nothingMatches, summaryOf } from '../search/summary.ts';

const everything = searchQuery.parse({ sort: 'newest', size: 6 });

/** What the home page of the catalogue shows; made once for each edition of the catalogue and kind of reader. */
export class FrontPages {
  private readonly cache: EditionCache<FrontPage>;

  constructor(private readonly database: Database) {
    this.cache = new EditionCache(database, { entries: 200, maxAge: 60_000 });
  }

  view(reader: Actor): Promise<FrontPage> {
    return this.cache.get(readersOf(reader).sort().join(' '), () => this.make(reader));
  }

  private async make(reader: Actor): Promise<FrontPage> {
    const [{ total, values }, newest] = await Promise.all([
      countFacets(this.database, everything, emptyQuery, reader),
      findPage(this.database, everything, emptyQuery, reader),
    ]);
    return {
      datasets: total,
      organisations: values.publisher.size,
      themes: themes
        .map(({ code, label }) => ({ code, label, count: values.theme.get(code) ?? 0 }))
        .filter(({ count }) => count > 0),
      access: accessLevels
        .map((code) => ({ code, label: accessLabels[code], count: values.access.get(code) ?? 0 }))
        .filter(({ count }) => count > 0),
      newest: newest.map((row) => summaryOf(row, nothingMatches)),
    };
  }
}
