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

/**
 * Runs one command on Node.js from the root of the checkout and keeps what it prints.
 * @param {string[]} command a script and its arguments
 * @param {{ minutes?: number, show?: (line: string) => void, cwd?: string }} options time after which it is ended; what to do with
 *   each line it says on its second channel, as it comes; another folder than the root
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command, { minutes = 10, show, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(node, command, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
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
      done({ ok: code === 0, output });
    });
  });
}

/** Prints the one line of a step, with its time. */
export function report(name, ok, since) {
  const seconds = `${((performance.now() - since) / 1000).toFixed(1)} s`;
  console.log(`${name.padEnd(10)} ${(ok ? 'ok' : 'FAILED').padEnd(8)}${seconds.padStart(10)}`);
}

/**
 * Runs the commands of a step until one fails, and shows the output of that one.
 * @param {{ name: string, commands: string[][], refused?: RegExp }} step `refused`: what no command may print, though it ends well
 * @returns {Promise<boolean>} whether all went well
 */
export async function runStep({ name, commands, refused }) {
  const since = performance.now();
  for (const command of commands) {
    const { ok, output } = await run(command);
    if (ok && !refused?.test(output)) continue;
    report(name, false, since);
    console.log(output.trimEnd());
    return false;
  }
  report(name, true, since);
  return true;
}
