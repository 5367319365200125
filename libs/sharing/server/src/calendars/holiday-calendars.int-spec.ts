import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Queries } from '#platform/database';
import { testDatabase, type TestDatabase } from '#testing';
import { addedHolidays, addHoliday, allHolidays, removeHoliday } from './holiday-additions.ts';
import { HolidayCalendars } from './holiday-calendars.ts';

const at = new Date('2027-02-01T09:00:00.000Z');
const jubilee = { nation: 'scotland', date: '2027-06-14', name: 'A day for Scotland' } as const;
let files: TestDatabase;

beforeAll(async () => {
  files = await testDatabase();
});
afterAll(() => files.close());
beforeEach(() => files.database.rows('delete from holiday_addition'));

const codeOf = (outcome: Awaited<ReturnType<typeof addHoliday>>): string | undefined =>
  outcome.ok ? undefined : outcome.refusals[0]?.code;

describe('holidays that are added', () => {
  test('are kept with the instant, and taken back', async () => {
    expect(await addHoliday(files.database, { ...jubilee, name: '  A day for Scotland ' }, at)).toEqual({
      ok: true,
      value: jubilee,
    });
    expect(await addedHolidays(files.database)).toEqual([{ ...jubilee, addedAt: at }]);
    expect(await removeHoliday(files.database, 'scotland', '2027-06-14')).toEqual({ ok: true, value: jubilee });
    expect(await addedHolidays(files.database)).toEqual([]);
  });

  test('stand in order among those of the calendar', async () => {
    await addHoliday(files.database, jubilee, at);
    const scotland = (await allHolidays(files.database)).filter(
      ({ nation, date }) => nation === 'scotland' && date.startsWith('2027-0'),
    );
    expect(scotland.map(({ date }) => date)).toEqual([
      '2027-01-01',
      '2027-01-04',
      '2027-03-26',
      '2027-05-03',
      '2027-05-31',
      '2027-06-14',
      '2027-08-02',
    ]);
  });

  test('are added once, on a day that is not free anyway, and with a name', async () => {
    await addHoliday(files.database, jubilee, at);
    expect(codeOf(await addHoliday(files.database, jubilee, at))).toBe('sharing.holiday-added-already');
    expect(codeOf(await addHoliday(files.database, { ...jubilee, nation: 'wales' }, at))).toBeUndefined();
    const onSunday = { ...jubilee, date: '2027-06-13' };
    expect(codeOf(await addHoliday(files.database, onSunday, at))).toBe('sharing.holiday-on-weekend');
    const christmas = { ...jubilee, date: '2027-12-27' };
    expect(codeOf(await addHoliday(files.database, christmas, at))).toBe('sharing.holiday-standing');
    const friday = { ...jubilee, date: '2027-06-18' };
    for (const name of ['', '  ', 'two\nlines', 'n'.repeat(121)]) {
      expect(codeOf(await addHoliday(files.database, { ...friday, name }, at))).toBe('sharing.holiday-name-missing');
    }
    expect(await addedHolidays(files.database)).toHaveLength(2);
  });

  test('only they are removed', async () => {
    expect(codeOf(await removeHoliday(files.database, 'scotland', '2027-11-30'))).toBe('sharing.holiday-standing');
    expect(codeOf(await removeHoliday(files.database, 'wales', '2027-11-30'))).toBe('sharing.holiday-not-found');
  });

  test('the table takes no other nation, and the application changes no row', async () => {
    const { database } = files;
    const other = `insert into holiday_addition values ('france', '2027-07-14', 'Bastille', now())`;
    await expect(database.rows(other)).rejects.toThrow('holiday_addition_nation_check');
    await expect(database.rows(`update holiday_addition set name = 'Other'`)).rejects.toThrow('permission denied');
  });
});

describe('the calendars', () => {
  let now: Date;
  let asked: number;
  const counting: Queries = {
    rows: (sql, parameters) => {
      asked += 1;
      return files.database.rows(sql, parameters);
    },
  };
  const later = (seconds: number): void => void (now = new Date(at.getTime() + seconds * 1000));
  beforeEach(() => {
    asked = 0;
    later(0);
  });

  test('know of an addition within a minute, and ask no more often', async () => {
    const calendars = new HolidayCalendars({ now: () => now });
    const first = await calendars.current(counting);
    expect(first.scotland.has('2027-06-14')).toBe(false);
    await addHoliday(files.database, jubilee, at);
    later(59);
    expect(await calendars.current(counting)).toBe(first);
    expect(asked).toBe(1);
    later(60);
    const second = await calendars.current(counting);
    expect(asked).toBe(2);
    expect(second.scotland.has('2027-06-14')).toBe(true);
    expect(second['uk-any'].has('2027-06-14')).toBe(true);
    expect(second.england.has('2027-06-14')).toBe(false);
    later(120);
    expect(await calendars.current(counting)).toBe(second);
    expect(asked).toBe(3);
  });

  test('forget what was removed, and read again when the clock was set back', async () => {
    await addHoliday(files.database, jubilee, at);
    const calendars = new HolidayCalendars({ now: () => now });
    expect((await calendars.current(counting)).scotland.has('2027-06-14')).toBe(true);
    await removeHoliday(files.database, 'scotland', '2027-06-14');
    later(-3600);
    expect((await calendars.current(counting)).scotland.has('2027-06-14')).toBe(false);
  });

  test('a reading that fails leaves the next one to try again', async () => {
    const calendars = new HolidayCalendars({ now: () => now });
    const broken: Queries = { rows: () => Promise.reject(new Error('no connection')) };
    await expect(calendars.current(broken)).rejects.toThrow('no connection');
    expect((await calendars.current(counting)).england.has('2026-12-25')).toBe(true);
  });
});
