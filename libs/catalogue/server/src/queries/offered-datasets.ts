import type { Database } from '#platform/database';
import { EditionCache } from '../search/edition-cache.ts';
import type { SharedDataset } from './shared-datasets.ts';

/** A dataset that can be asked for, by its name. */
export type OfferedDataset = Pick<SharedDataset, 'id' | 'title' | 'organisation'>;

/** Organisation by organisation and title by title, so that an index gives them in their order. */
const offeredSql = `
  select offered.id, offered.title,
    jsonb_build_object('id', office.id, 'slug', office.slug, 'name', office.name) as organisation
  from (
    select id, slug, name, lower(name) as place from organisation where standing <> 'unclaimed' and id <> $2
    order by lower(name)
  ) office
  cross join lateral (
    select dataset.id, dataset.content->>'title' as title from dataset
    where dataset.organisation = office.id and dataset.lifecycle = 'published' and dataset.access in ('named', 'group')
      and exists (select from audience where audience.kind = 'dataset' and audience.id = dataset.id
        and audience.reader = any($1::text[]))
    order by lower(left(dataset.content->>'title', 200)) limit 500
  ) offered
  order by office.place, lower(left(offered.title, 200)) limit 500`;

/** What organisations offer on request; read once for each edition of the catalogue and kind of reader. */
export class OfferedDatasets {
  private readonly cache: EditionCache<readonly OfferedDataset[]>;

  constructor(private readonly database: Database) {
    this.cache = new EditionCache(database, { entries: 50, maxAge: 60_000 });
  }

  /**
   * What all organisations but one offer, the first 500 by organisation and title: for passing a request on to them.
   * @param readers keys of `audience`: only what one of them may see
   */
  elsewhere(readers: readonly string[], but: string): Promise<readonly OfferedDataset[]> {
    return this.cache.get([...readers].sort().concat(but).join(' '), () =>
      this.database.rows<OfferedDataset>(offeredSql, [readers, but], 'offered-datasets'),
    );
  }
}
