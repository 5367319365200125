import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets. */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/**
 * When a process was born, as text to compare: a process number alone may have been given to another one since.
 * @returns {string | undefined} undefined when it does not run (a zombie does not run)
 */
export function born(pid) {
  if (!existsSync('/proc/self/stat')) {
    const { stdout, status } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  }
  const fields = statFields(pid);
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${bootId()}/${fields[19]}`;
}

let boot;
/** Start times count from the boot: the number of this boot keeps them apart from those of the last one. */
function bootId() {
  boot ??= existsSync('/proc/sys/kernel/random/boot_id')
    ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8)
    : '';
  return boot;
}

/** What to write down about a process so that it can be recognised later. */
export const identify = (pid) => ({ pid, born: born(pid) });

/** Does the process that was written down still run? */
export const stillRuns = (recorded) =>
  Number.isInteger(recorded?.pid) && recorded.born !== undefined && born(recorded.pid) === recorded.born;

/** Sends a signal to a process or (negative) a group; false when there is none. */
export function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Waits until the condition holds. @returns {Promise<boolean>} false when the time ran out */
export async function until(condition, milliseconds, step = 50) {
  const end = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(step);
  }
  return true;
}

/** Ends a recorded process with its group: asked first, then killed. Does nothing when another one has its number now. */
export async function endRecorded(recorded, patience = 5_000) {
  if (!stillRuns(recorded)) return false;
  signal(recorded.pid, 'SIGTERM');
  if (!(await until(() => !stillRuns(recorded), patience))) signal(recorded.pid, 'SIGKILL');
  signal(-recorded.pid, 'SIGKILL');
  await until(() => !stillRuns(recorded), 2_000);
  return true;
}
