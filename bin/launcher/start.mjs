import { join } from 'node:path';
import { childRecord, endLeftChildren } from './child-record.mjs';
import { databaseOf } from './database.mjs';
import {
  enterEmbedded,
  enterOutside,
  readAccounts,
  refuseDatabaseOfDemonstration,
  refuseDemonstration,
} from './demonstration.mjs';
import { childEnvironment, settingsOf } from './environment.mjs';
import { privateFolder } from './files.mjs';
import { requireFreePort } from './free-port.mjs';
import { Halt } from './halt.mjs';
import { takeLock } from './launcher-lock.mjs';
import { builtProgrammes, nodeArguments, runOperator } from './programmes.mjs';
import { localAddress, waitUntilReady } from './readiness.mjs';
import { Stopped, stopping } from './stopping.mjs';
import { isCurrent, markCurrent } from './schema-mark.mjs';
import { rotatingLog } from './supervision/rotating-log.mjs';
import { Supervised } from './supervision/supervised.mjs';
import { throttled } from './supervision/lines.mjs';

/** Everything that one start holds, so that its end can let go of each. */
function surroundings({ root, report, environment, settings, options }) {
  const logs = privateFolder(join(settings.data, 'logs'));
  const log = (name) => rotatingLog(join(logs, `${name}.log`));
  const tell = throttled((text) => report.line(`  ! ${text}`));
  const children = [];
  const stop = stopping({ hurry: () => children.forEach((child) => child.kill()) });
  const giveUp = (reason) => stop.because(new Halt(`Stopped: ${reason} (logs: ${logs})`));
  const database = databaseOf(settings, { root, log: log('postgres'), tell, giveUp });
  const record = childRecord(settings.data);
  return { root, report, environment, settings, options, log, tell, children, stop, giveUp, database, record };
}

async function prepare(run, { url, made, folder }) {
  const { root, settings, stop, record, log, options } = run;
  const env = childEnvironment(run.environment, settings, url);
  const operatorLog = log('operator');
  const script = options.programmes.operator;
  const operator = (...args) =>
    stop.unless(runOperator({ script, args, env, cwd: root, log: operatorLog, abort: stop.signal, record }));
  if (!isCurrent(root, folder)) {
    await run.report.step('Database schema', () => operator('migrate'));
    markCurrent(root, folder);
  }
  return { env, accounts: await demonstrationOf(run, { made, operator }) };
}

/** What is done about the demonstration, and its accounts to show. */
async function demonstrationOf({ report, settings, database }, { made, operator }) {
  const { demonstration, data } = settings;
  if (!demonstration) {
    if (!database.embedded) await refuseDatabaseOfDemonstration(operator);
    return [];
  }
  // A killed load left no accounts in the mark; a cluster made anew is empty whatever the mark says.
  if (database.embedded && !made && readAccounts(data).length > 0) return readAccounts(data);
  const enter = database.embedded ? enterEmbedded : enterOutside;
  const accounts = await report.step('Demonstration', () => enter({ data, operator }));
  if (accounts.length === 0)
    report.line('  The database holds entries of its own: the demonstration is not entered into it.');
  return accounts;
}

function startChildren(run, env) {
  const { root, database, log, tell, record, giveUp, options, children } = run;
  for (const name of ['api', 'workers']) {
    const programme = {
      name,
      command: process.execPath,
      args: nodeArguments(options.programmes[name]),
      cwd: root,
      env,
    };
    const { outage } = database;
    children.push(new Supervised(programme, { log: log(name), tell, record, giveUp, outage, limits: options.limits }));
  }
  children.forEach((child) => child.start());
}

function announce({ report, settings }, accounts, since) {
  report.line();
  report.line(`  Wayleave is ready: ${settings.publicUrl}   (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  if (accounts.length > 0) {
    report.line(`  Demonstration accounts, password “${accounts[0].password}”:`);
    for (const { email, role } of accounts) report.line(`    ${email.padEnd(30)} ${role ?? ''}`.trimEnd());
  }
  report.line('  Ctrl-C stops it.');
  report.line();
}

async function bringUp(run, since) {
  const { report, settings, stop, options } = run;
  const left = await endLeftChildren(settings.data);
  if (left.length > 0) report.line(`  Ended what a killed predecessor had left running: ${left.join(', ')}.`);
  await requireFreePort(settings.host, settings.port);
  const title = run.database.embedded ? 'PostgreSQL' : 'PostgreSQL of DATABASE_URL';
  const database = await report.step(title, () => stop.unless(run.database.start()));
  const { env, accounts } = await prepare(run, database);
  startChildren(run, env);
  const address = localAddress(settings.host, settings.port);
  await report.step('API and workers', () =>
    stop.unless(waitUntilReady(address, { patience: options.patience, abort: stop.signal })),
  );
  announce(run, accounts, since);
}

/** Drains API and workers side by side, then stops PostgreSQL: nobody else's processes are touched. */
async function takeDown({ report, children, database, record, options, stop }) {
  const drained = await Promise.all(children.map((child) => child.stop(options.drain)));
  drained.forEach(
    (byItself, index) => byItself || report.line(`  ${children[index].name} did not end by itself and was ended.`),
  );
  await database.stop();
  record.clear();
  stop.forget();
}

/**
 * Starts everything, keeps it running, and stops it in order when it is asked to.
 * @param {{ root: string, report: object, environment: object, since?: number, options?: object }} given `options` are
 *   for specs: other programmes, limits of restarts, patience with the start and with draining (milliseconds)
 * @returns {Promise<void>} when it was asked to stop and has stopped
 * @throws {Halt} when it could not start or not go on
 */
export async function start({ root, report, environment, since = performance.now(), options: given = {} }) {
  const options = { programmes: builtProgrammes(root), ...given };
  const settings = await settingsOf(root, environment);
  if (!settings.demonstration) refuseDemonstration(settings.data);
  privateFolder(settings.data);
  process.umask(0o077); // whatever is written from here on is for this user alone
  const lock = takeLock(settings.data, { command: 'start', address: settings.publicUrl });
  if (lock.healed) report.line('  The last start was killed; its lock is removed.');
  const run = surroundings({ root, report, environment, settings, options });
  try {
    await bringUp(run, since);
    await run.stop.asked;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    report.line('  Stopping …');
  } finally {
    await takeDown(run);
    lock.release();
  }
  report.line('  Stopped.');
}
