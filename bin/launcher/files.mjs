import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

/** A folder that nobody else on this machine can look into. */
export function privateFolder(path) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (statSync(path).mode & 0o077) chmodSync(path, 0o700);
  return path;
}

/** Writes a 0600 file whole or not at all: beside it first, then renamed. */
export function writePrivate(path, text) {
  const aside = `${path}.${process.pid}.new`;
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, path);
}

/** @returns {string | undefined} the text of a file, undefined when there is none */
export function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** @returns {any} the content of a JSON file, undefined when there is none or when it was cut short */
export function readJson(path) {
  try {
    return JSON.parse(readText(path) ?? '');
  } catch {
    return undefined;
  }
}
