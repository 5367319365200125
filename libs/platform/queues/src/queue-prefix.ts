import { createHash } from 'node:crypto';
import type { Queries } from '#platform/database';

const identity = `select system_identifier::text as cluster, pg_database.oid::text as database
  from pg_control_system(), pg_database where datname = current_database()`;

/**
 * The prefix of an installation's keys on a Redis that it may share with others: made of the database it works on, so that
 * nobody takes a job of another database. The port is left out: the embedded server has a new one at each start. The host
 * is not, since a copy of the cluster's files has the same identifier.
 */
export async function queuePrefix(database: Queries, url: string): Promise<string> {
  const [row] = await database.rows<{ cluster: string; database: string }>(identity);
  if (!row) throw new Error('The database does not say which one it is');
  const name = [new URL(url).hostname, row.cluster, row.database].join('/');
  return `wayleave-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}
