import { describe, expect, test } from '@jest/globals';
import { facetNames, searchQuery, sorts } from '#catalogue/contracts';
import { foldedValues } from './facet-list.ts';
import {
  chosenCount,
  facetOrder,
  parametersOf,
  queryOf,
  sortOrder,
  stateOf,
  toggled,
  withoutChoices,
} from './search-state.ts';

test('facets and sorts are those of the contract, in its order', () => {
  expect(facetOrder).toEqual(facetNames);
  expect(sortOrder).toEqual(sorts);
});

describe('an address', () => {
  test('is read and written back the same', () => {
    const query = 'q=air+quality&publisher=a&publisher=b&format=csv&sort=title&page=3';
    const parameters = new URLSearchParams(query);
    const state = stateOf({
      q: parameters.get('q') ?? '',
      publisher: parameters.getAll('publisher'),
      format: 'csv',
      sort: 'title',
      page: '3',
    });
    expect(queryOf(state)).toBe(query);
    expect(stateOf(parametersOf(state))).toEqual(state);
  });

  test.each([['0'], ['-2'], ['x'], ['1.5'], ['99999999'], ['']])('with page %j begins at the first page', (page) => {
    expect(stateOf({ page }).page).toBe(1);
  });

  test('leaves out what the service would not understand', () => {
    const state = stateOf({ q: 'x'.repeat(400), sort: 'upwards', theme: ['', 'ENVI', 'ENVI', 'y'.repeat(300)] });
    expect(state).toMatchObject({ sort: 'relevance', chosen: { theme: ['ENVI'] } });
    expect(state.q).toHaveLength(300);
    expect(() => searchQuery.parse(parametersOf(state))).not.toThrow();
  });

  test('says nothing that is as usual', () => {
    expect(queryOf(stateOf({ q: ' ', page: '1', sort: 'relevance' }))).toBe('');
  });
});

describe('choosing', () => {
  const start = stateOf({ q: 'air', theme: 'ENVI', page: '4', sort: 'newest' });

  test('adds a value, takes it away again, and begins at the first page', () => {
    const added = toggled(start, 'theme', 'TRAN');
    expect(added).toMatchObject({ page: 1, chosen: { theme: ['ENVI', 'TRAN'] } });
    expect(toggled(added, 'theme', 'ENVI').chosen.theme).toEqual(['TRAN']);
  });

  test('all is taken away but the words and the order', () => {
    expect(withoutChoices(start)).toEqual(stateOf({ q: 'air', sort: 'newest' }));
    expect(chosenCount(start)).toBe(1);
  });
});

describe('values of a facet', () => {
  const values = (count: number, chosen: number[] = []) =>
    Array.from({ length: count }, (_, at) => ({
      value: `v${at}`,
      label: `V${at}`,
      count: 1,
      chosen: chosen.includes(at),
    }));

  test('beyond seven are folded away, but never one that is chosen', () => {
    const { shown, folded } = foldedValues(values(12, [10]));
    expect(shown.map((value) => value.value)).toContain('v10');
    expect([shown.length, folded.length]).toEqual([8, 4]);
  });

  test('a single one is not worth folding', () => {
    expect(foldedValues(values(8)).folded).toEqual([]);
  });
});
