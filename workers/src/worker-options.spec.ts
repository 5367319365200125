import { expect, test } from '@jest/globals';
import { pauseAfter, reactionTries } from './worker-options.ts';

test('a reaction is tried soon at first, never more than a quarter of an hour later, and over a whole night', () => {
  const pauses = Array.from({ length: reactionTries.attempts - 1 }, (_, failed) => pauseAfter(failed + 1));
  expect(pauses.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
  expect(Math.max(...pauses)).toBe(15 * 60_000);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(7);
  expect(hours).toBeLessThan(9);
});
