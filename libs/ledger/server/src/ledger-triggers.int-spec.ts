import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sqlState, type Database } from '#platform/database';
import { parcelsOffice, type Parcels } from '#testing/parcel';

const insufficientPrivilege = '42501';

let office: Parcels;
let asOwner: Database;
let entry: string;
let later: string;

beforeAll(async () => {
  office = await parcelsOffice();
  asOwner = office.owner;
});
afterAll(() => office.test.close());

/** An entry with words, and a later one that could name its erasure. */
beforeEach(async () => {
  const id = await office.registered();
  await office.paint(id, 1, 'green', { note: 'Words of a person' });
  await office.paint(id, 2, 'blue');
  const rows = await office.database.rows<{ id: string }>(
    'select id from ledger_entry where stream = $1 order by revision',
    [id],
  );
  [entry, later] = [rows[1]?.id ?? '', rows[2]?.id ?? ''];
});

/** SQLSTATE with which a statement was refused; `done` where it was not. */
const refusal = (database: Database, sql: string, parameters: unknown[] = []): Promise<string> =>
  database.rows(sql, parameters).then(
    () => 'done',
    (error: unknown) => sqlState(error) ?? String(error),
  );

const histories = ['ledger_entry', 'ledger_erasure'] as const;
const changes = histories.flatMap((table) => [
  [table, `update ${table} set ${table === 'ledger_entry' ? 'facts' : 'by_entry'} = null`],
  [table, `delete from ${table}`],
  [table, `delete from ${table} where false`],
  [table, `truncate ${table} cascade`],
]);

describe('history only grows', () => {
  test.each(changes)('%s: “%s” is refused to the owner by a trigger', async (_table, sql) => {
    expect(await refusal(asOwner, sql)).toBe('WL001');
  });

  test.each(changes)('%s: “%s” is refused to the application by its rights', async (_table, sql) => {
    expect(await refusal(office.database, sql)).toBe(insufficientPrivilege);
  });
});

describe('words', () => {
  test.each(['owner', 'application'] as const)('are not changed by the %s', async (who) => {
    const database = who === 'owner' ? asOwner : office.database;
    const expected = who === 'owner' ? 'WL001' : insufficientPrivilege;
    expect(await refusal(database, `update ledger_private set body = '{}'`)).toBe(expected);
    expect(await refusal(database, 'truncate ledger_private')).toBe(expected);
  });

  test.each(['owner', 'application'] as const)('go only when an erasure names them: %s', async (who) => {
    const database = who === 'owner' ? asOwner : office.database;
    const remove = () => refusal(database, 'delete from ledger_private where entry = $1', [entry]);
    expect(await remove()).toBe('WL002');
    await database.rows('insert into ledger_erasure (private_entry, by_entry) values ($1, $2)', [entry, later]);
    expect(await remove()).toBe('done');
    expect(await office.database.rows('select from ledger_private where entry = $1', [entry])).toEqual([]);
    const again = `insert into ledger_private (entry, salt, body) values ($1, '\\x00', '{}')`;
    expect(await refusal(database, again, [entry])).toBe('WL003');
  });

  test('of one entry are written once, and only for an entry that is there', async () => {
    const insert = `insert into ledger_private (entry, salt, body) values ($1, '\\x00', '{}')`;
    expect(await refusal(office.database, insert, [entry])).toBe('23505');
    expect(await refusal(office.database, insert, ['0197f000-0000-7000-8000-00000000dead'])).toBe('23503');
  });
});

describe('the application’s role', () => {
  const tables = ['ledger_entry', 'ledger_private', 'ledger_erasure', 'outbox', 'command_receipt'];

  test('owns nothing', async () => {
    const owned = await asOwner.rows(
      `select relname from pg_class where relowner = 'wayleave_app'::regrole
       union all select proname from pg_proc where proowner = 'wayleave_app'::regrole
       union all select nspname from pg_namespace where nspowner = 'wayleave_app'::regrole`,
    );
    expect(owned).toEqual([]);
  });

  test('has no attribute of power, and no sign-in of its own', async () => {
    expect(
      await asOwner.rows(
        `select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls from pg_roles where rolname = 'wayleave_app'`,
      ),
    ).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, rolbypassrls: false }]);
  });

  test.each(
    tables.flatMap((table) => [
      [`alter table ${table} disable trigger all`],
      [`drop table ${table} cascade`],
      [`alter table ${table} add column more text`],
    ]),
  )('may not “%s”', async (sql) => {
    expect(await refusal(office.database, sql)).toBe(insufficientPrivilege);
  });

  test('may not rewrite the functions of the triggers, nor pass them by as a replica', async () => {
    const rewrite = `create or replace function ledger_refuse_change() returns trigger language plpgsql as 'begin return new; end'`;
    expect(await refusal(office.database, rewrite)).toBe(insufficientPrivilege);
    expect(await refusal(office.database, `set session_replication_role = replica`)).toBe(insufficientPrivilege);
    expect(await refusal(office.database, 'create table mine (id int)')).toBe(insufficientPrivilege);
  });
});
