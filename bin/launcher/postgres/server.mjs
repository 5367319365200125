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
 * @typedef {object} ServerSurroundings
 * @property {string} root the checkout
 * @property {string} data the data folder
 * @property {{ write(line: string): void, path?: string }} log
 * @property {(text: string) => void} [tell] shows a line to the person at the terminal
 * @property {(reason: string) => void} [giveUp] hears when it does not stay up
 * @property {object} [account] overrides how it is run
 * @property {number} [patience] how long a start is tried, in milliseconds
 * @property {object} [limits] of the restarts
 */

/** The embedded PostgreSQL of one data folder: started, kept up on the same port, stopped in good order. */
export class EmbeddedPostgres {
  #given;
  #nextWait;
  #cluster;
  #port;
  #server;
  #outage;
  #stopping = false;

  /** @param {ServerSurroundings} given */
  constructor(given) {
    this.#given = { tell: () => undefined, giveUp: () => undefined, patience: 30_000, ...given };
    this.#nextWait = restartPolicy(given.limits);
  }

  /** It is ours to start and stop. */
  get embedded() {
    return true;
  }

  /** The process number, while it runs. */
  get pid() {
    return this.#server && !over(this.#server) ? this.#server.pid : undefined;
  }

  /** While the server is down: a promise for its return. */
  outage = () => this.#outage;

  /**
   * Makes the cluster when there is none, clears what a predecessor left, and starts.
   * @returns {Promise<{ made: boolean, url: string, folder: string }>} whether the cluster is new, the address of its
   *   database, and its folder
   */
  async start() {
    const { root, data } = this.#given;
    const account = this.#given.account ?? postgresAccount({ native: postgresBinaries(root), data });
    this.#cluster = { account, ...(await ensureCluster(account, data)) };
    this.#port = await freePort();
    await this.#begin();
    const { made, folder, password } = this.#cluster;
    return { made, folder, url: databaseUrl(this.#port, password) };
  }

  async stop() {
    this.#stopping = true;
    if (this.pid === undefined) return;
    const ended = once(this.#server, 'exit');
    await stopPostmaster(this.pid);
    await ended;
  }

  /** After a crash the remains of the last server need some seconds to go: tried again until the time is up. */
  async #begin() {
    const { folder } = this.#cluster;
    const { log, patience } = this.#given;
    const deadline = performance.now() + patience;
    for (;;) {
      await clearPredecessor(folder);
      if (this.#stopping) return;
      this.#server = launch(this.#cluster, this.#port, log);
      if (await becomesReady(this.#server, folder, deadline)) break;
      if (this.#stopping) return;
      await pause(500); // also for its last words to arrive
      const { last } = this.#server;
      if (performance.now() > deadline)
        throw new Halt(`PostgreSQL does not start. ${last || 'Its log says why.'} (${log.path})`);
    }
    this.#watch(this.#server);
  }

  #watch(server) {
    const died = (code, by) => this.#died(by ? `was ended by ${by}` : `ended with code ${code}`);
    if (over(server)) died(server.exitCode, server.signalCode);
    else server.once('exit', died);
  }

  #died(reason) {
    if (this.#stopping) return;
    const { tell, giveUp } = this.#given;
    const wait = this.#nextWait();
    if (wait === undefined) {
      giveUp(`PostgreSQL does not stay up. ${this.#server.last}`);
      return;
    }
    tell(`PostgreSQL ${reason}; it is started again`);
    const back = pause(wait)
      .then(() => this.#begin())
      .catch((error) => giveUp(error.message))
      .finally(() => this.#outage === back && (this.#outage = undefined));
    this.#outage = back;
  }
}
