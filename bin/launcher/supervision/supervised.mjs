import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { signal, until } from '../process-identity.mjs';
import { eachLine, important } from './lines.mjs';
import { restartPolicy } from './restarts.mjs';

const how = (code, name) => (name ? `was ended by ${name}` : `ended with code ${code}`);

/**
 * One child that is kept running: in a process group of its own (Ctrl-C reaches the launcher alone), its output in its
 * log, started again with back-off when it dies, asked to end and then made to end when all stops.
 *
 * @param {{ name: string, command: string, args: string[], cwd?: string, env?: object }} programme
 * @param {object} surroundings
 * @param {{ write(line: string): void, path?: string }} surroundings.log
 * @param {(text: string) => void} [surroundings.tell] shows a line to the person at the terminal
 * @param {{ started(name: string, pid: number): void, ended(name: string): void }} [surroundings.record]
 * @param {(reason: string) => void} surroundings.giveUp called once when the child died too often
 * @param {() => Promise<void> | undefined} [surroundings.outage] while something it needs is down: a promise for its
 *   return. A death during an outage is not counted against the child.
 * @param {object} [surroundings.limits] see {@link restartPolicy}
 */
export function supervised(programme, surroundings) {
  const { name } = programme;
  const { log, tell = () => undefined, record, giveUp, outage = () => undefined } = surroundings;
  const nextWait = restartPolicy(surroundings.limits);
  let child;
  let stopping = false;
  let timer;
  let lastError = '';

  const hear = (stream, fromErrors) =>
    eachLine(stream, (line) => {
      log.write(line);
      const text = important(line, fromErrors);
      if (text === undefined) return;
      lastError = text;
      tell(`${name}: ${text}`);
    });

  const died = (reason) => {
    child = undefined;
    record?.ended(name);
    if (stopping) return;
    const down = outage();
    const wait = down ? 250 : nextWait();
    if (wait === undefined) {
      stopping = true;
      return giveUp(`${name} ${reason} and does not stay up${lastError ? `: ${lastError}` : '.'}`);
    }
    tell(`${name} ${reason}; it is started again in ${(wait / 1000).toFixed(wait < 1000 ? 2 : 0)} s`);
    timer = setTimeout(() => void Promise.resolve(outage()).then(start), wait);
  };

  const start = () => {
    if (stopping || child) return;
    const { command, args, cwd, env } = programme;
    const mine = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child = mine;
    hear(mine.stdout, false);
    hear(mine.stderr, true);
    mine.once('error', (error) => mine.pid === undefined && died(`could not be started (${error.message})`));
    if (mine.pid === undefined) return;
    record?.started(name, mine.pid);
    mine.once('exit', (code, by) => {
      signal(-mine.pid, 'SIGKILL'); // what it may have started itself
      died(how(code, by));
    });
  };

  /** Asks the child to end (it drains), and ends it by force when the time is up. @returns whether it ended by itself */
  const stop = async (patience = 15_000) => {
    stopping = true;
    clearTimeout(timer);
    const last = child;
    if (!last) return true;
    const ended = once(last, 'exit');
    signal(last.pid, 'SIGTERM');
    const byItself = await until(() => child !== last, patience);
    if (!byItself) signal(-last.pid, 'SIGKILL');
    await ended;
    return byItself;
  };

  return { name, start, stop, kill: () => child && signal(-child.pid, 'SIGKILL'), pid: () => child?.pid };
}
