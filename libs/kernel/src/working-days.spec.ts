import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, addWorkingDays, isLocalDate, isWorkingDay, localDate, workingDaysBetween } from './working-days.ts';

const england2026 = new Set([
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
]);
const none: ReadonlySet<string> = new Set();

describe('days of the calendar', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-4-3', false],
    ['2026-04-03T00:00:00Z', false],
    ['+002026-04-03', false],
    ['', false],
  ])('“%s” is a date: %s', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected);
  });

  test('nothing is counted from a day that does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addWorkingDays('yesterday', 1, none)).toThrow(RangeError);
    expect(() => workingDaysBetween('2026-01-01', '2026-06-31', none)).toThrow(RangeError);
    expect(() => isWorkingDay('2026-1-1', none)).toThrow(RangeError);
  });
});

describe('working days', () => {
  test.each([
    ['2026-04-02', true, 'Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-04', false, 'Saturday'],
    ['2026-04-05', false, 'Sunday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-04-07', true, 'Tuesday'],
    ['1969-12-27', false, 'a Saturday before 1970'],
    ['1969-12-29', true, 'a Monday before 1970'],
  ])('%s is one: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date, england2026)).toBe(expected);
  });

  test.each([
    ['2026-04-02', 0, '2026-04-02'],
    ['2026-04-04', 0, '2026-04-04'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-03-30', 5, '2026-04-08'],
    ['2026-04-01', 20, '2026-05-01'],
    ['2026-12-24', 2, '2026-12-30'],
    ['2026-11-23', 20, '2026-12-21'],
  ])('from %s, day %i is %s', (from, days, expected) => {
    expect(addWorkingDays(from, days, england2026)).toBe(expected);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d working days are not a number of them', (days) => {
    expect(() => addWorkingDays('2026-04-02', days, none)).toThrow(RangeError);
  });

  test.each([
    ['2026-04-02', '2026-04-02', 0],
    ['2026-04-02', '2026-04-06', 0],
    ['2026-04-02', '2026-04-07', 1],
    ['2026-04-01', '2026-05-01', 20],
    ['2026-05-01', '2026-04-01', -20],
    ['2026-04-06', '2026-04-02', 0],
  ])('between %s and %s lie %i', (from, until, expected) => {
    expect(workingDaysBetween(from, until, england2026)).toBe(expected);
  });
});

describe('whatever the dates and the holidays', () => {
  const date = fc
    .integer({ min: 0, max: 25 * 365 })
    .map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10));
  const holidays = fc.array(date, { maxLength: 200 }).map((dates) => new Set(dates));

  test('days are added and found again, and the last is a working day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 90 }), holidays, (from, days, free) => {
        const until = addWorkingDays(from, days, free);
        expect(isWorkingDay(until, free)).toBe(true);
        expect(workingDaysBetween(from, until, free)).toBe(days);
        expect(workingDaysBetween(until, from, free)).toBe(-days);
        expect(workingDaysBetween(from, addDays(until, -1), free)).toBe(days - 1);
      }),
    );
  });

  test('what lies between two dates leads from the first to the last working day up to the second', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 120 }), holidays, (from, ahead, free) => {
        const until = addDays(from, ahead);
        const reached = addWorkingDays(from, workingDaysBetween(from, until, free), free);
        expect(reached <= until).toBe(true);
        expect(workingDaysBetween(reached, until, free)).toBe(0);
      }),
    );
  });
});

describe('the day an instant falls on', () => {
  test.each([
    ['2026-01-15T23:30:00Z', undefined, '2026-01-15'],
    ['2026-07-15T23:30:00Z', undefined, '2026-07-16'],
    ['2026-03-29T00:59:59Z', undefined, '2026-03-29'],
    ['2026-10-24T23:00:00.000Z', undefined, '2026-10-25'],
    ['2026-10-25T23:30:00Z', undefined, '2026-10-25'],
    ['2025-12-31T23:59:59.999Z', undefined, '2025-12-31'],
    ['2026-07-15T23:30:00Z', 'UTC', '2026-07-15'],
    ['2026-07-15T20:00:00Z', 'Pacific/Auckland', '2026-07-16'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(localDate(instant, zone)).toBe(expected);
  });

  test('a text that is no instant has none', () => {
    expect(() => localDate('soon')).toThrow(RangeError);
  });
});
