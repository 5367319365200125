import { describe, expect, test } from '@jest/globals';
import { forecastOf } from './forecast.ts';
import { lapseOn, remindersOn, reopenUntil } from './lapse.ts';

describe('the forecast', () => {
  test.each([
    [[9, 9, 9, 9], { kind: 'target', days: 20 }],
    [[], { kind: 'target', days: 20 }],
    [[30, 4, 9, 8, 10], { kind: 'usual', days: 9, at: 4 }],
    [[5, 100, 6, 9, 8, 20], { kind: 'usual', days: 9, at: 4 }],
    [[7, 7, 8, 8, 8, 7], { kind: 'usual', days: 8, at: 4 }],
    [[2, 10, 2, 10, 2], { kind: 'usual', days: 2, at: 4 }],
  ])('after cases of %j working days is %j', (taken, expected) => {
    expect(forecastOf({ taken, used: 4, target: 20 })).toEqual(expected);
  });
});

describe('a case returned on Monday 30 March 2026', () => {
  const holidays = new Set(['2026-04-03', '2026-04-06']);

  test('is reminded of twice, and lapses', () => {
    expect(remindersOn('2026-03-30', holidays)).toEqual(['2026-04-15', '2026-04-22']);
    expect(lapseOn('2026-03-30', holidays)).toBe('2026-04-29');
  });

  test.each([
    ['2026-04-29', '2026-10-29'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-30', '2028-02-29'],
    ['2026-12-31', '2027-06-30'],
    ['2026-07-01', '2027-01-01'],
  ])('lapsed on %s may be opened again until %s', (lapsedOn, expected) => {
    expect(reopenUntil(lapsedOn)).toBe(expected);
  });
});
