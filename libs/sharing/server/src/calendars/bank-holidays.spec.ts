import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { isLocalDate, isWorkingDay } from '#kernel';
import { nations, type Nation } from '#sharing/domain';
import { bankHolidays, proclaimedHolidays } from './bank-holidays.ts';
import { calendarsWith } from './holiday-calendars.ts';
import { standingHolidays } from './standing-holidays.ts';

const years = Array.from({ length: 26 }, (_, index) => 2015 + index);
const regions: Readonly<Record<Nation, string>> = {
  england: 'ENG',
  wales: 'WLS',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};
const calendars = calendarsWith([]);
const nothing: ReadonlySet<string> = new Set();

test.each(nations)('the bank holidays of %s are those of an independent collection, save what it lacks', (nation) => {
  const collection = new Holidays('GB', regions[nation], { types: ['public', 'bank'] });
  const theirs = years
    .flatMap((year) => collection.getHolidays(year).map(({ date }) => date.slice(0, 10)))
    .filter((date) => isWorkingDay(date, nothing));
  const lacking = proclaimedHolidays.filter((holiday) => holiday.nations.includes(nation)).map(({ dates }) => dates);
  for (const date of lacking) expect(theirs).not.toContain(date);
  expect([...calendars[nation]].sort()).toEqual([...new Set([...theirs, ...lacking])].sort());
});

test('each is a day that exists, from Monday to Friday, within the years, and stands once', () => {
  for (const { date } of standingHolidays) {
    expect([date, isLocalDate(date) && isWorkingDay(date, nothing)]).toEqual([date, true]);
    expect(years).toContain(Number(date.slice(0, 4)));
  }
  const places = standingHolidays.map(({ nation, date }) => `${nation} ${date}`);
  expect(new Set(places).size).toBe(places.length);
  expect(bankHolidays.length).toBeGreaterThan(15);
});

const of = (nation: Nation, year: number): string[] =>
  [...calendars[nation]].filter((date) => date.startsWith(`${year}`)).sort();

describe('facts of single years', () => {
  const england2026 = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ];

  test('2026 in England and Wales', () => {
    expect(of('england', 2026)).toEqual(england2026);
    expect(of('wales', 2026)).toEqual(england2026);
  });

  test('2026 in Scotland: no Easter Monday, a summer holiday of its own, one day for the World Cup', () => {
    expect(of('scotland', 2026)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-04-03',
      '2026-05-04',
      '2026-05-25',
      '2026-06-15',
      '2026-08-03',
      '2026-11-30',
      '2026-12-25',
      '2026-12-28',
    ]);
  });

  test('2026 in Northern Ireland: St Patrick, and 13 July since the 12th is a Sunday', () => {
    expect(of('northern-ireland', 2026)).toEqual([...england2026, '2026-03-17', '2026-07-13'].sort());
  });

  test('a day proclaimed once is a holiday everywhere', () => {
    for (const nation of nations) {
      for (const date of ['2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2020-05-08']) {
        expect([nation, date, calendars[nation].has(date)]).toEqual([nation, date, true]);
      }
      for (const moved of ['2020-05-04', '2022-05-30']) expect(calendars[nation].has(moved)).toBe(false);
    }
  });

  test('where New Year falls on a weekend, Scotland rests two days in its stead', () => {
    expect(of('england', 2022).slice(0, 1)).toEqual(['2022-01-03']);
    expect(of('scotland', 2022).slice(0, 2)).toEqual(['2022-01-03', '2022-01-04']);
    expect(of('scotland', 2023).slice(0, 2)).toEqual(['2023-01-02', '2023-01-03']);
    expect(of('scotland', 2019)).toContain('2019-12-02');
  });

  test('the whole country rests when one nation does', () => {
    const all = [...calendars['uk-any']].filter((date) => date.startsWith('2026'));
    expect(all.sort()).toEqual([...new Set(nations.flatMap((nation) => of(nation, 2026)))].sort());
    expect(all.length).toBe(14);
  });
});
