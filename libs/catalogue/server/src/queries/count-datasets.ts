import type { Queries } from '#platform/database';

/**
 * How many published datasets of each organisation these readers may find; of all organisations where none are named.
 * A dataset that several reader keys let somebody see counts once.
 */
export async function countDatasets(
  queries: Queries,
  readers: readonly string[],
  organisations?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.rows<{ organisation: string; count: number }>(
    `select dataset.organisation, count(*)::integer as count from dataset
     where dataset.lifecycle = 'published' and ($2::uuid[] is null or dataset.organisation = any($2::uuid[]))
       and exists (select from audience where audience.kind = 'dataset' and audience.id = dataset.id
         and audience.reader = any($1::text[]))
     group by dataset.organisation`,
    [readers, organisations ?? null],
  );
  return new Map(rows.map(({ organisation, count }) => [organisation, count]));
}
