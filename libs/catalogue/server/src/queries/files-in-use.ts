import type { Queries } from '#platform/database';

/** Of these files, the ones that a dataset names. */
export async function filesInUse(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queries.rows<{ id: string }>(
    `select distinct distribution -> 'file' ->> 'id' as id
     from dataset, jsonb_array_elements(state -> 'distributions') as distribution
     where state @? '$.distributions[*].file' and distribution -> 'file' ->> 'id' = any($1)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
