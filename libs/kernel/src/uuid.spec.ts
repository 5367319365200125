import { describe, expect, test } from '@jest/globals';
import { isUuid, uuidv7 } from './uuid.ts';

const at = (text: string): number => Date.parse(text);

describe('a UUID of version 7 is that of RFC 9562, section 5.7', () => {
  test('begins with the instant in milliseconds, as the example of appendix A.6 does', () => {
    expect(uuidv7(at('2022-02-22T14:22:22.000-05:00')).slice(0, 13)).toBe('017f22e2-79b0');
  });

  test('has its version and its variant, and nothing else is fixed', () => {
    const seen = Array.from({ length: 256 }, () => uuidv7(at('2026-11-23T09:00:00Z')));
    for (const uuid of seen)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(seen).size).toBe(256);
    const variants = new Set(seen.map((uuid) => uuid[19]));
    expect([...variants].sort()).toEqual(['8', '9', 'a', 'b']);
    expect(new Set(seen.map((uuid) => uuid[15])).size).toBeGreaterThan(8);
  });

  test('sorts by the instant it was made at, from the first millisecond to the last', () => {
    const instants = [0, 1, 255, 256, at('2026-11-23T09:00:00.000Z'), at('2026-11-23T09:00:00.001Z'), 2 ** 48 - 1];
    const made = instants.map(uuidv7);
    expect([...made].sort()).toEqual(made);
    expect(made[0]?.slice(0, 13)).toBe('00000000-0000');
    expect(made.at(-1)?.slice(0, 13)).toBe('ffffffff-ffff');
  });
});

test.each([
  ['0197f000-0000-7000-8000-000000000001', true],
  ['0197F000-0000-7000-8000-00000000000A', true],
  ['0197f000000070008000000000000001', false],
  ['{0197f000-0000-7000-8000-000000000001}', false],
  ['0197f000-0000-7000-8000-000000000001 ', false],
  ['tree-inventory', false],
])('“%s” is a UUID: %s', (text, expected) => {
  expect(isUuid(text)).toBe(expected);
});
