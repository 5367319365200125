import { expect, test } from '@jest/globals';
import { dayOf } from './day-of.ts';

test.each([
  ['2026-01-31T23:59:59.999Z', '2026-01-31'],
  ['2026-06-30T22:59:59.999Z', '2026-06-30'],
  ['2026-06-30T23:00:00.000Z', '2026-07-01'],
  // Summer time begins at 01:00 UTC on 29 March and ends at 01:00 UTC on 25 October 2026.
  ['2026-03-28T23:30:00.000Z', '2026-03-28'],
  ['2026-03-29T23:30:00.000Z', '2026-03-30'],
  ['2026-10-25T23:30:00.000Z', '2026-10-25'],
])('%s is %s in the United Kingdom', (instant, day) => {
  expect(dayOf(instant)).toBe(day);
});
