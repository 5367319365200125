import type { Database } from './database.ts';

/** One key for every process that migrates this product: the second waits for the first. */
const advisoryLock = 7_715_202_611;

/** Applies what is missing, under an advisory lock. Needs the owner's connection. @returns names of what was applied */
export async function migrate(owner: Database): Promise<string[]> {
  const pool = await owner.pool();
  const guard = await pool.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [advisoryLock]);
    const applied = await owner.orm.migrator.up();
    return applied.map((migration) => migration.name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [advisoryLock]).catch(() => undefined);
    guard.release();
  }
}

/** Names of the migrations that this release has and the database has not. */
export async function pendingMigrations(owner: Database): Promise<string[]> {
  const pending = await owner.orm.migrator.getPending();
  return pending.map((migration) => migration.name);
}
