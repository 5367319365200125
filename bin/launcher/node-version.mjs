import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:os';
import { Halt } from './halt.mjs';

/** Angular 22 asks for 24.15 or newer. */
const needed = [24, 15];

/** Is this version of Node.js new enough to run the application? */
export function isNewEnough(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

// Carries the beginning over to the second process, so that the time it tells is the time a person waited.
const beginning = 'LAUNCH_BEGAN';

/** When the command was given, on the clock of `performance.now()`: here, or in the process that runs us again. */
export function takeBeginning() {
  const began = Number(process.env[beginning]);
  delete process.env[beginning];
  return performance.now() - (Number.isFinite(began) && began > 0 ? Date.now() - began : 0);
}

/**
 * Runs this same command again on the Node.js that was installed with the packages, and ends as it ends.
 * @param {string} root the checkout
 * @param {string[]} args
 * @param {number} since when the command was given
 * @returns {Promise<number>} its exit code
 */
export function runAgainOnNewNode(root, args, since) {
  const node = join(root, 'node_modules/.bin/node');
  if (!existsSync(node)) {
    throw new Halt(
      `Node.js ${needed.join('.')} or newer is needed on ${process.platform}-${process.arch}; this is ${process.versions.node}. Install it from nodejs.org.`,
    );
  }
  const child = spawn(node, [join(root, 'bin/wayleave.mjs'), ...args], {
    env: { ...process.env, [beginning]: String(Date.now() - (performance.now() - since)) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches both of us: the child acts on it, we wait for its end. Other signals are handed on. If we are
  // killed, the channel between us closes, and the child stops in good order.
  process.on('SIGINT', () => undefined);
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
