import { afterEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

// Stands for Jest: starts the keeper, asks for PostgreSQL, says where it is, and waits to be ended.
const script = `
  import setup from ${JSON.stringify(new URL('setup.mjs', import.meta.url).href)};
  import teardown from ${JSON.stringify(new URL('teardown.mjs', import.meta.url).href)};
  await setup();
  const { url } = await (await fetch(process.env.TEST_CLUSTER)).json();
  console.log(url);
  process.on('SIGTERM', () => teardown().then(() => process.exit(0)));
`;

let runner: ChildProcess | undefined;
afterEach(() => {
  runner?.kill('SIGKILL');
});

async function started(): Promise<{ url: string; folder: string }> {
  runner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: runner.stdout! })[Symbol.asyncIterator]();
  const url = String((await lines.next()).value);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ folder: string }>('select setting as folder from pg_settings where name = $1', [
    'data_directory',
  ]);
  await client.end();
  return { url, folder: rows[0]!.folder };
}

async function refused(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return false;
  } catch {
    return true;
  }
}

test.each(['SIGTERM', 'SIGKILL'] as const)('after %s PostgreSQL has ended and its folder is gone', async (signal) => {
  const { url, folder } = await started();
  expect(existsSync(folder)).toBe(true);
  runner!.kill(signal);
  const until = performance.now() + 10_000;
  while ((existsSync(folder) || !(await refused(url))) && performance.now() < until) await wait(50);
  expect({ folder: existsSync(folder), refused: await refused(url) }).toEqual({ folder: false, refused: true });
});
