import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { signal, until } from '../process-identity.mjs';
import { eachLine, important } from './lines.mjs';
import { restartPolicy } from './restarts.mjs';

const how = (code, name) => (name ? `was ended by ${name}` : `ended with code ${code}`);
const nothing = () => undefined;

/**
 * @typedef {object} Surroundings
 * @property {{ write(line: string): void, path?: string }} log where the child's output goes
 * @property {(text: string) => void} [tell] shows a line to the person at the terminal
 * @property {{ started(name: string, pid: number): void, ended(name: string): void }} [record] who runs, written down
 * @property {(reason: string) => void} giveUp called once, when the child died too often
 * @property {() => Promise<void> | undefined} [outage] while something it needs is down: a promise for its return. A
 *   death during an outage is not counted against the child.
 * @property {object} [limits] of the restarts: see {@link restartPolicy}
 */

/**
 * One child that is kept running: in a process group of its own (Ctrl-C reaches the launcher alone), its output in its
 * log, started again with back-off when it dies, asked to end and then made to end when all stops.
 */
export class Supervised {
  #programme;
  #surroundings;
  #nextWait;
  #child;
  #timer;
  #stopping = false;
  #lastError = '';

  /**
   * @param {{ name: string, command: string, args: string[], cwd?: string, env?: object }} programme
   * @param {Surroundings} surroundings
   */
  constructor(programme, surroundings) {
    this.#programme = programme;
    this.#surroundings = {
      tell: nothing,
      outage: nothing,
      record: { started: nothing, ended: nothing },
      ...surroundings,
    };
    this.#nextWait = restartPolicy(surroundings.limits);
  }

  get name() {
    return this.#programme.name;
  }

  /** The process number, while it runs. */
  get pid() {
    return this.#child?.pid;
  }

  start() {
    if (this.#stopping || this.#child) return;
    const { command, args, cwd, env } = this.#programme;
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#hear(child.stdout, false);
    this.#hear(child.stderr, true);
    child.once('error', (error) => child.pid === undefined && this.#died(`could not be started (${error.message})`));
    if (child.pid === undefined) return;
    this.#surroundings.record.started(this.name, child.pid);
    child.once('exit', (code, by) => {
      signal(-child.pid, 'SIGKILL'); // what it may have started itself
      this.#died(how(code, by));
    });
  }

  /**
   * Asks the child to end (it drains), and ends it by force when the time is up.
   * @param {number} [patience] milliseconds
   * @returns {Promise<boolean>} whether it ended by itself
   */
  async stop(patience = 15_000) {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child) return true;
    const ended = once(child, 'exit');
    signal(child.pid, 'SIGTERM');
    const byItself = await until(() => this.#child !== child, patience);
    if (!byItself) signal(-child.pid, 'SIGKILL');
    await ended;
    return byItself;
  }

  /** Ends the child at once, without letting it drain. */
  kill() {
    if (this.#child) signal(-this.#child.pid, 'SIGKILL');
  }

  #hear(stream, fromErrors) {
    const { log, tell } = this.#surroundings;
    eachLine(stream, (line) => {
      log.write(line);
      const text = important(line, fromErrors);
      if (text === undefined) return;
      this.#lastError = text;
      tell(`${this.name}: ${text}`);
    });
  }

  #died(reason) {
    const { record, giveUp, outage, tell } = this.#surroundings;
    this.#child = undefined;
    record.ended(this.name);
    if (this.#stopping) return;
    const wait = outage() ? 250 : this.#nextWait();
    if (wait === undefined) {
      this.#stopping = true;
      giveUp(`${this.name} ${reason} and does not stay up${this.#lastError ? `: ${this.#lastError}` : '.'}`);
      return;
    }
    tell(`${this.name} ${reason}; it is started again in ${(wait / 1000).toFixed(wait < 1000 ? 2 : 0)} s`);
    this.#timer = setTimeout(() => void Promise.resolve(outage()).then(() => this.start()), wait);
  }
}
