import { expect, test } from '@jest/globals';
import type { RequestSummary } from '#sharing/contracts';
import { countOfAll, pageIn, queryFor, stateIn, waitingFirst } from './list-state.ts';

test('the address holds the whole state, and nothing else passes', () => {
  expect([stateIn('draft'), stateIn('secret'), stateIn(undefined)]).toEqual(['draft', undefined, undefined]);
  expect(['2', '0', '-1', 'x', '1e3', undefined].map(pageIn)).toEqual([2, 1, 1, 1, 1, 1]);
  expect([queryFor(undefined, 1), queryFor('settled', 3)]).toEqual(['', 'state=settled&page=3']);
});

test('what waits for the reader comes first, in the order of the service', () => {
  const one = (title: string, waitsForYou: boolean) => ({ title, waitsForYou }) as RequestSummary;
  const list = [one('a', false), one('b', true), one('c', false), one('d', true)];
  expect(waitingFirst(list).map(({ title }) => title)).toEqual(['b', 'd', 'a', 'c']);
});

test('all are the sum of the states', () =>
  expect(countOfAll({ counts: { draft: 1, submitted: 2, settled: 3, withdrawn: 4 } })).toBe(10));
