import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version of the `redis-server` on the PATH; undefined where there is none. */
export function redisVersion(): string | undefined {
  const { status, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return status === 0 ? /v=(\S+)/.exec(stdout)?.[1] : undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a real Redis on a free loopback port, in a folder of its own that goes with it. */
export async function startRedis(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'wayleave-redis-'));
  const given = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  ];
  const server = spawn('redis-server', given, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  const ready = new Promise<void>((resolve, reject) => {
    let log = '';
    server.stdout.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000);
      if (/ready to accept connections/i.test(log)) resolve();
    });
    server.on('exit', (code) => reject(new Error(`redis-server ended (${String(code)}) before it was ready:\n${log}`)));
  });
  const endWithUs = (): void => void server.kill('SIGKILL');
  process.once('exit', endWithUs);
  try {
    await ready;
  } catch (error) {
    forget();
    throw error;
  }
  return {
    port,
    stop: async () => {
      process.off('exit', endWithUs);
      server.kill('SIGTERM');
      await ended;
      forget();
    },
  };
}
