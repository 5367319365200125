import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, isWorkingDay } from '#kernel';
import { targetClock, type Pause, type Target } from './target-clock.ts';

const holidays = new Set(['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25']);
const target = { workingDays: 20, startedOn: '2026-03-30', pauses: [], holidays };

describe('the target clock of a promise of 20 working days, begun on Monday 30 March 2026', () => {
  test.each([
    ['2026-03-29', 0, 20],
    ['2026-03-30', 0, 20],
    ['2026-03-31', 1, 19],
    ['2026-04-06', 3, 17],
    ['2026-04-07', 4, 16],
    ['2026-04-29', 20, 0],
    ['2026-05-02', 22, -2],
    ['2026-05-05', 23, -3],
  ])('on %s has used %i and left %i', (today, used, left) => {
    expect(targetClock({ ...target, today })).toEqual({ due: '2026-04-29', used, left, paused: false });
  });

  const returned: Pause = { from: '2026-04-07' };

  test.each([
    ['2026-04-07', '2026-04-29', 4],
    ['2026-04-08', '2026-04-30', 4],
    ['2026-04-17', '2026-05-12', 4],
  ])('returned on 7 April, on %s is due on %s', (today, due, used) => {
    expect(targetClock({ ...target, pauses: [returned], today })).toEqual({ due, used, left: 20 - used, paused: true });
  });

  test('answered ten days later runs again from the next working day', () => {
    const pauses = [{ ...returned, until: '2026-04-17' }];
    expect(targetClock({ ...target, pauses, today: '2026-04-17' })).toMatchObject({ used: 4, paused: false });
    expect(targetClock({ ...target, pauses, today: '2026-04-20' })).toMatchObject({ used: 5, left: 15 });
    expect(targetClock({ ...target, pauses, today: '2026-05-12' })).toEqual({
      due: '2026-05-12',
      used: 20,
      left: 0,
      paused: false,
    });
  });

  test('answered on the day it was returned loses nothing', () => {
    const pauses = [{ from: '2026-04-07', until: '2026-04-07' }];
    expect(targetClock({ ...target, pauses, today: '2026-04-07' })).toMatchObject({ due: '2026-04-29', paused: false });
  });

  test('once overdue stays overdue by as much while it rests', () => {
    const pauses = [{ from: '2026-05-01' }];
    expect(targetClock({ ...target, pauses, today: '2026-05-20' })).toEqual({
      due: '2026-04-29',
      used: 22,
      left: -2,
      paused: true,
    });
  });

  test('held until a day to come is due after it', () => {
    const pauses = [{ from: '2026-04-07', until: '2026-04-24' }];
    expect(targetClock({ ...target, pauses, today: '2026-04-09' })).toEqual({
      due: '2026-05-19',
      used: 4,
      left: 16,
      paused: true,
    });
  });

  test('a promise of no days is due on the day it begins', () => {
    const today = '2026-03-31';
    expect(targetClock({ ...target, workingDays: 0, today })).toMatchObject({ due: '2026-03-30', left: -1 });
  });
});

describe('whatever the pauses', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-03-01', days));
  const pause = fc.record({ from: day, until: fc.option(day, { nil: undefined }) });
  const anyTarget: fc.Arbitrary<Target> = fc.record({
    workingDays: fc.integer({ min: 1, max: 40 }),
    startedOn: day,
    pauses: fc.array(pause, { maxLength: 4 }),
    holidays: fc.constant(holidays),
    today: day,
  });

  /** Day by day, as a person with a calendar on the wall would count. */
  function counts(date: string, { startedOn, pauses, today }: Target): boolean {
    const rests = pauses.some(({ from, until }) => from < date && date <= (until ?? today));
    return date > startedOn && isWorkingDay(date, holidays) && !rests;
  }

  test('a day counts where it is a working day and no pause holds it', () => {
    fc.assert(
      fc.property(anyTarget, (given) => {
        const days = Array.from({ length: 240 }, (_, index) => addDays('2026-03-01', index));
        const counted = days.filter((date) => counts(date, given));
        const { due, used, left } = targetClock(given);
        expect(used).toBe(counted.filter((date) => date <= given.today).length);
        expect(left).toBe(given.workingDays - used);
        expect(due).toBe(counted[given.workingDays - 1]);
      }),
      { numRuns: 500 },
    );
  });
});
