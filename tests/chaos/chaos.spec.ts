import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const script = fileURLToPath(new URL('small.mjs', import.meta.url));

interface Outcome {
  readonly kills: number;
  readonly requests: number;
  readonly commands: number;
  readonly mails: number;
  readonly faults: readonly string[];
  readonly found: readonly string[];
}

test('requests come through kills of API, workers and PostgreSQL with nothing lost and nothing twice; planted faults are found', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { PATH: process.env['PATH'] },
  });
  const outcome = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Outcome;
  expect(outcome.faults).toEqual([]);
  expect(outcome.requests).toBe(8);
  expect(outcome.kills).toBeGreaterThanOrEqual(3);
  expect(outcome.commands).toBeGreaterThanOrEqual(8 * 6);
  expect(outcome.mails).toBeGreaterThan(0);
  expect(outcome.found.map((fault) => fault.split(':')[0])).toEqual([
    'An accepted command is not in the ledger',
    'A permission without its decision',
    'A notice twice',
    'A request that has not come to one agreement in force with one permission',
    expect.stringMatching(/mails came again, though only \d+ processes were killed/),
  ]);
}, 180_000);
