import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../files.mjs';
import { born, signal, until } from '../process-identity.mjs';

/**
 * What `postmaster.pid` says: line 1 the process, 4 the port, 8 the state (PostgreSQL, miscadmin.h: LOCK_FILE_LINE_…).
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
export function readPostmaster(cluster) {
  const lines = readText(join(cluster, 'postmaster.pid'))?.split('\n');
  if (!lines || !/^-?\d+$/.test(lines[0] ?? '')) return undefined;
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

const worksIn = (pid, folder) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
};

/** Every process of PostgreSQL works in its cluster's folder: those that do now. */
function processesIn(cluster) {
  let folder;
  try {
    folder = realpathSync(cluster);
  } catch {
    return [];
  }
  const numbers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return numbers.filter((pid) => worksIn(pid, folder) && born(pid) !== undefined && isPostgres(pid));
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

const hasProc = process.platform === 'linux';

/** The server that runs on this cluster, whoever started it; a process that merely has its old number is none. */
export function runningPostmaster(cluster) {
  const found = readPostmaster(cluster);
  if (!found || born(found.pid) === undefined) return undefined;
  return !hasProc || processesIn(cluster).includes(found.pid) ? found : undefined;
}

/** Stops a server by its number: fast first, then at once, then by force. */
export async function stopPostmaster(pid, { fast = 20_000, immediate = 5_000 } = {}) {
  const gone = () => born(pid) === undefined;
  signal(pid, 'SIGINT');
  if (await until(gone, fast)) return;
  signal(pid, 'SIGQUIT');
  if (await until(gone, immediate)) return;
  signal(pid, 'SIGKILL');
  await until(gone, 2_000);
}

/**
 * Clears what a killed predecessor left on the cluster: a running server is stopped; of a killed one the remaining
 * processes are ended (they hold the shared memory); a lock whose number now belongs to something else is removed.
 * @returns {Promise<'nothing' | 'stopped' | 'cleared'>}
 */
export async function clearPredecessor(cluster) {
  const server = runningPostmaster(cluster);
  if (server) {
    await stopPostmaster(server.pid);
    return 'stopped';
  }
  const lock = readPostmaster(cluster);
  if (!lock) return 'nothing';
  if (hasProc && !(await until(() => processesIn(cluster).length === 0, 5_000))) {
    for (const pid of processesIn(cluster)) signal(pid, 'SIGQUIT');
    await until(() => processesIn(cluster).length === 0, 5_000);
  }
  if (hasProc && born(lock.pid) !== undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return 'cleared';
}
