import { describe, expect, test } from '@jest/globals';
import { contourPaths } from './contours.ts';
import { gridStep, mapSheet } from './coverage-map.ts';
import { formatDate, formatInstant } from './dates.ts';
import { formatBytes, formatNumber } from './numbers.ts';
import { pageSteps } from './pages.ts';
import { textsIn, textTable } from './texts.ts';

describe('dates', () => {
  test.each([
    ['2026', '2026'],
    ['2026-11', 'November 2026'],
    ['2026-11-03', '3 November 2026'],
    // An instant is shown as the date it has here: in summer the day begins an hour earlier than in UTC.
    ['2026-06-30T23:30:00Z', '1 July 2026'],
    ['2026-13-01', '2026-13-01'],
    ['soon', 'soon'],
  ])('%s is read as %s', (iso, words) => expect(formatDate(iso)).toBe(words));

  test('an instant has its time', () =>
    expect(formatInstant('2026-11-23T15:04:05Z')).toBe('23 November 2026 at 15:04'));
});

describe('numbers', () => {
  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1234, '1.2 kB'],
    [48_213, '48 kB'],
    [5_400_000_000, '5.4 GB'],
  ])('%d bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));
  test('thousands are parted', () => expect(formatNumber(12345)).toBe('12,345'));
});

describe('steps of pages', () => {
  const steps = (current: number, last: number) =>
    pageSteps(current, last).map((step) => ('page' in step ? step.page : '…'));
  test('few are all shown', () => expect(steps(2, 3)).toEqual([1, 2, 3]));
  test('many have gaps', () => expect(steps(6, 20)).toEqual([1, '…', 5, 6, 7, '…', 20]));
  test('a gap of one is filled', () => expect(steps(4, 20)).toEqual([1, 2, 3, 4, 5, '…', 20]));
  test('one page is one step', () => expect(steps(1, 1)).toEqual([1]));
});

describe('the map of a box', () => {
  const { rectangle, parallels } = mapSheet([-2, 53, -1, 54]);
  test('draws it inside the sheet, higher than wide as degrees are at 53° north', () => {
    expect(rectangle.x).toBeGreaterThan(0);
    expect(rectangle.y).toBeGreaterThan(0);
    expect(rectangle.x + rectangle.width).toBeLessThan(320);
    expect(rectangle.y + rectangle.height).toBeLessThan(220);
    expect(rectangle.height / rectangle.width).toBeCloseTo(1 / Math.cos((53.5 * Math.PI) / 180), 1);
  });
  test('has a grid with degrees', () => expect(parallels.some((line) => line.label.endsWith('N'))).toBe(true));
  test('a point still has a size', () => expect(mapSheet([0, 51, 0, 51]).rectangle.width).toBeGreaterThanOrEqual(4));
  test('the step of the grid grows with the span', () => expect([0.2, 3, 400].map(gridStep)).toEqual([0.05, 0.5, 60]));
});

test('contour lines never cross: each lies outside the one within', () => {
  const radius = (line: string) => Math.abs(Number(/^M([\d.]+)/.exec(line)?.[1]) - 500);
  const radii = contourPaths([500, 200], 12, 20, 1).map((path) => radius(path.line));
  expect([...radii].sort((one, other) => one - other)).toEqual(radii);
});

test('what is not yet translated stands in English', () => {
  const texts = textTable({ one: 'one', two: 'two' }, { cy: { one: 'un' } });
  expect(textsIn(texts, 'cy')).toEqual({ one: 'un', two: 'two' });
  expect(textsIn(texts, 'en')).toEqual({ one: 'one', two: 'two' });
});
