import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '#platform/database';
import { testDatabase, type TestDatabase } from '#testing';
import { lineTo } from '#testing/servers';
import { queuePrefix } from './queue-prefix.ts';

let one: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [one, other] = [await testDatabase(), await testDatabase()];
});
afterAll(async () => {
  await one.close();
  await other.close();
});

test('two databases of one server have different queues on a Redis', async () => {
  const [here, there] = [await queuePrefix(one.database, one.url), await queuePrefix(other.database, other.url)];
  expect(here).toMatch(/^wayleave-[\da-f]{16}$/);
  expect(there).not.toBe(here);
});

test('a database on another port keeps its queues', async () => {
  const url = new URL(one.url);
  const line = await lineTo({ host: url.hostname, port: Number(url.port) });
  url.port = String(line.port);
  const database = await Database.connect({ url: url.href, as: 'application', poolSize: 1 });
  try {
    expect(await queuePrefix(database, url.href)).toBe(await queuePrefix(one.database, one.url));
  } finally {
    await database.close();
    await line.close();
  }
});
