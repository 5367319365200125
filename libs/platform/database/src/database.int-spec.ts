import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#testing';
import { Database, listen, sqlState, violatedConstraint, type Queries, type Transaction } from './index.ts';

let spec: TestDatabase;
let database: Database;
let owner: Database;
beforeAll(async () => {
  spec = await testDatabase();
  owner = await spec.owner();
  database = await Database.connect({ url: spec.url, as: 'application', poolSize: 2, name: 'small pool' });
  await owner.rows('create table counter (name text primary key, n integer not null)');
  await owner.rows('grant select, insert, update, delete on counter to wayleave_app');
});
afterAll(async () => {
  await database.close();
  await spec.close();
});
beforeEach(async () => {
  await owner.rows('delete from counter');
  await owner.rows(`insert into counter values ('a', 0), ('b', 0)`);
});

const pidOf = async (transaction: Transaction): Promise<number> =>
  (await transaction.rows<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid ?? 0;
const raise = (name: string) => `update counter set n = n + 1 where name = '${name}'`;
const values = () => owner.rows<{ n: number }>('select n from counter order by name');

describe('parameters', () => {
  test('are values, whatever they hold', async () => {
    const nasty = `'; drop table counter; -- $1`;
    expect(await database.rows('select $1::text as text, $2::integer[] as list', [nasty, [1, 2]])).toEqual([
      { text: nasty, list: [1, 2] },
    ]);
    const inside = await database.transaction((transaction) => transaction.rows('select $1::text as text', [nasty]));
    expect(inside).toEqual([{ text: nasty }]);
  });

  test('go with a statement that has a name as with any other, inside a transaction and outside', async () => {
    const text = 'select $1::integer + 1 as next';
    const both = async (queries: Queries, given: number) => queries.rows(text, [given], 'next-number');
    expect([await both(database, 1), await both(database, 2)]).toEqual([[{ next: 2 }], [{ next: 3 }]]);
    await database.transaction(async (transaction) => {
      expect(await both(transaction, 3)).toEqual([{ next: 4 }]);
      expect(await both(transaction, 4)).toEqual([{ next: 5 }]);
      await expect(transaction.rows('select 1 as one', [], 'next-number')).rejects.toThrow('must be unique');
    });
  });

  test('instants come back to the millisecond', async () => {
    const at = new Date('2026-11-23T09:00:00.123Z');
    expect(await database.rows('select $1::timestamptz(3) as at', [at])).toEqual([{ at }]);
  });
});

describe('a transaction', () => {
  test('is rolled back by a throw', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.rows(raise('a'));
      throw new Error('No');
    });
    await expect(work).rejects.toThrow('No');
    expect(await values()).toEqual([{ n: 0 }, { n: 0 }]);
  });

  test('does one after another what is asked at once, each with its own answer, until one fails', async () => {
    const asked = await database.transaction((transaction) =>
      Promise.all([1, 2, 3].map((n) => transaction.rows('select $1::integer as n', [n], 'asked-at-once'))),
    );
    expect(asked).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
    const fails = database.transaction((transaction) =>
      Promise.all([transaction.rows(raise('a')), transaction.rows('select 1 / 0'), transaction.rows(raise('b'))]),
    );
    await expect(fails).rejects.toThrow('division by zero');
    expect(await values()).toEqual([{ n: 0 }, { n: 0 }]);
  });

  test('sends nothing more once it has ended', async () => {
    let late: Promise<object[]> | undefined;
    let kept: Transaction | undefined;
    const fails = database.transaction((transaction) => {
      kept = transaction;
      late = transaction.rows('select pg_sleep(0.05)').then(() => transaction.rows(raise('a')));
      late.catch(() => undefined);
      return Promise.reject(new Error('No'));
    });
    await expect(fails).rejects.toThrow('No');
    await expect(late).rejects.toThrow('has ended');
    await expect(kept?.rows(raise('b'))).rejects.toThrow('has ended');
    expect(await values()).toEqual([{ n: 0 }, { n: 0 }]);
  });

  test('of two that wait for each other both are done: the deadlock is tried again', async () => {
    let met = 0;
    let open: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (open = resolve));
    const both = (first: string, second: string) =>
      database.transaction(async (transaction) => {
        await transaction.rows(raise(first));
        met += 1;
        if (met === 2) open();
        await meeting;
        await transaction.rows(raise(second));
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(await values()).toEqual([{ n: 2 }, { n: 2 }]);
    expect(met).toBe(3);
  });

  test('tells which constraint was violated', async () => {
    const error: unknown = await database
      .transaction((transaction) => transaction.rows(`insert into counter values ('a', 1)`))
      .catch((caught: unknown) => caught);
    expect(sqlState(error)).toBe('23505');
    expect(violatedConstraint(error)).toBe('counter_pkey');
  });
});

test('connections that die in the middle of transactions cost the pool no place', async () => {
  for (let round = 0; round < 5; round += 1) {
    const dies = database.transaction(async (transaction) => {
      await owner.rows('select pg_terminate_backend($1)', [await pidOf(transaction)]);
      await transaction.rows(raise('a'));
    });
    await expect(dies).rejects.toThrow();
  }
  await Promise.all([1, 2, 3, 4].map(() => database.transaction((transaction) => transaction.rows(raise('a')))));
  expect(await values()).toEqual([{ n: 4 }, { n: 0 }]);
});

test('connections that die while nobody holds them are replaced', async () => {
  await database.rows('select 1');
  await owner.rows(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'small pool'`);
  await expect(
    (async () => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const done = await database.rows('select 1 as one').catch(() => undefined);
        if (done) return done;
      }
      return undefined;
    })(),
  ).resolves.toEqual([{ one: 1 }]);
});

describe('listening', () => {
  const until = async (condition: () => boolean): Promise<void> => {
    const end = performance.now() + 10_000;
    while (!condition() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(condition()).toBe(true);
  };

  test('hears a notification at its commit, and hears again after its connection died', async () => {
    let heard = 0;
    const failures: string[] = [];
    const listener = listen(spec.url, 'counted', {
      heard: () => (heard += 1),
      failed: (error) => failures.push(error.message),
    });
    await until(() => heard === 1);
    await database.transaction((transaction) => transaction.rows(`select pg_notify('counted', '')`));
    await until(() => heard === 2);
    await owner.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wayleave listening to counted'`,
    );
    await until(() => heard === 3);
    expect(failures).toHaveLength(1);
    await owner.rows(`select pg_notify('counted', '')`);
    await until(() => heard === 4);
    await listener.close();
    expect(
      await owner.rows(`select from pg_stat_activity where application_name = 'wayleave listening to counted'`),
    ).toEqual([]);
  });

  test('where nobody answers it waits longer each time, and ends when told', async () => {
    let failures = 0;
    const nowhere = 'postgres://nobody:nothing@127.0.0.1:1/nowhere';
    const listener = listen(nowhere, 'x', { heard: () => undefined, failed: () => (failures += 1) });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await listener.close();
    const after = failures;
    expect(after).toBeGreaterThanOrEqual(2);
    expect(after).toBeLessThanOrEqual(4);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(failures).toBe(after);
  });
});
