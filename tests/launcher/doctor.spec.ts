import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { doctor, examine } from '../../bin/launcher/doctor.mjs';
import { faultsOf } from '../../bin/launcher/doctor/services.mjs';
import { freePort } from '../../bin/launcher/free-port.mjs';
import { testDatabase } from '#testing';
import { newFolder, plainEnvironment, removeFolders, root, waitFor } from './surroundings.ts';

let data: string;
let environment: Record<string, string | undefined>;
const servers: Server[] = [];

beforeEach(async () => {
  data = join(newFolder(), 'data');
  environment = { ...plainEnvironment(), WAYLEAVE_DATA: data, WAYLEAVE_PORT: String(await freePort()) };
});
afterEach(() => servers.splice(0).forEach((server) => server.close()));
afterAll(removeFolders);

/** A server that says something first, or as its answer. */
async function serverThat(says: string, first: boolean): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (first) socket.write(says);
    else socket.on('data', () => socket.write(says));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await waitFor('listening', () => server.listening);
  return (server.address() as AddressInfo).port;
}

const find = async (about: string, more: Record<string, string> = {}) => {
  const findings = await examine({ root, installed: true, environment: { ...environment, ...more } });
  return findings.find((finding) => finding.about === about);
};

describe('the doctor', () => {
  test('says 1 when something is wrong, names it with its remedy, and 0 otherwise', async () => {
    const lines: string[] = [];
    const context = { root, installed: true, report: { line: (text: string) => void lines.push(text) } };
    expect(await doctor({ ...context, environment })).toBe(0);
    expect(lines.at(-1)).toContain('Nothing is wrong');
    mkdirSync(data);
    chmodSync(data, 0o755);
    expect(await doctor({ ...context, environment })).toBe(1);
    expect(lines.join('\n')).toContain(`✗ Data folder: others can look into ${data}\n    → chmod 700 ${data}`);
    expect(lines.at(-1)).toContain('1 thing is wrong');
  });

  test('wrong settings', async () => {
    expect(await find('Settings', { WAYLEAVE_PORT: 'x' })).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('WAYLEAVE_PORT'),
    });
  });

  test('a port in use', async () => {
    const port = await serverThat('', true);
    expect(await find('Port', { WAYLEAVE_PORT: String(port) })).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('in use'),
    });
  });

  const real = { WAYLEAVE_DEMONSTRATION: 'no', WAYLEAVE_TRUSTED_PROXIES: '127.0.0.1' };

  test.each([
    ['http://data.example.org', {}, 'in the clear'],
    ['https://data.example.org', { WAYLEAVE_TRUSTED_PROXIES: '' }, 'WAYLEAVE_TRUSTED_PROXIES is empty'],
    ['https://no-such-name.invalid', {}, 'not known to the name service'],
  ])('the public address %s', async (WAYLEAVE_PUBLIC_URL, more, says) => {
    const finding = await find('Public address', { ...real, WAYLEAVE_PUBLIC_URL, ...more });
    expect(finding).toMatchObject({ state: 'wrong', says: expect.stringContaining(says), remedy: expect.any(String) });
  });

  test.each([
    ['# Server\r\nredis_version:7.2.4\r\n', 'good', 'version 7.2'],
    ['# Server\r\nredis_version:6.0.16\r\n', 'wrong', 'too old'],
    ['-NOAUTH Authentication required.\r\n', 'wrong', 'NOAUTH'],
  ])('a Redis that says %j is %s', async (answer, state, says) => {
    const port = await serverThat(answer, false);
    expect(await find('Redis', { REDIS_URL: `redis://127.0.0.1:${port}` })).toMatchObject({
      state,
      says: expect.stringContaining(says),
    });
  });

  test('a mail server that answers, one that refuses, one that is not there', async () => {
    const [willing, unwilling] = [
      await serverThat('220 mail ESMTP\r\n', true),
      await serverThat('554 go away\r\n', true),
    ];
    const mail = (port: number) => find('Mail', { WAYLEAVE_SMTP_URL: `smtp://127.0.0.1:${port}` });
    const says = expect.stringContaining('sends none yet');
    expect(await mail(willing)).toMatchObject({ state: 'good', says });
    expect(await find('Mail')).toMatchObject({ state: 'good', says });
    expect(await mail(unwilling)).toMatchObject({ state: 'wrong', says: expect.stringContaining('go away') });
    expect(await mail(await freePort())).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('a real PostgreSQL is asked for its facts; one that is not there is named', async () => {
    const database = await testDatabase();
    try {
      const there = { ...real, WAYLEAVE_PUBLIC_URL: 'http://localhost', DATABASE_URL: database.url };
      expect(await find('PostgreSQL', there)).toMatchObject({
        state: 'good',
        says: expect.stringContaining('version 18'),
      });
      const gone = { ...there, DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/x` };
      expect(await find('PostgreSQL', gone)).toMatchObject({
        state: 'wrong',
        says: expect.stringContaining('ECONNREFUSED'),
      });
    } finally {
      await database.close();
    }
  });

  test('every fact of a server that would be in the way is named', () => {
    const clock = Date.now() / 1000;
    const fit = {
      version: 150_004,
      encoding: 'UTF8',
      may_create_roles: true,
      may_create: true,
      clock,
      extensions: ['pg_trgm'],
    };
    expect(faultsOf(fit)).toEqual([]);
    const unfit = {
      version: 140_010,
      encoding: 'LATIN1',
      may_create_roles: false,
      may_create: false,
      clock: clock - 60,
      extensions: ['unaccent'],
    };
    const faults = faultsOf(unfit).map(({ says }: { says: string }) => says);
    expect(faults).toEqual([
      'version 14 is too old',
      "the database's encoding is LATIN1",
      'lacks the extensions pg_trgm',
      'the role of DATABASE_URL may not create roles',
      'the role of DATABASE_URL may not create schemas in its database',
      "differs from the database's by 60 s",
    ]);
  });
});
