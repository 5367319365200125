import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writePrivate } from '../files.mjs';
import { Halt } from '../halt.mjs';
import { handOver } from './account.mjs';

/** Role that owns the database and runs migrations, and the name of the database. */
export const owner = 'wayleave';

/** Runs one of PostgreSQL's programs to its end. @returns {Promise<string>} what it printed */
function run(account, [program, ...args], input = '') {
  const [command, ...rest] = [...account.prefix, join(account.native, 'bin', program), ...args];
  const { uid, gid, home } = account;
  const child = spawn(command, rest, {
    uid,
    gid,
    cwd: home,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
  });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    child.on('error', (error) => reject(new Halt(`PostgreSQL's ${program} could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0 && !/^.*(ERROR|FATAL):/m.test(output)) resolve(output);
      else reject(new Halt(`PostgreSQL's ${program} failed: ${output.trim().split('\n').slice(-3).join(' ')}`));
    });
  });
}

/** The owner's password from its 0600 file; `fresh` when there was none. */
function password(data) {
  const path = join(data, 'postgres.password');
  const kept = readText(path)?.trim();
  if (kept) return { secret: kept, fresh: false };
  const secret = randomBytes(24).toString('base64url');
  writePrivate(path, secret);
  return { secret, fresh: true };
}

const single = (account, folder, sql) => run(account, ['postgres', '--single', '-D', folder, 'postgres'], `${sql}\n`);

async function initialise(account, folder, secret) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  handOver(account, folder);
  const secretFile = join(account.home, 'postgres.password.new');
  writeFileSync(secretFile, secret, { mode: 0o600 });
  handOver(account, secretFile);
  try {
    const access = ['-U', owner, '-A', 'scram-sha-256', `--pwfile=${secretFile}`];
    await run(account, ['initdb', '-D', folder, ...access, '-E', 'UTF8', '--locale=C.UTF-8']);
  } finally {
    rmSync(secretFile, { force: true });
  }
  await single(account, folder, `create database ${owner}`);
}

function requireOwnership(folder) {
  const own = process.getuid?.();
  const { uid } = statSync(folder);
  if (!own || uid === own) return;
  throw new Halt(
    `${folder} belongs to another user (number ${uid}). Start Wayleave as that user, or choose another WAYLEAVE_DATA.`,
  );
}

function makeRoom(folder) {
  if (!existsSync(folder)) return;
  try {
    rmdirSync(folder);
  } catch {
    throw new Halt(
      `${folder} holds something that is no PostgreSQL cluster. Move it away, or choose another WAYLEAVE_DATA.`,
    );
  }
}

/**
 * The cluster in the data folder, made when there is none yet. It is made aside and renamed, so that a killed first
 * start leaves no half of one.
 * @returns {Promise<{ folder: string, password: string, made: boolean }>}
 */
export async function ensureCluster(account, data) {
  const folder = join(account.home, 'postgres');
  const { secret, fresh } = password(data);
  if (existsSync(join(folder, 'PG_VERSION'))) {
    requireOwnership(folder);
    // The password file was lost: the cluster is ours, so it gets the new one.
    if (fresh) await single(account, folder, `alter role ${owner} password '${secret}'`);
    return { folder, password: secret, made: false };
  }
  makeRoom(folder);
  const aside = `${folder}.new`;
  await initialise(account, aside, secret);
  renameSync(aside, folder);
  return { folder, password: secret, made: true };
}
