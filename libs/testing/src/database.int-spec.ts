import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applicationRole } from '#platform/database';
import { testDatabase, type TestDatabase } from './database.ts';

let one: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [one, other] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(() => Promise.all([one, other].map((database) => database.close())));

describe('a database for specs', () => {
  test('is migrated, and seen as the application sees it', async () => {
    expect(await one.database.rows('select current_user::text as role')).toEqual([{ role: applicationRole }]);
    expect(await one.database.rows('select * from ledger_entry')).toEqual([]);
  });

  test('belongs to its file alone', async () => {
    const owner = await one.owner();
    await owner.rows('create table only_here (id int)');
    expect(await owner.rows("select to_regclass('only_here') is not null as found")).toEqual([{ found: true }]);
    expect(await other.database.rows("select to_regclass('only_here') is not null as found")).toEqual([
      { found: false },
    ]);
  });
});
