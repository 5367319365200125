import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sumsOf } from '../run/jest.mjs';
import { run } from '../run/step.mjs';

const files = {
  'jest.config.mjs': 'export default {};',
  'passes.test.js': "test('one', () => undefined); test('two', () => undefined);",
  'fails.test.js': "test('one', () => { throw new Error('planted failure'); }); test('two', () => undefined);",
  'skips.test.js': "test.skip('no such server here', () => undefined); test.todo('later');",
  'breaks.test.js': "require('./nowhere.js'); test('never reached', () => undefined);",
};

const folder = mkdtempSync(join(tmpdir(), 'wayleave-sums-'));
const reporter = fileURLToPath(new URL('../run/reporter.mjs', import.meta.url));
const outputFile = join(folder, 'result.json');
let said = '';

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const options = [
    `--rootDir=${folder}`,
    '--json',
    `--outputFile=${outputFile}`,
    `--reporters=${reporter}`,
    '--runInBand',
  ];
  said = (await run(['node_modules/jest/bin/jest.js', `--config=${join(folder, 'jest.config.mjs')}`, ...options]))
    .output;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('the closing sums are true: a file that cannot run is a failure, what is skipped or to do is not passed', () => {
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  expect(sumsOf(result)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('what failed is shown, what was skipped is named', () => {
  expect(said).toContain('planted failure');
  expect(said).toContain("Cannot find module './nowhere.js'");
  expect(said).toContain('skips.test.js: no such server here');
});
