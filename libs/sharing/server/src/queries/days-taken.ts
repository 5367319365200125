import { fewIds, type Queries } from '#platform/database';

const remembered = 50;

/** Working days that the newest decisions of each organisation took: what a forecast is made of. */
export async function daysTakenOf(
  queries: Queries,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const offices = fewIds([...new Set(organisations)], 1, 1);
  const rows = await queries.rows<{ organisation: string; days: number[] }>(
    `select office as organisation, array(
       select days_taken from sharing_case
       where organisation = office and decided_on is not null and days_taken is not null
       order by decided_on desc limit ${remembered}) as days
     from unnest(${offices.sql}) office`,
    offices.values,
    offices.few ? 'days-taken' : undefined,
  );
  return new Map(rows.map(({ organisation, days }) => [organisation, days]));
}
