import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HolidayCalendars } from '#sharing/server';
import { testDatabase, type TestDatabase } from '#testing';
import { operatorCommands } from './commands.ts';
import type { OperatorContext } from './context.ts';

let files: TestDatabase;
let context: OperatorContext;
let said: string[] = [];
let complained: string[] = [];

beforeAll(async () => {
  files = await testDatabase();
  context = {
    database: files.database,
    clock: { now: () => new Date('2027-02-01T09:00:00Z') },
    print: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
  } as unknown as OperatorContext;
});
afterAll(() => files.close());
beforeEach(() => files.database.rows('delete from holiday_addition'));

async function run(line: string): Promise<number | undefined> {
  [said, complained] = [[], []];
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  return operatorCommands['holiday']?.(
    words.map((word) => word.replace(/^"|"$/g, '')),
    context,
  );
}

describe('holidays on the command line', () => {
  test('one is added, counts, and is removed', async () => {
    expect(await run('add --nation scotland --date 2027-06-14 --name "A day for Scotland"')).toBe(0);
    expect(said).toEqual(['Scotland: 2027-06-14, A day for Scotland, is a holiday now.']);
    const calendars = await new HolidayCalendars(context.clock).current(files.database);
    expect(calendars.scotland.has('2027-06-14')).toBe(true);
    expect(calendars.wales.has('2027-06-14')).toBe(false);
    expect(await run('list --added')).toBe(0);
    expect(said).toEqual(['2027-06-14 · A day for Scotland · added 2027-02-01 · Scotland', '1 holiday']);
    expect(await run('remove --nation scotland --date 2027-06-14')).toBe(0);
    expect(said).toEqual(['Scotland: 2027-06-14, A day for Scotland, is no holiday any more.']);
    expect(await run('list --added')).toBe(0);
    expect(said).toEqual(['0 holidays']);
  });

  test('of several nations each says for itself what became of it', async () => {
    expect(await run('add --nation wales,england --date 2027-08-02 --name "A long summer"')).toBe(0);
    expect(said).toHaveLength(2);
    expect(await run('add --nation uk --date 2027-08-02 --name "A long summer"')).toBe(1);
    expect(said).toEqual(['Northern Ireland: 2027-08-02, A long summer, is a holiday now.']);
    expect(complained).toEqual([
      'England: 2027-08-02 was added already. To give it another name, remove it first.',
      'Wales: 2027-08-02 was added already. To give it another name, remove it first.',
      'Scotland: 2027-08-02 is a holiday there already: Summer bank holiday.',
    ]);
  });

  test('the list is of this year unless another is named, and joins what the nations share', async () => {
    await run('add --nation england --date 2027-06-14 --name "A day for England"');
    expect(await run('list --nation england,scotland')).toBe(0);
    expect(said).toEqual([
      '2027-01-01 · New Year’s Day · England, Scotland',
      '2027-01-04 · 2 January · Scotland',
      '2027-03-26 · Good Friday · England, Scotland',
      '2027-03-29 · Easter Monday · England',
      '2027-05-03 · Early May bank holiday · England, Scotland',
      '2027-05-31 · Spring bank holiday · England, Scotland',
      '2027-06-14 · A day for England · added 2027-02-01 · England',
      '2027-08-02 · Summer bank holiday · Scotland',
      '2027-08-30 · Summer bank holiday · England',
      '2027-11-30 · St Andrew’s Day · Scotland',
      '2027-12-27 · Christmas Day · England, Scotland',
      '2027-12-28 · Boxing Day · England, Scotland',
      '12 holidays',
    ]);
    expect(await run('list --nation northern-ireland --year 2026')).toBe(0);
    expect(said).toContain('2026-07-13 · Battle of the Boyne · Northern Ireland');
  });

  test.each([
    ['', 'holiday add --nation <nations> --date <YYYY-MM-DD> --name <name>'],
    ['cancel', 'holiday add --nation <nations> --date <YYYY-MM-DD> --name <name>'],
    ['add --date 2027-06-14 --name Day', '--nation is missing.'],
    ['add --nation scotland --name Day', '--date is missing.'],
    [
      'add --nation scotland --date 14/06/2027 --name Day',
      '“14/06/2027” is no date: write it as 2027-06-14, in a year from 2015 to 2099.',
    ],
    [
      'add --nation scotland --date 2027-02-29 --name Day',
      '“2027-02-29” is no date: write it as 2027-06-14, in a year from 2015 to 2099.',
    ],
    [
      'add --nation scotland --date 2207-06-14 --name Day',
      '“2207-06-14” is no date: write it as 2027-06-14, in a year from 2015 to 2099.',
    ],
    ['add --nation scotland,france --date 2027-06-14 --name Day', 'No such nation: france.'],
    ['remove --nation constructor --date 2027-06-14', 'No such nation: constructor.'],
    ['list --year 27', '“27” is no year.'],
  ])('“holiday %s” is called wrongly, and says how', async (line, first) => {
    expect(await run(line)).toBe(2);
    expect(complained[0]).toBe(first);
    expect(complained.at(-1)).toContain('northern-ireland');
    expect(said).toEqual([]);
  });

  test.each([
    [
      'add --nation scotland --date 2027-06-14',
      'Scotland: Give the holiday a name of one line, 120 characters at most.',
    ],
    [
      'add --nation scotland --date 2027-06-13 --name Day',
      'Scotland: 2027-06-13 is a Saturday or a Sunday, and so no working day: add the day that stands in for it.',
    ],
    ['remove --nation scotland --date 2027-06-14', 'Scotland: No holiday was added on 2027-06-14.'],
    [
      'remove --nation wales --date 2026-12-25',
      'Wales: Christmas Day on 2026-12-25 was not added, it is part of the calendar and stays.',
    ],
  ])('“holiday %s” is refused', async (line, message) => {
    expect(await run(line)).toBe(1);
    expect(complained).toEqual([message]);
  });
});
