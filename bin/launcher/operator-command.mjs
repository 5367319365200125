import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { endLeftChildren } from './child-record.mjs';
import { databaseOf, runningDatabaseUrl } from './database.mjs';
import { holdsDemonstration, markDemonstration } from './demonstration.mjs';
import { childEnvironment, settingsOf } from './environment.mjs';
import { privateFolder } from './files.mjs';
import { takeLock, whoRuns } from './launcher-lock.mjs';
import { builtProgrammes, nodeArguments, runOperator } from './programmes.mjs';
import { isCurrent, markCurrent } from './schema-mark.mjs';
import { rotatingLog } from './supervision/rotating-log.mjs';

/** Runs an operator command at this terminal, in the folder it was typed in. @returns {Promise<number>} its exit code */
function atTerminal(script, args, env) {
  // Ctrl-C reaches it directly; it ends in order, we wait for it.
  const ignore = () => undefined;
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const child = spawn(process.execPath, nodeArguments(script, ...args), { cwd, env, stdio: 'inherit' });
  const handOn = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore).on('SIGTERM', handOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, by) => {
      process.off('SIGINT', ignore).off('SIGTERM', handOn);
      resolve(code ?? 128 + constants.signals[by]);
    });
  });
}

/** Starts the embedded database for one piece of work and stops it afterwards. */
async function withOwnDatabase({ root, settings, command, report }, work) {
  const lock = takeLock(settings.data, { command });
  await endLeftChildren(settings.data);
  const log = (name) => rotatingLog(join(privateFolder(join(settings.data, 'logs')), `${name}.log`));
  const database = databaseOf(settings, { root, log: log('postgres'), tell: report.line });
  try {
    return await work(await database.start(), log('operator'));
  } finally {
    await database.stop();
    lock.release();
  }
}

/**
 * The database for a command: the one of a running Wayleave, the one given from outside, or the embedded one started for
 * this alone. What was not running is brought up to date first.
 * @param {{ root: string, settings: object, environment: object, command: string, report: object, programmes?: object }} given
 * @param {(tools: { env: object, operator: (...args: string[]) => Promise<string[]>, terminal: (...args: string[]) =>
 *   Promise<number> }) => Promise<T>} work
 * @returns {Promise<T>} @template T
 */
export async function withDatabase(given, work) {
  const { root, settings, environment, programmes = builtProgrammes(root) } = given;
  privateFolder(settings.data);
  process.umask(0o077);
  const script = programmes.operator;
  const tools = (url, log) => {
    const env = childEnvironment(environment, settings, url);
    return {
      env,
      operator: (...args) => runOperator({ script, args, env, cwd: root, log }),
      terminal: (...args) => atTerminal(script, args, env),
    };
  };
  const running =
    settings.databaseUrl ?? (whoRuns(settings.data) ? runningDatabaseUrl(root, settings.data) : undefined);
  if (running)
    return work(tools(running, rotatingLog(join(privateFolder(join(settings.data, 'logs')), 'operator.log'))));
  return withOwnDatabase(given, async ({ url, folder }, log) => {
    const own = tools(url, log);
    if (!isCurrent(root, folder)) await own.operator('migrate');
    markCurrent(root, folder);
    return work(own);
  });
}

/** Hands a command over to the application as it is. @returns {Promise<number>} its exit code */
export async function operatorCommand({ root, report, environment, args, programmes }) {
  const settings = await settingsOf(root, environment);
  const { data, databaseUrl, demonstration } = settings;
  // Entered by hand it marks the folder as a start would; the next start finds no accounts in the mark and goes on.
  const enters = args.length === 1 && args[0] === 'demonstration' && demonstration && !databaseUrl;
  if (enters && !holdsDemonstration(data)) markDemonstration(privateFolder(data), []);
  return withDatabase({ root, settings, environment, command: args[0], report, programmes }, ({ terminal }) =>
    terminal(...args),
  );
}
