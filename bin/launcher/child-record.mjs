import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './files.mjs';
import { endRecorded, identify, stillRuns } from './process-identity.mjs';

const recordPath = (data) => join(data, 'children.json');

/**
 * Keeps written down which children run, so that the launcher after a killed one finds and ends exactly those.
 * @param {string} data the data folder
 */
export function childRecord(data) {
  const running = new Map();
  const save = () => writePrivate(recordPath(data), JSON.stringify([...running.values()]));
  return {
    started(name, pid) {
      running.set(name, { name, ...identify(pid) });
      save();
    },
    ended(name) {
      running.delete(name);
      save();
    },
    clear: () => rmSync(recordPath(data), { force: true }),
  };
}

/** Ends the children that a killed launcher left behind. @returns {Promise<string[]>} the names of those that still ran */
export async function endLeftChildren(data, patience) {
  const left = readJson(recordPath(data));
  if (!Array.isArray(left)) return [];
  const running = left.filter(stillRuns);
  await Promise.all(running.map((child) => endRecorded(child, patience)));
  rmSync(recordPath(data), { force: true });
  return running.map((child) => child.name);
}
