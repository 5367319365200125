import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Halt } from '../halt.mjs';

/**
 * How PostgreSQL is run on this machine.
 * @typedef {object} PostgresAccount
 * @property {string} native folder of the programs
 * @property {string} home folder in which the cluster lies
 * @property {string[]} prefix what stands before each command
 * @property {number} [uid] @property {number} [gid] the account of the processes, where it is not ours
 */

const nobody = 65534;

/** PostgreSQL refuses to run as root: the owner of the cluster, or the account `postgres`, or nobody. */
function unprivileged(cluster) {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const account = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
  return account ? { uid: Number(account[1]), gid: Number(account[2]) } : { uid: nobody, gid: nobody };
}

/** With two capabilities it reads programs and data below folders that are closed to others (a 0700 home). */
function withCapabilities({ uid, gid }) {
  const rights = '+dac_override,+dac_read_search';
  const become = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${rights}`,
    `--ambient-caps=${rights}`,
  ];
  return ['setpriv', ...become, '--securebits=+no_setuid_fixup'];
}

function runs(native, { prefix, uid, gid }) {
  const [command, ...args] = [...prefix, join(native, 'bin/postgres'), '--version'];
  return spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore', timeout: 10_000 }).status === 0;
}

const mayEnter = (folder, { uid, gid }) =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { uid, gid, stdio: 'ignore' }).status === 0;

/** Where neither capabilities nor an open path are to be had, programs and data live in a folder of the system. */
function apart(native, data, account, base) {
  const home = join(base, createHash('sha256').update(data).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(base, 0o755);
  const copy = join(home, 'native');
  if (!existsSync(join(copy, 'bin/postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const found = { native: copy, home, prefix: [], ...account };
  if (!runs(copy, found)) {
    throw new Halt(
      'PostgreSQL cannot be run here as another user than root. Start Wayleave as a plain user, or set DATABASE_URL.',
    );
  }
  return found;
}

/**
 * Finds a way to run PostgreSQL that works for this user and these folders.
 * @param {{ native: string, data: string, capabilities?: boolean, base?: string }} given `capabilities: false` leaves out
 *   the first way; `base` is the folder of the last one
 * @returns {PostgresAccount}
 */
export function postgresAccount({ native, data, capabilities = true, base = '/var/lib/wayleave' }) {
  if (process.getuid?.() !== 0) return { native, home: data, prefix: [] };
  const account = unprivileged(join(data, 'postgres'));
  const prefix = withCapabilities(account);
  if (capabilities && runs(native, { prefix })) return { native, home: data, prefix, owner: account };
  const plain = { native, home: data, prefix: [], ...account, owner: account };
  if (runs(native, plain) && mayEnter(data, plain)) return plain;
  return { ...apart(native, data, account, base), owner: account };
}

/** Gives a folder or file to the account that PostgreSQL runs as. */
export function handOver(account, path) {
  if (account.owner) chownSync(path, account.owner.uid, account.owner.gid);
}
