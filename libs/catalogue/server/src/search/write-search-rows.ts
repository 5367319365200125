import type { Queries } from '#platform/database';
import { foldText } from './folding.ts';
import type { SearchRow } from './search-row.ts';

interface Publisher {
  readonly organisation: string;
  readonly code: number;
  readonly name: string;
}

async function publishersOf(queries: Queries, organisations: readonly string[]): Promise<Map<string, Publisher>> {
  const known = await queries.rows<Publisher>(
    `select organisation.id as organisation, search_publisher.code, organisation.name
     from organisation left join search_publisher on search_publisher.organisation = organisation.id
     where organisation.id = any($1::uuid[])`,
    [organisations],
  );
  const unnumbered = known.filter(({ code }) => code === null).map(({ organisation }) => organisation);
  if (unnumbered.length === 0) return new Map(known.map((publisher) => [publisher.organisation, publisher]));
  await queries.rows(
    `insert into search_publisher (organisation) select unnest($1::uuid[]) on conflict (organisation) do nothing`,
    [unnumbered.sort()],
  );
  return publishersOf(queries, organisations);
}

/** Writes what a search finds of these datasets, in place of what was there before, in one statement. */
export async function writeSearchRows(queries: Queries, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length === 0) return;
  const publishers = await publishersOf(queries, [...new Set(rows.map(({ organisation }) => organisation))]);
  const records = rows.map((row) => {
    const publisher = publishers.get(row.organisation);
    if (!publisher) throw new Error(`No organisation ${row.organisation}`);
    return { ...row, publisher: publisher.code, publisher_name: foldText(publisher.name) };
  });
  // `offset 0` keeps the head from being made twice, once for each column that holds it.
  // The unstemmed title and labels stand beside the stemmed ones, so that a word half typed finds them.
  await queries.rows(
    `insert into dataset_search (dataset, publisher, themes, formats, codes, audience, newest,
       title_key, head, words)
     select dataset, publisher, themes, formats, codes, audience, newest, title_key, head,
       head || setweight(to_tsvector('english', about), 'C') || setweight(to_tsvector('english', body), 'D')
         || to_tsvector('simple', labels)
     from jsonb_to_recordset($1::jsonb) as row (dataset uuid, publisher integer, themes integer, formats integer,
       codes integer, audience smallint, newest timestamptz, title_key text,
       title text, labels text, about text, body text, publisher_name text)
     cross join lateral (select setweight(to_tsvector('english', title), 'A')
       || setweight(to_tsvector('english', labels), 'B') || setweight(to_tsvector('english', publisher_name), 'C')
       || setweight(to_tsvector('simple', title), 'D') as head offset 0) as vector
     on conflict (dataset) do update set publisher = excluded.publisher, themes = excluded.themes,
       formats = excluded.formats, codes = excluded.codes, audience = excluded.audience, newest = excluded.newest, title_key = excluded.title_key,
       head = excluded.head, words = excluded.words`,
    [JSON.stringify(records)],
  );
}
