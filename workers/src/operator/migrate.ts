import { Database, migrate as applyMigrations, pendingMigrations } from '#platform/database';
import { migrations } from './migrations.ts';

async function asOwner<Result>(url: string, work: (owner: Database) => Promise<Result>): Promise<Result> {
  const owner = await Database.connect({ url, as: 'owner', name: 'wayleave migrate', poolSize: 3, migrations });
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

/** Brings the schema of the database at `url` up to this release. @returns names of the migrations applied */
export const migrate = (url: string): Promise<string[]> => asOwner(url, applyMigrations);

/** Names of the migrations that the database at `url` lacks; changes nothing. */
export const pending = (url: string): Promise<string[]> => asOwner(url, pendingMigrations);
