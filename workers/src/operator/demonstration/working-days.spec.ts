import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '#kernel';
import { WorkingDays } from './working-days.ts';

const holidays = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);

describe('working days before today', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23', 'a Monday is itself'],
    ['2026-11-23', 1, '2026-11-20', 'and comes after a Friday'],
    ['2026-11-28', 0, '2026-11-27', 'on a Saturday people worked last on Friday'],
    ['2026-11-28', 1, '2026-11-26', 'and on Thursday before that'],
    ['2027-01-01', 0, '2026-12-31', 'at New Year the last day of the old year'],
    ['2026-12-29', 1, '2026-12-24', 'over Christmas nobody works'],
  ])('of %s, %i back, is %s: %s', (today, count, expected) => {
    expect(new WorkingDays(today, holidays).before(count)).toBe(expected);
  });

  it('are all working days, each before the other, in whatever order they are asked for', () => {
    const days = new WorkingDays('2027-01-02', holidays);
    const far = days.before(130);
    const all = Array.from({ length: 131 }, (_, count) => days.before(count));
    expect(all.at(-1)).toBe(far);
    expect(all.filter((day) => !isWorkingDay(day, holidays))).toEqual([]);
    expect([...new Set(all)].sort().reverse()).toEqual(all);
  });
});
