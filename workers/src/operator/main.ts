import 'reflect-metadata';
import { join } from 'node:path';
import { fillHistories } from '#ledger/server';
import { readSettings, SettingsRefused, type Settings } from '#platform/config';
import { Database } from '#platform/database';
import { systemClock } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { compose } from '../composition.ts';
import { operatorCommands } from './commands.ts';
import type { OperatorContext } from './context.ts';
import { listAccounts } from './demonstration/main.ts';
import { migrate, pending } from './migrate.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function withContext(
  settings: Settings,
  url: string,
  work: (context: OperatorContext) => Promise<number>,
): Promise<number> {
  const database = await Database.connect({ url, as: 'application', name: 'wayleave operator', poolSize: 4 });
  const { door, datasets } = compose(database, systemClock);
  const storage = new DiskStorage(join(settings.data, 'files'));
  try {
    return await work({ database, door, datasets, settings, storage, clock: systemClock, print, complain });
  } finally {
    await database.close();
  }
}

/** The schema of this release, with histories for what was entered before there were any. */
async function migrated(settings: Settings, url: string): Promise<string[]> {
  const names = await migrate(url);
  if (names.includes('ledger-002')) {
    await withContext(settings, url, async ({ database, clock }) =>
      fillHistories(database, compose(database, clock).aggregates),
    );
  }
  return names;
}

async function run([name = '', ...parameters]: readonly string[]): Promise<number> {
  if (name === 'demonstration' && parameters[0] === '--accounts') return listAccounts(print);
  const settings = readSettings(process.env);
  const url = settings.databaseUrl;
  if (url === undefined) throw new SettingsRefused([{ name: 'DATABASE_URL', reason: 'is missing' }]);
  if (name === 'migrate') {
    const names = parameters[0] === '--pending' ? await pending(url) : await migrated(settings, url);
    for (const migration of names) print(migration);
    return 0;
  }
  const command = operatorCommands[name];
  if (!command) {
    complain(
      `There is no command ${name === '' ? 'without a name' : `“${name}”`}. There are: migrate, ${Object.keys(operatorCommands).join(', ')}.`,
    );
    return 2;
  }
  return withContext(settings, url, (context) => command(parameters, context));
}

run(process.argv.slice(2))
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
