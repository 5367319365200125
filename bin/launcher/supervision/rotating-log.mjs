import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * A log file that cannot fill the disk: at its limit it is put aside as `.1`, the last `.1` as `.2`, and so on.
 * @param {string} path
 * @param {{ limit?: number, kept?: number }} [size] bytes of one file, and how many are kept beside it
 */
export function rotatingLog(path, { limit = 5_000_000, kept = 3 } = {}) {
  let file = openSync(path, 'a', 0o600);
  let length = fstatSync(file).size;
  const rotate = () => {
    closeSync(file);
    rmSync(`${path}.${kept}`, { force: true });
    for (let number = kept - 1; number >= 0; number -= 1) {
      try {
        renameSync(number === 0 ? path : `${path}.${number}`, `${path}.${number + 1}`);
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    }
    file = openSync(path, 'a', 0o600);
    length = 0;
  };
  const write = (line) => {
    const bytes = Buffer.from(`${line}\n`).subarray(0, limit);
    if (length > 0 && length + bytes.length > limit) rotate();
    writeSync(file, bytes);
    length += bytes.length;
  };
  return {
    path,
    /** A full disk must not stop the service: what cannot be written is left out. */
    write(line) {
      try {
        write(line);
      } catch (error) {
        if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') throw error;
      }
    },
    close: () => closeSync(file),
  };
}
