import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JsonScanner, NotJson, type Found } from './json-scanner.ts';

function scan(text: string | Uint8Array, size = 7): Found {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const scanner = new JsonScanner();
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  return scanner.end();
}

const records = (text: string, size?: number): unknown[] =>
  scan(text, size).records.map(
    ({ start, end }) => JSON.parse(Buffer.from(text).subarray(start, end).toString()) as unknown,
  );

describe('where records stand', () => {
  test.each([
    ['a list', '{"a":1,"dataset":[{"i":1},{"i":2}],"b":"x"}', [{ i: 1 }, { i: 2 }]],
    ['a prefixed name', '{"dcat:dataset":[{"i":1}]}', [{ i: 1 }]],
    ['a full address', '{"http://www.w3.org/ns/dcat#dataset":[{"i":1}]}', [{ i: 1 }]],
    ['an escaped name', '{"\\u0064ataset":[{"i":1}]}', [{ i: 1 }]],
    ['a single one', '{"dataset":{"i":1},"x":{"dataset":[{"no":1}]}}', [{ i: 1 }]],
    ['none', '{"dataset":[]}', []],
    ['no records at all', '{"dataset":[1,"x",null,[2]]}', [1, 'x', null, [2]]],
    [
      'nested catalogues',
      '{"catalog":[{"dataset":[{"i":1}],"catalog":{"dataset":[{"i":2}]}}],"dataset":[{"i":3}]}',
      [{ i: 1 }, { i: 2 }, { i: 3 }],
    ],
    ['brackets in strings', '{"dataset":[{"i":"]}\\"[{"}]}', [{ i: ']}"[{' }]],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 1000]) expect(records(text, size)).toEqual(expected);
  });

  test('nodes of a graph with their ids and kinds', () => {
    const text =
      '{"@context":{},"@graph":[{"@id":"a","@type":"dcat:Dataset","x":{"@id":"no"}},{"@type":["x"],"@id":"b"}]}';
    const { nodes, isCatalogue } = scan(text);
    expect(isCatalogue).toBe(true);
    expect(nodes.map(({ head }) => head.get('@id'))).toEqual(['"a"', '"b"']);
    expect(text.slice(nodes[1]?.start, nodes[1]?.end)).toBe('{"@type":["x"],"@id":"b"}');
  });

  test('the head of the catalogue, also behind its records', () => {
    const { head } = scan('{"dataset":[{"@id":"no"}],"@id":"https://x.example","title":{"en":"Title"},"other":1}');
    expect(head.get('@id')).toBe('"https://x.example"');
    expect(head.get('title')).toBe('{"en":"Title"}');
    expect(head.has('other')).toBe(false);
  });

  test('depth is noticed without a stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const { records: found } = scan(`{"dataset":[{"a":${deep}},{"b":[[1]]}]}`, 65536);
    expect(found.map(({ tooDeep }) => tooDeep)).toEqual([true, false]);
  });

  test.each([
    ['', /empty/],
    ['{"dataset":[{"a":1}', /cut off/],
    ['{"dataset":[{"a":"x', /cut off/],
    ['<html></html>', /begins with neither/],
    ['"text"', /begins with neither/],
    ['{"a":1}{"b":2}', /follows its end/],
    ['{"a" 1}', /not expected/],
    ['{"a":]}', /not expected/],
    ['{"a":1]', /not expected/],
    ['{"a":oops}', /not expected/],
  ])('%j is refused', (text, message) => expect(() => scan(text)).toThrow(message));

  test('a byte order mark is passed over', () => expect(scan('\ufeff{"dataset":[{}]}').records).toHaveLength(1));
});

test('it finds what JSON.parse finds, however the bytes are cut', () => {
  const catalogue = fc.record(
    { '@id': fc.string(), dataset: fc.array(fc.dictionary(fc.string(), fc.jsonValue())), other: fc.jsonValue() },
    { requiredKeys: ['dataset'] },
  );
  fc.assert(
    fc.property(catalogue, fc.integer({ min: 1, max: 50 }), fc.boolean(), (value, size, pretty) => {
      const text = JSON.stringify(value, null, pretty ? 2 : undefined);
      expect(records(text, size)).toEqual((JSON.parse(text) as typeof value).dataset);
    }),
  );
});

test('any bytes are read or refused', () => {
  const near = fc.array(
    fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1', 'dataset', '@graph', 'catalog', ' ', 'true'),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        near.map((parts) => parts.join('')),
      ),
      (text) => {
        try {
          scan(text, 3);
        } catch (error) {
          expect(error).toBeInstanceOf(NotJson);
        }
      },
    ),
    { numRuns: 3000 },
  );
});
