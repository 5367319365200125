import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Throttle } from '#organisations/server';
import { testDatabase, type TestDatabase } from '#testing';
import type { WorkerParts } from '../../worker-parts.ts';
import { forgetEndedSessions } from './forget-ended-sessions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** The schedule as it comes round some minutes from now. */
async function comesRoundIn(minutes: number): Promise<void> {
  const clock = { now: () => new Date(Date.now() + minutes * 60_000) };
  await forgetEndedSessions.run({ database: database.database, clock } as WorkerParts);
}

const counts = async (): Promise<number> => (await database.database.rows('select from sign_in_throttle')).length;

test('given a failed attempt, when its quarter of an hour and its hour are over, then nothing is left of it', async () => {
  await new Throttle(database.database).attempt('somebody@example.org', '192.0.2.1');
  expect(await counts()).toBe(3);
  await comesRoundIn(0);
  expect(await counts()).toBe(3);
  await comesRoundIn(16);
  expect(await counts()).toBe(1);
  await comesRoundIn(61);
  expect(await counts()).toBe(0);
});
