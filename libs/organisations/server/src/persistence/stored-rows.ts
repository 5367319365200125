import type { Stored } from '#ledger/server';
import type { Queries } from '#platform/database';

export type StateRow<State, Content> = Stored<State, Content> & { readonly id: string };

/** Tables of this feature whose rows are projections of the ledger. */
export type ProjectionTable = 'organisation' | 'person' | 'membership' | 'stand_in';

/** Reads and locks rows in the order of their ids, so that two commands never wait for each other in a circle. */
export async function lockRows<State, Content>(
  transaction: Queries,
  table: ProjectionTable,
  ids: readonly string[],
): Promise<Map<string, Stored<State, Content>>> {
  const rows = await transaction.rows<StateRow<State, Content>>(
    `select id, revision, state, content from ${table} where id = any($1::uuid[]) order by id for update`,
    [ids],
  );
  return new Map(rows.map(({ id, ...stored }) => [id, stored]));
}

/** Reads rows page by page for replay, in the order of their ids. */
export const pageOfRows = <State, Content>(
  queries: Queries,
  table: ProjectionTable,
  after: string | null,
  size: number,
): Promise<StateRow<State, Content>[]> =>
  queries.rows(
    `select id, revision, state, content from ${table} where ($1::uuid is null or id > $1) order by id limit $2`,
    [after, size],
  );
