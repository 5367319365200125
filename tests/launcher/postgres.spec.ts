import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from '../../bin/launcher/postgres/account.mjs';
import { postgresBinaries } from '../../bin/launcher/postgres/binaries.mjs';
import { ensureCluster } from '../../bin/launcher/postgres/cluster.mjs';
import { clearPredecessor, runningPostmaster } from '../../bin/launcher/postgres/postmaster.mjs';
import { EmbeddedPostgres } from '../../bin/launcher/postgres/server.mjs';
import { serverSettings } from '../../bin/launcher/postgres/server-settings.mjs';
import { alive, newFolder, removeFolders, root, waitFor } from './surroundings.ts';

const native = postgresBinaries(root);
const isRoot = process.getuid?.() === 0;
let pattern: string;
let data: string;
const servers: EmbeddedPostgres[] = [];

beforeAll(async () => {
  pattern = newFolder();
  await ensureCluster(postgresAccount({ native, data: pattern }), pattern);
});
beforeEach(() => {
  data = `${pattern}-copy`;
  execFileSync('cp', ['-a', pattern, data]);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(data, { recursive: true });
});
afterAll(removeFolders);

function embedded(more: Record<string, unknown> = {}) {
  const heard = { told: [] as string[], gaveUp: [] as string[], log: [] as string[] };
  const server = new EmbeddedPostgres({
    root,
    data,
    log: { write: (line: string) => void heard.log.push(line), path: 'postgres.log' },
    tell: (text: string) => void heard.told.push(text),
    giveUp: (reason: string) => void heard.gaveUp.push(reason),
    ...more,
  });
  servers.push(server);
  return { server, ...heard };
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  test('answers on loopback alone, with the password alone, in UTF-8 and UTC', async () => {
    const { url } = await embedded().server.start();
    const facts = await ask(
      url,
      `select current_setting('server_encoding') encoding, current_setting('timezone') zone, current_setting('jit') jit,
         current_setting('listen_addresses') listens, current_setting('unix_socket_directories') sockets, current_setting('fsync') fsync`,
    );
    expect(facts).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      jit: 'off',
      listens: '127.0.0.1',
      sockets: '',
      fsync: 'on',
    });
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('what was written before a kill is there after it, on the same address', async () => {
    const { server, told } = embedded();
    const { url } = await server.start();
    await ask(url, 'create table kept as select 42 as answer');
    const first = server.pid!;
    process.kill(first, 'SIGKILL');
    await waitFor(
      'its return',
      () => server.pid !== undefined && server.pid !== first && server.outage() === undefined,
    );
    expect(await ask(url, 'select answer from kept')).toEqual({ answer: 42 });
    expect(told).toEqual(['PostgreSQL was ended by SIGKILL; it is started again']);
  });

  test('stopping ends it and its lock, also while it is being started again', async () => {
    const { server } = embedded();
    await server.start();
    process.kill(server.pid!, 'SIGKILL');
    await waitFor('the outage', () => server.outage() !== undefined);
    await server.stop();
    await server.outage();
    expect(runningPostmaster(join(data, 'postgres'))).toBeUndefined();
  });

  test('one that dies again and again is given up', async () => {
    const { server, gaveUp } = embedded({ limits: { most: 1, first: 1 } });
    await server.start();
    for (const _ of [1, 2]) {
      await waitFor('it runs', () => server.pid !== undefined && server.outage() === undefined);
      process.kill(server.pid!, 'SIGKILL');
      await waitFor('its end', () => server.outage() !== undefined || gaveUp.length > 0);
    }
    await waitFor('giving up', () => gaveUp.length > 0);
    expect(gaveUp[0]).toMatch(/^PostgreSQL does not stay up/);
  });

  test('that cannot start says why when its time is up', async () => {
    writeFileSync(join(data, 'postgres/postgresql.conf'), 'no_such_setting = 1\n');
    await expect(embedded({ patience: 1_000 }).server.start()).rejects.toThrow(/PostgreSQL does not start\. .*FATAL/);
  });
});

describe('what a predecessor left', () => {
  test('a server that still runs is stopped, and a new one starts', async () => {
    // Its launcher is gone: nobody starts it again.
    const { server: left } = embedded({ limits: { most: 0 } });
    await left.start();
    const { pid } = left;
    const { server } = embedded();
    const { url } = await server.start();
    expect(alive(pid!)).toBe(false);
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  test('a lock whose number belongs to another process is removed; that process is left alone', async () => {
    const cluster = join(data, 'postgres');
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.ppid}\n${cluster}\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`,
    );
    expect(runningPostmaster(cluster)).toBeUndefined();
    expect(await clearPredecessor(cluster)).toBe('cleared');
    await embedded().server.start();
    expect(alive(process.ppid)).toBe(true);
  });

  test('a lock with nonsense or none at all is no lock', async () => {
    const cluster = join(data, 'postgres');
    expect(await clearPredecessor(cluster)).toBe('nothing');
    writeFileSync(join(cluster, 'postmaster.pid'), 'what?\n');
    expect(await clearPredecessor(cluster)).toBe('nothing');
  });
});

describe('the cluster', () => {
  test('half of one, left by a killed first start, is made anew', async () => {
    rmSync(join(data, 'postgres'), { recursive: true });
    mkdirSync(join(data, 'postgres.new/base'), { recursive: true });
    const { url, made } = await embedded().server.start();
    expect(made).toBe(true);
    expect(await ask(url, 'select current_database() as name')).toEqual({ name: 'wayleave' });
    expect(existsSync(join(data, 'postgres.new'))).toBe(false);
  });

  test('gets a new password when its file was lost', async () => {
    const path = join(data, 'postgres.password');
    const old = readFileSync(path, 'utf8');
    rmSync(path);
    const { url } = await embedded().server.start();
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    expect(readFileSync(path, 'utf8')).not.toBe(old);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('a folder that holds something else is left alone', async () => {
    rmSync(join(data, 'postgres'), { recursive: true });
    mkdirSync(join(data, 'postgres'));
    writeFileSync(join(data, 'postgres/precious'), 'x');
    await expect(embedded().server.start()).rejects.toThrow('holds something that is no PostgreSQL cluster');
    expect(existsSync(join(data, 'postgres/precious'))).toBe(true);
  });

  test('memory is taken by the size of the machine, within limits', () => {
    const shared = (gigabytes: number) => serverSettings(1, gigabytes * 1024 ** 3).shared_buffers;
    expect([0.5, 2, 4, 64].map(shared)).toEqual(['64MB', '128MB', '256MB', '512MB']);
  });
});

// Only root needs another account for PostgreSQL; as a plain user these count as skipped.
const asRoot = isRoot ? describe : describe.skip;

asRoot('as root', () => {
  test('runs below a closed folder, as another account', async () => {
    chmodSync(data, 0o700);
    const { server } = embedded();
    await server.start();
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
  });

  test('without capabilities, programs and cluster move to a folder of the system', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const within = join(closed, 'data');
    mkdirSync(within);
    const base = join(newFolder(), 'system');
    chmodSync(join(base, '..'), 0o755);
    const account = postgresAccount({ native: closedCopy(closed), data: within, capabilities: false, base });
    expect(account).toMatchObject({ prefix: [], home: expect.stringContaining(base) });
    const { server } = embedded({ data: within, account });
    const { url } = await server.start();
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
  });
});

/** The programs below a folder that only root may enter. */
function closedCopy(folder: string): string {
  const copy = join(folder, 'native');
  execFileSync('cp', ['-a', native, copy]);
  return copy;
}
