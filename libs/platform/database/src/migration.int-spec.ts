import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyDatabase } from '#testing';
import { Database, migrate, pendingMigrations, SqlMigration } from './index.ts';

class First extends SqlMigration {
  override readonly name = 'first';
  readonly sql = `create table first (id integer); select pg_sleep(0.3);`;
}
class Second extends SqlMigration {
  override readonly name = 'second';
  readonly sql = `create table second (id integer);`;
}
class Broken extends SqlMigration {
  override readonly name = 'third';
  readonly sql = `create table third (id integer); create table first (id integer);`;
}

let url: string;
const opened: Database[] = [];
const open = async (...migrations: (typeof First)[]): Promise<Database> => {
  const database = await Database.connect({ url, as: 'owner', poolSize: 3, migrations });
  opened.push(database);
  return database;
};
beforeAll(async () => {
  url = await emptyDatabase();
});
afterAll(() => Promise.all(opened.map((database) => database.close())));

test('two that migrate at once: one applies, the other waits and finds nothing to do', async () => {
  const both = [await open(First), await open(First)];
  const applied = await Promise.all(both.map(migrate));
  expect(applied.flat()).toEqual(['first']);
});

test('what is missing is named, applied in order, and only once', async () => {
  const database = await open(First, Second as never);
  expect(await pendingMigrations(database)).toEqual(['second']);
  expect(await migrate(database)).toEqual(['second']);
  expect(await migrate(database)).toEqual([]);
  expect(await pendingMigrations(database)).toEqual([]);
});

test('a migration that fails leaves nothing behind, and the next may try', async () => {
  const database = await open(First, Second as never, Broken as never);
  await expect(migrate(database)).rejects.toThrow('already exists');
  expect(await database.rows(`select to_regclass('third')::text as third`)).toEqual([{ third: null }]);
  expect(await pendingMigrations(database)).toEqual(['third']);
  await expect(migrate(database)).rejects.toThrow('already exists');
});
