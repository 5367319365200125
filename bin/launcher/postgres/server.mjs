import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { Halt } from '../halt.mjs';
import { eachLine } from '../supervision/lines.mjs';
import { restartPolicy } from '../supervision/restarts.mjs';
import { postgresAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';
import { ensureCluster, owner } from './cluster.mjs';
import { clearPredecessor, readPostmaster, stopPostmaster } from './postmaster.mjs';
import { serverSettings } from './server-settings.mjs';

/** The address of the database, for whoever has the password. */
export const databaseUrl = (port, password) => `postgres://${owner}:${password}@127.0.0.1:${port}/${owner}`;

function launch({ account, folder }, port, log) {
  const given = Object.entries(serverSettings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...account.prefix, join(account.native, 'bin/postgres'), '-D', folder, ...given];
  const { uid, gid } = account;
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const server = spawn(command, args, {
    uid,
    gid,
    cwd: account.home,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server.last = '';
  eachLine(server.stderr, (line) => {
    log.write(line);
    if (/(FATAL|PANIC|ERROR):/.test(line)) server.last = line.replace(/^.*?((FATAL|PANIC|ERROR):)/, '$1');
  });
  server.on('error', (error) => (server.last = error.message));
  return server;
}

const over = (server) => server.exitCode !== null || server.signalCode !== null || server.pid === undefined;

/** Waits until the server says in its lock file that it takes connections. @returns {Promise<boolean>} false when it ended */
async function becomesReady(server, folder, deadline) {
  while (!over(server)) {
    const seen = readPostmaster(folder);
    if (seen?.pid === server.pid && seen.ready) return true;
    if (performance.now() > deadline) {
      await stopPostmaster(server.pid, { fast: 2_000, immediate: 1_000 });
      return false;
    }
    await pause(25);
  }
  return false;
}

/**
 * The embedded PostgreSQL of one data folder.
 * @param {{ root: string, data: string, log: { write(line: string): void }, tell?: (text: string) => void,
 *   giveUp?: (reason: string) => void, account?: object, patience?: number, limits?: object }} given `giveUp` hears when
 *   it does not stay up; `account` overrides how it is run; `patience` is how long a start is tried, in milliseconds
 */
export function embeddedPostgres({ root, data, log, tell = () => undefined, giveUp = () => undefined, ...given }) {
  const patience = given.patience ?? 30_000;
  const nextWait = restartPolicy(given.limits);
  let cluster;
  let port;
  let server;
  let stopping = false;
  let outage;

  /** After a crash the remains of the last server need some seconds to go: tried again until the time is up. */
  const begin = async () => {
    const deadline = performance.now() + patience;
    for (;;) {
      await clearPredecessor(cluster.folder);
      if (stopping) return;
      server = launch(cluster, port, log);
      if (await becomesReady(server, cluster.folder, deadline)) break;
      if (stopping) return;
      if (performance.now() > deadline)
        throw new Halt(`PostgreSQL does not start. ${server.last || 'Its log says why.'} (${log.path})`);
      await pause(500);
    }
    server.once('exit', died);
    if (over(server)) died(server.exitCode, server.signalCode);
  };

  const died = (code, by) => {
    if (stopping || outage) return;
    const wait = nextWait();
    if (wait === undefined) return giveUp(`PostgreSQL does not stay up. ${server.last}`);
    tell(`PostgreSQL ${by ? `was ended by ${by}` : `ended with code ${code}`}; it is started again`);
    outage = pause(wait)
      .then(begin)
      .then(() => (outage = undefined))
      .catch((error) => giveUp(error.message));
  };

  return {
    /** Makes the cluster when there is none, clears what a predecessor left, and starts. */
    async start() {
      const account = given.account ?? postgresAccount({ native: postgresBinaries(root), data });
      cluster = { account, ...(await ensureCluster(account, data)) };
      port = await freePort();
      await begin();
      return { made: cluster.made, url: databaseUrl(port, cluster.password) };
    },
    /** While the server is down: a promise for its return. */
    outage: () => outage,
    pid: () => (server && !over(server) ? server.pid : undefined),
    async stop() {
      stopping = true;
      if (!server || over(server)) return;
      const ended = once(server, 'exit');
      await stopPostmaster(server.pid);
      await ended;
    },
  };
}
