import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { environmentOf } from './environment.mjs';
import { Halt } from './halt.mjs';
import { help } from './help.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { isNewEnough, runAgainOnNewNode, takeBeginning } from './node-version.mjs';
import { reporter } from './report.mjs';

const scripts = {
  test: ['tests/run.mjs'],
  check: ['tests/run.mjs', '--fast'],
  bench: ['tests/bench/run.mjs'],
  chaos: ['tests/chaos/run.mjs'],
};

/** Runs a script of the checkout at this terminal. @returns {Promise<number>} its exit code */
function runScript(root, [script, ...args]) {
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  process.on('disconnect', () => child.kill('SIGTERM'));
  process.channel?.unref();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, by) => resolve(code ?? 128 + constants.signals[by]));
  });
}

async function serve(context) {
  await ensureBuilt(context.root, context.report);
  const { start } = await import('./start.mjs');
  await start(context);
  return 0;
}

async function operate(context) {
  await ensureBuilt(context.root, context.report);
  const { operatorCommand } = await import('./operator-command.mjs');
  return operatorCommand(context);
}

async function setUp(context) {
  const { setup } = await import('./setup.mjs');
  return setup(context);
}

async function diagnose(context) {
  const { doctor } = await import('./doctor.mjs');
  return doctor(context);
}

const commands = { start: serve, setup: setUp, doctor: diagnose };

async function run(root, args, since) {
  const [command = 'help', ...more] = args;
  if (['help', '--help', '-h'].includes(command)) {
    process.stdout.write(help);
    return 0;
  }
  const report = reporter(command in commands || command in scripts ? process.stdout : process.stderr);
  // The doctor changes nothing: it looks at what is there, on the Node.js that is there.
  if (command !== 'doctor') await ensureInstalled(root, report);
  if (!isNewEnough() && (command !== 'doctor' || isInstalled(root))) return runAgainOnNewNode(root, args, since);
  if (command in scripts) return runScript(root, [...scripts[command], ...more]);
  return (commands[command] ?? operate)({ root, report, args, environment: environmentOf(root), since });
}

/**
 * The launcher: one command, its result as the exit code of the process.
 * @param {string} root the checkout
 * @param {string[]} args
 */
export async function main(root, args) {
  const since = takeBeginning();
  // Whoever read our output has gone: no reason to fall over with children running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    process.exitCode = await run(root, args, since);
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Halt ? error.message : error);
  }
  process.exit();
}
