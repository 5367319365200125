import type { Pool, PoolClient } from 'pg';

/**
 * Takes a connection back when it ends while somebody holds it. The query builder gives a connection back after its
 * rollback, which on a dead one fails: without this each lost connection would cost the pool a place for ever, and a
 * restart of PostgreSQL under load would leave a pool of none.
 */
export function takeBackDead(pool: Pool): void {
  const connect = pool.connect.bind(pool) as (given?: unknown) => Promise<PoolClient> | undefined;
  const guarded = (callback?: unknown): unknown => {
    if (callback !== undefined) return connect(callback);
    return connect()?.then(heldOnce);
  };
  pool.connect = guarded as Pool['connect'];
}

function heldOnce(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  let held = true;
  const giveBack = (error?: Error | boolean): void => {
    if (!held) return;
    held = false;
    client.off('end', ended);
    release(error);
  };
  const ended = (): void => giveBack(true);
  client.once('end', ended);
  client.release = giveBack;
  return client;
}
