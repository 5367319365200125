import { fewIds, type Queries, type Transaction } from '#platform/database';
import type { Stored } from './aggregate.ts';

export type StateRow<State, Content> = Stored<State, Content> & { readonly id: string };

/**
 * Reads and locks state rows in the order of their ids, so that two commands never wait for each other in a circle.
 * @param table name of a table of ours, with the columns id, revision, state and content
 */
export async function lockRows<State, Content>(
  transaction: Transaction,
  table: string,
  ids: readonly string[],
): Promise<Map<string, Stored<State, Content>>> {
  const wanted = fewIds(ids, 1, 1);
  const rows = await transaction.rows<StateRow<State, Content>>(
    `select id, revision, state, content from ${table} where id = any(${wanted.sql}) order by id for update`,
    wanted.values,
    wanted.few ? `lock-${table}` : undefined,
  );
  return new Map(rows.map(({ id, ...stored }) => [id, stored]));
}

/** Reads state rows page by page for replay, in the order of their ids. */
export const pageOfRows = <State, Content>(
  queries: Queries,
  table: string,
  after: string | null,
  size: number,
): Promise<StateRow<State, Content>[]> =>
  queries.rows(
    `select id, revision, state, content from ${table} where ($1::uuid is null or id > $1) order by id limit $2`,
    [after, size],
  );
