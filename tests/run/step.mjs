import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = resolve(root, 'node_modules/.bin');

/** Node.js as the lockfile has it, where the machine's own is older. */
export const node = existsSync(resolve(bin, 'node')) ? resolve(bin, 'node') : process.execPath;

const { FORCE_COLOR: _colour, ...inherited } = process.env;
const environment = {
  ...inherited,
  PATH: `${bin}:${process.env.PATH}`,
  CI: 'true',
  NO_COLOR: '1',
  NX_DAEMON: 'false',
  NX_TUI: 'false',
};

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.kill(process.pid, signal);
  });

/**
 * Runs one command on Node.js from the root of the checkout and keeps what it prints.
 * @param {string[]} command a script and its arguments
 * @param {{ minutes?: number, show?: (line: string) => void }} options time after which it is ended; what to do with each line it says
 *   on its second channel, as it comes
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command, { minutes = 10, show } = {}) {
  return new Promise((done) => {
    const child = spawn(node, command, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
    };
    child.stdout.on('data', keep);
    if (show) createInterface({ input: child.stderr }).on('line', show);
    else child.stderr.on('data', keep);
    const limit = setTimeout(() => {
      keep(`\nEnded after ${minutes} minutes.\n`);
      child.kill();
    }, minutes * 60_000);
    child.on('error', (error) => keep(String(error)));
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      done({ ok: code === 0, output });
    });
  });
}

/** Prints the one line of a step, with its time. */
export function report({ name, ok, seconds }) {
  console.log(`${name.padEnd(10)} ${(ok ? 'ok' : 'FAILED').padEnd(8)}${`${seconds.toFixed(1)} s`.padStart(10)}`);
}

/** Measures from now. @returns {() => number} seconds since */
export function stopwatch() {
  const since = performance.now();
  return () => (performance.now() - since) / 1000;
}

/**
 * Runs the commands of a step until one fails.
 * @param {{ name: string, commands: string[][], refused?: RegExp }} step `refused`: what no command may print, though it ends well
 * @returns {Promise<{ name: string, ok: boolean, seconds: number, output: string }>} with the output of the command that failed
 */
export async function runStep({ name, commands, refused }) {
  const seconds = stopwatch();
  for (const command of commands) {
    const { ok, output } = await run(command);
    if (!ok || refused?.test(output)) return { name, ok: false, seconds: seconds(), output };
  }
  return { name, ok: true, seconds: seconds(), output: '' };
}
