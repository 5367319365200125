import { describe, expect, test } from '@jest/globals';
import type { BasketItem } from '#sharing/domain';
import { found, saysWhat, withColumns, withoutReason, withReason, withWhole, withWords } from './column-choice.ts';

const column = (id: string, description = '') => ({
  id,
  name: `${id}_code`,
  description,
  sensitivity: { code: 'none', label: 'Not about a person' },
});
const listed = [column('height', 'In metres'), column('lamp'), column('street', 'Name of the street')];
const item: BasketItem = { dataset: 'lights', columns: [{ column: 'lamp', justification: 'Cost' }] };

describe('columns', () => {
  test('stand in the order of the list, each with the reason it has', () => {
    const chosen = withColumns(item, { columns: ['street', 'height', 'lamp'], chosen: true }, { listed });
    expect(chosen.columns).toEqual([
      { column: 'height', justification: '' },
      { column: 'lamp', justification: 'Cost' },
      { column: 'street', justification: '' },
    ]);
    expect(withoutReason(chosen)).toEqual(['height', 'street']);
  });

  test('taken back and chosen again have the reason that was typed', () => {
    const none = withColumns(item, { columns: ['lamp'], chosen: false }, { listed });
    expect(none.columns).toEqual([]);
    const again = withColumns(
      none,
      { columns: ['lamp'], chosen: true },
      { listed, before: new Map([['lamp', 'Cost']]) },
    );
    expect(again.columns).toEqual(item.columns);
  });

  test('that the list no longer has stay chosen', () => {
    const old = { ...item, columns: [{ column: 'gone', justification: 'Still needed' }] };
    expect(withColumns(old, { columns: ['lamp'], chosen: true }, { listed }).columns.map((one) => one.column)).toEqual([
      'lamp',
      'gone',
    ]);
  });

  test('get one reason together', () => {
    const all = withColumns(item, { columns: ['height'], chosen: true }, { listed });
    expect(withReason(all, ['height'], 'Ladders').columns).toEqual([
      { column: 'height', justification: 'Ladders' },
      { column: 'lamp', justification: 'Cost' },
    ]);
  });

  test('are found by all words, wherever they stand', () => {
    expect(found(listed, 'STREET name').map(({ id }) => id)).toEqual(['street']);
    expect(found(listed, ' ')).toBe(listed);
    expect(found(listed, 'river')).toEqual([]);
  });
});

test.each<[BasketItem, boolean]>([
  [item, true],
  [{ dataset: 'lights', columns: [] }, false],
  [{ dataset: 'lights', columns: [], fields: ' ' }, false],
  [{ dataset: 'lights', columns: [], fields: 'Heights' }, true],
  [{ dataset: 'lights', columns: [], whole: true }, true],
  [{ dataset: 'lights', columns: [], rows: 'The old town' }, false],
])('%j says what is wanted: %s', (one, expected) => expect(saysWhat(one)).toBe(expected));

test('words and the whole are left out where they say nothing', () => {
  const said = withWhole(withWords(withWords(item, 'rows', 'Old town'), 'fields', 'Age'), true);
  expect(said).toEqual({ ...item, rows: 'Old town', fields: 'Age', whole: true });
  expect(withWhole(withWords(withWords(said, 'rows', ''), 'fields', ''), false)).toEqual(item);
});
