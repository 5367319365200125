import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../../bin/launcher/free-port.mjs';
import { handOver, postgresAccount } from '../../../../bin/launcher/postgres/account.mjs';
import { postgresBinaries } from '../../../../bin/launcher/postgres/binaries.mjs';

// Fast and forgetful: this cluster lives for one run.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_min_messages: 'log',
};

const root = fileURLToPath(new URL('../../../..', import.meta.url));

function initialise(account, folder, password) {
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  handOver(account, secret);
  const access = ['-U', 'owner', '-A', 'scram-sha-256', `--pwfile=${secret}`];
  const { status, stdout, stderr, error } = spawnSync(
    ...command(account, 'initdb', [
      '-D',
      join(folder, 'data'),
      ...access,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]),
    { cwd: folder, encoding: 'utf8', uid: account.uid, gid: account.gid },
  );
  rmSync(secret);
  if (status !== 0) throw new Error(`initdb failed: ${error ?? stdout + stderr}`);
}

/** One of PostgreSQL's programs, run the way this machine lets it be run. */
function command({ prefix, native }, program, args) {
  const [first, ...rest] = [...prefix, join(native, 'bin', program), ...args];
  return [first, rest];
}

/** Waits until the server says that it is ready; its whole log is in the error if it never does. */
function ready(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-10_000);
      if (/ready to accept connections/.test(log)) resolve();
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`PostgreSQL ended (${code}) before it was ready:\n${log}`)));
  });
}

/**
 * Starts a real PostgreSQL in a new temporary folder, on a free loopback port.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the address as owner, and the way to end it and remove its folder
 */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'wayleave-specs-'));
  chmodSync(folder, 0o755);
  const account = postgresAccount({ native: postgresBinaries(root), data: folder });
  handOver(account, folder);
  const password = randomBytes(12).toString('hex');
  initialise(account, folder, password);
  const port = await freePort();
  const given = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(...command(account, 'postgres', ['-D', join(folder, 'data'), ...given]), {
    cwd: folder,
    uid: account.uid,
    gid: account.gid,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const stop = async () => {
    if (server.exitCode === null) server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { url: `postgres://owner:${password}@127.0.0.1:${port}/postgres`, stop };
}
