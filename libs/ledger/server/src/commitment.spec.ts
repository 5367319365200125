import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { callHash, canonicalBytes, leafHash, newSalt, privateHash, type EntryHead } from './commitment.ts';

const text = (value: unknown): string => canonicalBytes(value).toString('utf8');

describe('canonical JSON is that of RFC 8785', () => {
  test('the sample of sections 3.2.2 to 3.2.4, byte by byte', () => {
    const sample = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`) as object;
    const expected =
      '7b226c69746572616c73223a5b6e756c6c2c7472' +
      '75652c66616c73655d2c226e756d62657273223a' +
      '5b3333333333333333332e333333333333332c31' +
      '652b33302c342e352c302e3030322c31652d3237' +
      '5d2c22737472696e67223a22e282ac245c753030' +
      '30665c6e4127425c225c5c5c5c5c222f227d';
    expect(canonicalBytes(sample).toString('hex')).toBe(expected);
  });

  test('keys are sorted by UTF-16 code units (section 3.2.3)', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const given = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(text(given)).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
    expect(text({ b: { d: 1, c: 2 }, a: [{ z: 1, y: 2 }] })).toBe('{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}');
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number of appendix B with the bits %s is %s', (bits, expected) => {
    expect(text(Buffer.from(bits, 'hex').readDoubleBE())).toBe(expected);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [undefined]])('%p has none', (value) => {
    expect(() => canonicalBytes(value)).toThrow();
  });

  test('an absent field is as one that is undefined', () => {
    expect(callHash({ a: 1, b: undefined })).toEqual(callHash({ a: 1 }));
    expect(callHash({ a: 1 })).not.toEqual(callHash({ a: '1' }));
  });
});

describe('commitments', () => {
  const head: EntryHead = {
    id: '0197f000-0000-7000-8000-000000000001',
    kind: 'parcel',
    stream: '0197f000-0000-7000-8000-000000000002',
    revision: 1,
    type: 'parcel-painted',
    schemaVersion: 1,
    at: '2026-11-23T09:00:00.000Z',
    actor: { kind: 'machine', person: null, machine: 'schedule', organisation: null, standing: 'machine' },
    facts: { colour: 'red' },
  };
  const salt = Buffer.alloc(16, 7);
  const sha256 = (...parts: Buffer[]): Buffer => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };

  test('the leaf is what RFC 9162, section 2.1.1, makes of the salted entry', () => {
    const canonical = canonicalBytes({ ...head, privateHash: 'ab' });
    const inner = sha256(salt, canonical);
    expect(leafHash(salt, head, Buffer.from('ab', 'hex'))).toEqual(sha256(Buffer.of(0), inner));
  });

  test('every part of the entry, its salt and the hash of its words go into the leaf', () => {
    const whole = leafHash(salt, head, null);
    const others: EntryHead[] = [
      { ...head, id: head.stream },
      { ...head, kind: 'dataset' },
      { ...head, stream: head.id },
      { ...head, revision: 2 },
      { ...head, type: 'parcel-registered' },
      { ...head, schemaVersion: 2 },
      { ...head, at: '2026-11-23T09:00:00.001Z' },
      { ...head, actor: { ...head.actor, standing: 'steward' } },
      { ...head, facts: { colour: 'green' } },
    ];
    for (const other of others) expect(leafHash(salt, other, null)).not.toEqual(whole);
    expect(leafHash(Buffer.alloc(16, 8), head, null)).not.toEqual(whole);
    expect(leafHash(salt, head, Buffer.alloc(32))).not.toEqual(whole);
  });

  test('the same words have another hash each time: nobody finds them by trying', () => {
    expect(newSalt()).toHaveLength(16);
    expect(privateHash(newSalt(), { note: 'yes' })).not.toEqual(privateHash(newSalt(), { note: 'yes' }));
  });
});
