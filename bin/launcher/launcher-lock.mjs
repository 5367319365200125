import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, readText, writePrivate } from './files.mjs';
import { Halt } from './halt.mjs';
import { identify, stillRuns } from './process-identity.mjs';

const lockPath = (data) => join(data, 'launcher.json');

/** Who runs in this data folder now: `{ pid, born, command, address, since }`, or undefined. */
export function whoRuns(data) {
  const held = readJson(lockPath(data));
  return stillRuns(held) ? held : undefined;
}

function claim(path, content) {
  const aside = `${path}.${process.pid}.new`;
  writeFileSync(aside, content, { mode: 0o600 });
  try {
    linkSync(aside, path); // fails when it exists: two launchers at once cannot both have it
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Moves a lock whose holder is gone out of the way, unless somebody else has just done so and taken it. */
function discardStale(path, seen) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) !== seen) claim(path, readText(aside) ?? '');
  rmSync(aside, { force: true });
}

const inUse = (held, data) =>
  held.command === 'start'
    ? `Wayleave already runs in ${data} (process ${held.pid}, since ${held.since}): ${held.address}`
    : `“${held.command}” is being run in ${data} (process ${held.pid}). Wait until it has ended.`;

/**
 * Takes the data folder for this process. A lock left by a killed process is healed.
 * @param {string} data the data folder
 * @param {{ command: string, address?: string }} about what is being done, for whoever comes second
 * @returns {{ healed: boolean, update(more: object): void, release(): void }}
 */
export function takeLock(data, about) {
  const path = lockPath(data);
  const mine = { ...identify(process.pid), since: new Date().toISOString(), ...about };
  for (let tries = 0, healed = false; tries < 5; tries += 1) {
    if (claim(path, JSON.stringify(mine))) {
      return {
        healed,
        update: (more) => writePrivate(path, JSON.stringify(Object.assign(mine, more))),
        release: () => rmSync(path, { force: true }),
      };
    }
    const held = whoRuns(data);
    if (held) throw new Halt(inUse(held, data));
    const seen = readText(path);
    if (seen !== undefined) discardStale(path, seen);
    healed = true;
  }
  throw new Halt(`The lock ${path} changes hands all the time. Is another start going on?`);
}
