import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBuilt } from '../build.mjs';
import { requireFreePort } from '../free-port.mjs';
import { isInstalled } from '../install.mjs';
import { whoRuns } from '../launcher-lock.mjs';
import { isNewEnough } from '../node-version.mjs';
import { good, unknown, wrong } from './finding.mjs';

export function nodeVersion({ root }) {
  const about = 'Node.js';
  if (isNewEnough()) return good(about, process.versions.node);
  if (existsSync(join(root, 'node_modules/.bin/node')))
    return good(about, `${process.versions.node}; the one installed with the packages is used`);
  return wrong(
    about,
    `${process.versions.node} is too old, and no newer one is installed with the packages`,
    'npm start installs it on Linux; elsewhere install Node.js 24.15 or newer from nodejs.org',
  );
}

export function packages({ root }) {
  if (isInstalled(root)) return good('Packages', 'as in package-lock.json');
  return wrong(
    'Packages',
    'missing or not those of package-lock.json',
    'npm start (or npm ci) installs them; it needs the network',
  );
}

export function build({ root }) {
  if (!existsSync(join(root, 'nx.json'))) return good('Build', 'comes built');
  return isBuilt(root)
    ? good('Build', 'up to date')
    : unknown('Build', 'not up to date; the next start builds what changed');
}

/** The data folder, or the nearest folder above it that is there. */
const existing = (path) => (existsSync(path) ? path : existing(dirname(path)));

export function dataFolder({ settings: { data } }) {
  const about = 'Data folder';
  const found = existing(data);
  try {
    accessSync(found, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong(
      about,
      `${found} cannot be written to by this user`,
      `chown -R ${process.getuid?.()} ${found}, or choose another with WAYLEAVE_DATA`,
    );
  }
  if (found !== data) return good(about, `${data} will be made`);
  const { mode } = statSync(data);
  if (mode & 0o077) return wrong(about, `others can look into ${data}`, `chmod 700 ${data}`);
  return good(about, data);
}

const gigabyte = 1_000_000_000;

export function diskSpace({ settings: { data } }) {
  const { bavail, bsize } = statfsSync(existing(data));
  const free = `${((bavail * bsize) / gigabyte).toFixed(1)} GB free`;
  if (bavail * bsize > gigabyte) return good('Disk space', free);
  return wrong(
    'Disk space',
    `${free} for ${data}`,
    'make room: at least 1 GB, or choose another disk with WAYLEAVE_DATA',
  );
}

export async function portFree({ settings: { host, port, data } }) {
  const running = whoRuns(data);
  if (running?.command === 'start') return good('Port', `${port}: Wayleave runs (process ${running.pid})`);
  try {
    await requireFreePort(host, port);
    return good('Port', `${port} on ${host} is free`);
  } catch (error) {
    return wrong('Port', error.message, 'see there');
  }
}

/** Nothing to compare with but files made earlier: enough to find a clock that was never set. */
export function clock({ root }) {
  const now = new Date();
  const made = statSync(join(root, 'package.json')).mtime;
  if (now.getTime() + 60_000 > made.getTime()) return good('Clock', now.toISOString());
  return wrong(
    'Clock',
    `${now.toISOString()} is before this copy of Wayleave was made (${made.toISOString()})`,
    'set the clock: timedatectl set-ntp true',
  );
}
