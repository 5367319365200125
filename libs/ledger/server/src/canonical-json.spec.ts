import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, sameJson } from './canonical-json.ts';

test('any JSON is written as another implementation of RFC 8785 writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

test('names are in the order of their UTF-16 code units, as in the example of section 3.2.3', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const text = canonicalJson(Object.fromEntries(names.map((name, index) => [name, index])));
  expect(Object.values(JSON.parse(text) as object)).toHaveLength(7);
  expect([...text.matchAll(/:(\d)/g)].map(([, index]) => Number(index))).toEqual([1, 3, 5, 6, 0, 4, 2]);
});

test('a member without a value is left out, in a list its place is kept', () => {
  expect(canonicalJson({ b: undefined, a: [undefined, null], c: new Date(0) })).toBe(
    '{"a":[null,null],"c":"1970-01-01T00:00:00.000Z"}',
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, undefined, () => 1, 1n])(
  'what is no JSON is refused',
  (value) => expect(() => canonicalJson(value)).toThrow(),
);

test('two values are the same when their canonical JSON is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(sameJson(one, JSON.parse(JSON.stringify(one)))).toBe(true);
      expect(sameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
    }),
    { numRuns: 2000 },
  );
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameJson({ a: undefined, b: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(sameJson([1], { 0: 1 })).toBe(false);
  expect(sameJson({}, [])).toBe(false);
});
