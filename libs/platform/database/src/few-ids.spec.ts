import { expect, test } from '@jest/globals';
import { fewIds } from './few-ids.ts';

test('few ids are written out, always as many', () => {
  const sql = 'array[$2::uuid, $3::uuid, $4::uuid]';
  expect(fewIds(['a'], 2, 3)).toEqual({ sql, values: ['a', 'a', 'a'], few: true });
  expect(fewIds(['a', 'b'], 2, 3)).toEqual({ sql, values: ['a', 'b', 'b'], few: true });
  expect(fewIds(['a', 'b', 'c'], 2, 3)).toEqual({ sql, values: ['a', 'b', 'c'], few: true });
});

test('many, or none, go as one array', () => {
  expect(fewIds(['a', 'b'], 1, 1)).toEqual({ sql: '$1::uuid[]', values: [['a', 'b']], few: false });
  expect(fewIds([], 3, 2)).toEqual({ sql: '$3::uuid[]', values: [[]], few: false });
});
