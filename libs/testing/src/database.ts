import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Database } from '#platform/database';

/** Path of a module with `migrate(url)`; a global of `jest.config.mjs`. */
declare const templateMigration: string;

/** A database of its own for one spec file: migrated, empty, gone with the run. */
export interface TestDatabase {
  /** Address as the owner of all tables: for `migrate`, and for looking behind the application's back. */
  readonly url: string;
  /** As the application sees it, with its rights and no more. */
  readonly database: Database;
  /** A second connection, as the owner: for what the application may not do (clocks set back, rows tampered with). */
  owner(): Promise<Database>;
  close(): Promise<void>;
}

const template = 'wayleave_template';
const lock = 7_715_202_610;

async function clusterAddress(): Promise<string> {
  const keeper = process.env['TEST_CLUSTER'];
  if (!keeper) throw new Error('No throwaway PostgreSQL: run specs through jest.config.mjs');
  // A connection of its own: one kept from the spec file before may be closed at the other end by now.
  const response = await fetch(keeper, { headers: { connection: 'close' } });
  const body = await response.text();
  if (!response.ok) throw new Error(body);
  return (JSON.parse(body) as { url: string }).url;
}

const addressOf = (cluster: string, name: string): string => {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
};

/** The first spec that asks migrates the template; those that come meanwhile wait for it. */
async function ensureTemplate(admin: Client, cluster: string): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [lock]);
  const { rowCount } = await admin.query('select from pg_database where datname = $1 and datistemplate', [template]);
  if (!rowCount) {
    await admin.query(`drop database if exists ${template}`);
    await admin.query(`create database ${template}`);
    const { migrate } = (await import(templateMigration)) as { migrate(url: string): Promise<unknown> };
    await migrate(addressOf(cluster, template));
    await admin.query(`alter database ${template} is_template true allow_connections false`);
  }
  await admin.query('select pg_advisory_unlock($1)', [lock]);
}

async function onCluster<Result>(cluster: string, work: (admin: Client) => Promise<Result>): Promise<Result> {
  const admin = new Client({ connectionString: cluster });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** @returns the address of an empty database, without any table of ours, on the throwaway PostgreSQL */
export async function emptyDatabase(): Promise<string> {
  const cluster = await clusterAddress();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, (admin) => admin.query(`create database ${name}`));
  return addressOf(cluster, name);
}

/** Clones the migrated template (about 0.1 s). Call it in `beforeAll`, and `close()` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await clusterAddress();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, async (admin) => {
    await ensureTemplate(admin, cluster);
    await admin.query(`create database ${name} template ${template}`);
  });
  const url = addressOf(cluster, name);
  const opened: Database[] = [];
  const open = async (as: 'application' | 'owner'): Promise<Database> => {
    const database = await Database.connect({ url, as, poolSize: 5, name: 'spec' });
    opened.push(database);
    return database;
  };
  return {
    url,
    database: await open('application'),
    owner: () => open('owner'),
    close: async () => {
      await Promise.all(opened.map((database) => database.close()));
    },
  };
}
