import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecret } from './secret.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wayleave-secret-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('one is made once, kept for its owner alone, and read again', () => {
  const data = join(folder, 'data');
  const secret = readSecret({ secret: undefined, data });
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(readSecret({ secret: undefined, data })).toBe(secret);
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o077).toBe(0);
  expect(readdirSync(data)).toEqual(['secret']);
});

test('one from the environment goes before, and leaves no file', () => {
  expect(readSecret({ secret: 'x'.repeat(40), data: folder })).toBe('x'.repeat(40));
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that others can read is refused, with the remedy', () => {
  readSecret({ secret: undefined, data: folder });
  chmodSync(join(folder, 'secret'), 0o640);
  expect(() => readSecret({ secret: undefined, data: folder })).toThrow(/can be read by others; run: chmod 600/);
});

test('a file cut short is refused, not replaced', () => {
  writeFileSync(join(folder, 'secret'), 'abc', { mode: 0o600 });
  expect(() => readSecret({ secret: undefined, data: folder })).toThrow('holds fewer than 32 characters');
});
