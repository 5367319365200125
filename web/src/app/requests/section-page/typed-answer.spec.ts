import { describe, expect, test } from '@jest/globals';
import {
  answerTyped,
  codesIn,
  filesIn,
  textsIn,
  toggled,
  typedText,
  withDay,
  withExplanation,
} from './typed-answer.ts';

describe('a number', () => {
  test.each([
    ['12', 12],
    [' 12,500 ', 12500],
    ['-0.5', -0.5],
    ['0', 0],
    ['', undefined],
    ['about 30', 'about 30'],
    ['1e9', '1e9'],
  ])('%j is %j', (text, answer) => expect(answerTyped({ kind: 'number' }, text)).toBe(answer));

  test('stands as it was typed', () => {
    expect(typedText({ kind: 'number' }, 12)).toBe('12');
    expect(typedText({ kind: 'number' }, 'about 30')).toBe('about 30');
  });
});

test('a list is one of each line, without the empty ones', () => {
  expect(answerTyped({ kind: 'list' }, 'North Bank\n\n  South Bank \r\n')).toEqual(['North Bank', 'South Bank']);
  expect(typedText({ kind: 'list' }, ['North Bank', 'South Bank'])).toBe('North Bank\nSouth Bank');
  expect(answerTyped({ kind: 'list' }, ' ')).toEqual([]);
});

test('a text is taken as it is', () => expect(answerTyped({ kind: 'text' }, ' a\n')).toBe(' a\n'));

test('an answer of another shape is shown and breaks nothing', () => {
  expect(typedText({ kind: 'text' }, { from: '2026-01-01' })).toBe('{"from":"2026-01-01"}');
  expect([textsIn('a'), codesIn('a'), filesIn('a'), textsIn(undefined)]).toEqual([{}, [], [], {}]);
});

test('choices keep the order of their list, and what the list no longer has', () => {
  const order = ['a', 'b', 'c'];
  expect(toggled(['c'], 'a', order)).toEqual(['a', 'c']);
  expect(toggled(['a', 'c'], 'a', order)).toEqual(['c']);
  expect(toggled(['old'], 'b', order)).toEqual(['b', 'old']);
});

test('a day of a period is set and taken away', () => {
  expect(withDay(undefined, 'from', '2026-01-01')).toEqual({ from: '2026-01-01' });
  expect(withDay({ from: '2026-01-01' }, 'until', '2026-02-01')).toEqual({ from: '2026-01-01', until: '2026-02-01' });
  expect(withDay({ from: '2026-01-01', until: '2026-02-01' }, 'from', '')).toEqual({ until: '2026-02-01' });
});

test('a choice is explained and taken away', () => {
  expect(withExplanation(undefined, 'safety', '')).toEqual({ safety: '' });
  expect(withExplanation({ safety: 'Fewer falls' }, 'health', 'Air')).toEqual({ safety: 'Fewer falls', health: 'Air' });
  expect(withExplanation({ safety: 'Fewer falls' }, 'safety', undefined)).toEqual({});
});
