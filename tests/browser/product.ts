import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyDatabase } from '#testing';

const root = fileURLToPath(new URL('../..', import.meta.url));
const operator = join(root, 'dist/server/workers/src/operator/main.js');
const api = join(root, 'dist/server/api/src/main.js');
const workers = join(root, 'dist/server/workers/src/main.js');
const patience = 60_000;

/** The whole product as people get it, with the demonstration in a database of its own. */
export interface Product {
  /** Scheme, host and port, without a slash at the end. */
  readonly address: string;
  readonly accounts: Readonly<Record<string, Account>>;
  /** Runs a command of the operator's command line. @returns what it printed */
  operate(...words: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

export interface Account {
  readonly email: string;
  readonly password: string;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return address.port;
}

/** Runs an operator's command to its end, and gives what it printed. */
async function operate(words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [operator, ...words], { cwd: root, env });
  let [printed, complaint] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${complaint || printed}`);
  return printed;
}

/** By what stands before the `@` of each account: `steward`, `owner`, `dpo` … */
const accountsIn = (lines: string): Record<string, Account> =>
  Object.fromEntries(
    lines
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Account)
      .map((account) => [account.email.split('@')[0] ?? '', account]),
  );

async function ready(address: string, children: readonly ChildProcess[], said: () => string): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (children.some((child) => child.exitCode !== null))
      throw new Error(`A process ended while it started: ${said()}`);
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The product was not ready after ${patience / 1000} s: ${said()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** Starts the built product on a free port. Its database and its files are its own and go with it. */
export async function startProduct(): Promise<Product> {
  for (const part of [operator, api, workers, join(root, 'dist/web/server/server.mjs')]) {
    if (!existsSync(part)) throw new Error(`${part} is not built: run npm run build`);
  }
  const database = await emptyDatabase();
  const data = await mkdtemp(join(tmpdir(), 'wayleave-browser-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('WAYLEAVE_') && name !== 'NODE_OPTIONS',
  );
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(inherited),
    DATABASE_URL: database,
    WAYLEAVE_DATA: data,
    WAYLEAVE_HOST: '127.0.0.1',
    WAYLEAVE_PORT: String(port),
    WAYLEAVE_DEMONSTRATION: 'yes',
  };
  await operate(['migrate'], env);
  await operate(['demonstration'], env);
  const accounts = accountsIn(await operate(['demonstration', '--accounts'], env));
  let said = '';
  const hear = (heard: Buffer): void => void (said = (said + heard.toString()).slice(-5000));
  // A copy of the built pages: a build that runs meanwhile does not pull them from under the product.
  await cp(join(root, 'dist/web'), join(data, 'dist/web'), { recursive: true });
  const children = [api, workers].map((main) => {
    const child = spawn(process.execPath, [main], { cwd: data, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    return child;
  });
  await ready(address, children, () => said);
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
    await rm(data, { recursive: true, force: true });
  };
  return { address, accounts, operate: (...words) => operate(words, env), stop };
}
