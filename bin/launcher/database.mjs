import { join } from 'node:path';
import { readText } from './files.mjs';
import { databaseUrl, EmbeddedPostgres } from './postgres/server.mjs';
import { postgresAccount } from './postgres/account.mjs';
import { postgresBinaries } from './postgres/binaries.mjs';
import { runningPostmaster } from './postgres/postmaster.mjs';

/** A PostgreSQL that is run by others: nothing to start, watch or stop. */
const outside = (url) => ({
  embedded: false,
  start: async () => ({ made: false, url }),
  stop: async () => undefined,
  outage: () => undefined,
  pid: undefined,
});

/** The database of these settings: the one of DATABASE_URL, else the embedded one in the data folder. */
export const databaseOf = (settings, given) =>
  settings.databaseUrl ? outside(settings.databaseUrl) : new EmbeddedPostgres({ data: settings.data, ...given });

/** The address of the embedded server that runs now in this data folder; undefined when none does. */
export function runningDatabaseUrl(root, data) {
  const password = readText(join(data, 'postgres.password'))?.trim();
  if (!password) return undefined;
  const { home } = postgresAccount({ native: postgresBinaries(root), data });
  const server = runningPostmaster(join(home, 'postgres'));
  return server?.ready ? databaseUrl(server.port, password) : undefined;
}
