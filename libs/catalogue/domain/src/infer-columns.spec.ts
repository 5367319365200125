import { describe, expect, test } from '@jest/globals';
import { inferColumns, typeOfCells } from './infer-columns.ts';

describe('the type of a column', () => {
  test.each([
    [['1', '-20', '+3'], 'integer'],
    [['1', '2.5', '1e3', '.5'], 'number'],
    [['2026-11-26', '2026-01-01'], 'date'],
    [['2026-11-26T10:00:00Z', '2026-11-26 10:00'], 'datetime'],
    [['10:00', '23:59:59'], 'time'],
    [['true', 'FALSE'], 'boolean'],
    [['yes', 'no'], 'boolean'],
    [['1', 'two'], 'string'],
    [['01632 960001', '01632960002'], 'string'],
    [['007', '12'], 'string'],
    [['0', '1'], 'integer'],
    [['0.5', '1'], 'number'],
    [['', ' ', '3'], 'integer'],
    [['', ''], 'string'],
    [[], 'string'],
    [['12345678901234567890'], 'number'],
    [['=1+1'], 'string'],
  ])('%j is %s', (cells, type) => expect(typeOfCells(cells)).toBe(type));
});

test('each column is told by its own cells; a short row has an empty one', () => {
  expect(inferColumns(['bay', 'taken'], [['A1', 'true'], ['A2']])).toEqual([
    { name: 'bay', type: 'string' },
    { name: 'taken', type: 'boolean' },
  ]);
});
