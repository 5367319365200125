import { join } from 'node:path';
import { builtFrom } from './build.mjs';
import { readText, writePrivate } from './files.mjs';

// In the cluster's own folder, so that it goes wherever the cluster goes, and is gone when that is made anew.
const markPath = (folder) => join(folder, 'wayleave.schema');

/**
 * Has this very build already brought this very cluster up to date? Then there is nothing to migrate, and a start is a
 * second faster. Of a database run by others nothing is assumed.
 * @param {string} root the checkout
 * @param {string | undefined} folder of the embedded cluster
 */
export function isCurrent(root, folder) {
  const build = builtFrom(root);
  return folder !== undefined && build !== undefined && readText(markPath(folder)) === build;
}

/** Notes that the present build has brought the cluster up to date. */
export function markCurrent(root, folder) {
  const build = builtFrom(root);
  if (folder !== undefined && build !== undefined) writePrivate(markPath(folder), build);
}
