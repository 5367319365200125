import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, frequencyOfRepeat } from './dates.ts';

const kept = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

describe('dates in the shapes that feeds use', () => {
  test.each([
    ['2021-05-27', '2021-05-27'],
    ['2021-05', '2021-05'],
    ['2021', '2021'],
    ['2021-05-27T09:18:39.000Z', '2021-05-27T09:18:39.000Z'],
    ['2021-05-27T09:18:39+0100', '2021-05-27T09:18:39+01:00'],
    ['2021-05-27 09:18:39 UTC', '2021-05-27T09:18:39Z'],
    ['20201117', '2020-11-17'],
    ['2020/11/17', '2020-11-17'],
    ['2020-1-7', '2020-01-07'],
    ['17/11/2020', '2020-11-17'],
    ['17.11.2020 10:00', '2020-11-17'],
    ['17 November 2020', '2020-11-17'],
    ['17th Nov 2020', '2020-11-17'],
    ['November 17, 2020', '2020-11-17'],
    ['Tue, 17 Nov 2020 10:00:00 GMT', '2020-11-17'],
    ['March 2019', '2019-03'],
    ['1620113167000', '2021-05-04T07:26:07.000Z'],
    ['1620113167', '2021-05-04T07:26:07.000Z'],
  ])('%s is %s', (raw, date) => expect(dateOf(raw, 'day-first')).toBe(date));

  test('a time without a zone is no instant: the day is kept', () => {
    expect(dateOf('2021-05-27T09:18:39', 'day-first')).toBe('2021-05-27');
  });

  test('numbers alone are read as the country of the feed writes them', () => {
    expect(dateOf('03/04/2020', 'day-first')).toBe('2020-04-03');
    expect(dateOf('03/04/2020', 'month-first')).toBe('2020-03-04');
    expect(dateOf('25/04/2020', 'month-first')).toBe('2020-04-25');
  });

  test.each([
    '',
    'unknown',
    '2020-02-30',
    '31/04/2020',
    '0001-01-01',
    '9999-12-31',
    'R/P1W',
    '2020-13-01',
    '{{modified}}',
  ])('“%s” is no date', (raw) => expect(dateOf(raw, 'day-first')).toBeUndefined());

  test('whatever comes, what goes out has the shape that the catalogue keeps', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d/.:TZ +-]{4,30}$/),
      fc.date({ noInvalidDate: true }).map(String),
    );
    fc.assert(fc.property(texts, (raw) => expect(dateOf(raw, 'day-first') ?? '2020').toMatch(kept)));
  });
});

test.each([
  ['R/P1W', 'WEEKLY'],
  ['R/P1D', 'DAILY'],
  ['R/P3M', 'QUARTERLY'],
  ['R/P1Y', 'ANNUAL'],
  ['R5/P11D', 'IRREG'],
  ['2020-01-01', undefined],
])('the repeat %s is the frequency %s', (raw, code) => expect(frequencyOfRepeat(raw)).toBe(code));
