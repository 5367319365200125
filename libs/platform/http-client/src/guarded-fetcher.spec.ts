import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checkedAddress } from './checked-address.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { GuardedFetcher } from './guarded-fetcher.ts';
import type { Resolver } from './guarded-lookup.ts';

let folder: string;
const servers: { close(): unknown }[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wayleave-fetch-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
const target = (): string => join(folder, `${(count += 1)}`);

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push({ close: () => (server.closeAllConnections(), server.close()) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const open = (limits: Partial<FetchLimits> = {}): GuardedFetcher => new GuardedFetcher({ allowPrivate: true, limits });
const reason = async (outcome: Promise<{ ok: boolean } & object>): Promise<string> => {
  const found = (await outcome) as { ok: true } | { ok: false; refusals: { code: string; message: string }[] };
  if (found.ok) return 'read';
  expect(found.refusals[0]?.message).toMatch(/^.{10,200}$/);
  return found.refusals[0]?.code ?? '';
};

describe('reading', () => {
  test.each([
    ['as it is', undefined, (text: string) => Buffer.from(text)],
    ['gzip', 'gzip', (text: string) => gzipSync(text)],
    ['brotli', 'br', (text: string) => brotliCompressSync(text)],
  ])('a body sent %s', async (_, encoding, pack) => {
    const address = await serve((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'Text/Plain; charset=x', ...(encoding && { 'content-encoding': encoding }) })
        .end(pack('{"dataset":[]}'));
    });
    const file = target();
    const outcome = await open().save(`${address}/data.json`, file);
    expect(outcome).toEqual({
      ok: true,
      value: { address: `${address}/data.json`, bytes: 14, contentType: 'text/plain' },
    });
    expect(await readFile(file, 'utf8')).toBe('{"dataset":[]}');
  });

  test('redirects are followed, relative ones too, and no further than five', async () => {
    const address = await serve((request, response) => {
      const left = Number(new URL(request.url ?? '', 'http://x').searchParams.get('left'));
      if (left === 0) response.end('here');
      else response.writeHead(302, { location: `?left=${left - 1}` }).end();
    });
    expect(await open().save(`${address}/?left=5`, target())).toMatchObject({
      ok: true,
      value: { bytes: 4, address: `${address}/?left=0` },
    });
    expect(await reason(open().save(`${address}/?left=6`, target()))).toBe('platform.fetch-too-many-redirects');
  });

  test('no cookie, no credentials, nothing of ours goes out', async () => {
    let headers: object = {};
    const address = await serve((request, response) => {
      headers = request.headers;
      response.end();
    });
    await open().save(address, target());
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });
});

describe('limits', () => {
  test('a large body, also one that is small only while packed, and no file is left', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)));
      else response.end(Buffer.alloc(2000));
    });
    const before = await readdir(folder);
    expect(await reason(open({ bytes: 1000 }).save(address, target()))).toBe('platform.fetch-too-large');
    expect(await reason(open({ bytes: 1_000_000 }).save(`${address}/packed`, target()))).toBe(
      'platform.fetch-too-large',
    );
    expect(await readdir(folder)).toEqual(before);
  });

  test('silence, slowness and a server that never answers', async () => {
    const silent = await serve((_, response) => void response.write('a'));
    expect(await reason(open({ idle: 80 }).save(silent, target()))).toBe('platform.fetch-silent');
    const slow = await serve((_, response) => {
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await reason(open({ idle: 5000, total: 150 }).save(slow, target()))).toBe('platform.fetch-too-slow');
    const unanswered = await serve(() => undefined);
    expect(await reason(open({ idle: 80 }).save(unanswered, target()))).toBe('platform.fetch-silent');
  });

  test('being told to stop', async () => {
    const address = await serve((_, response) => void response.write('a'));
    expect(await reason(open().save(address, target(), AbortSignal.timeout(50)))).toBe('platform.fetch-stopped');
  });
});

describe('what goes wrong is one clear sentence', () => {
  test('an answer that is no success, a broken packing, an unknown packing, a cut-off body', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/404') response.writeHead(404).end();
      else if (request.url === '/broken') response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
      else if (request.url === '/zstd') response.writeHead(200, { 'content-encoding': 'zstd' }).end('x');
      else {
        response.writeHead(200, { 'content-length': '100' }).write('x');
        response.destroy();
      }
    });
    expect(await reason(open().save(`${address}/404`, target()))).toBe('platform.fetch-status');
    expect(await reason(open().save(`${address}/broken`, target()))).toBe('platform.fetch-failed');
    expect(await reason(open().save(`${address}/zstd`, target()))).toBe('platform.fetch-encoding');
    expect(await reason(open().save(`${address}/cut`, target()))).toBe('platform.fetch-failed');
  });

  test('an answer in an unknown packing is let go of, and leaves no file', async () => {
    let closed = (): void => undefined;
    const gone = new Promise<boolean>((resolve) => (closed = () => resolve(true)));
    const address = await serve((_, response) => {
      response.on('close', closed);
      response.writeHead(200, { 'content-encoding': 'zstd' }).write('it goes on and on');
    });
    const before = await readdir(folder);
    expect(await reason(open().save(address, target()))).toBe('platform.fetch-encoding');
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3000).unref());
    expect(await Promise.race([gone, late])).toBe(true);
    expect(await readdir(folder)).toEqual(before);
  });

  test('nobody listens, no such host, not HTTP', async () => {
    expect(await reason(open().save('http://127.0.0.1:1/', target()))).toBe('platform.fetch-failed');
    const nowhere: Resolver = (_, __, answer) => answer(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    expect(
      await new GuardedFetcher({ allowPrivate: false, resolver: nowhere }).save('http://nowhere.example/', target()),
    ).toMatchObject({
      refusals: [{ message: 'nowhere.example could not be read: there is no such host.' }],
    });
    const other = createSocketServer((socket) => socket.end('SSH-2.0\r\n'));
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    servers.push(other);
    expect(await reason(open().save(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, target()))).toBe(
      'platform.fetch-failed',
    );
  });

  test.each([
    ['file:///etc/passwd', 'platform.fetch-scheme'],
    ['ftp://x.example/', 'platform.fetch-scheme'],
    ['https://user:secret@x.example/', 'platform.fetch-credentials'],
    ['http://', 'platform.fetch-address'],
  ])('%s', async (address, code) => expect(await reason(open().save(address, target()))).toBe(code));
});

describe('the walls around the inside network', () => {
  const guarded = (resolver?: Resolver): GuardedFetcher =>
    new GuardedFetcher({ allowPrivate: false, ...(resolver && { resolver }) });
  const always =
    (...addresses: string[]): Resolver =>
    (_, __, answer) =>
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  test('no inner address, however it is written', async () => {
    let asked = 0;
    const address = await serve((_, response) => (asked++, response.end()));
    const { port } = new URL(address);
    for (const host of [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '0.0.0.0',
    ]) {
      expect([host, await reason(guarded().save(`http://${host}:${port}/`, target()))]).toEqual([
        host,
        'platform.fetch-forbidden',
      ]);
    }
    expect(asked).toBe(0);
  });

  test('a name that leads inside, and one of whose addresses does', async () => {
    const address = await serve((_, response) => response.end('secret'));
    const { port } = new URL(address);
    expect(await reason(guarded(always('127.0.0.1')).save(`http://evil.example:${port}/`, target()))).toBe(
      'platform.fetch-forbidden',
    );
    expect(
      await reason(guarded(always('93.184.215.14', '10.0.0.1')).save(`http://evil.example:${port}/`, target())),
    ).toBe('platform.fetch-forbidden');
  });

  test('a name that changes its mind is resolved once: what was checked is what is connected to', async () => {
    const address = await serve((_, response) => response.end('secret'));
    let lookups = 0;
    const rebinding: Resolver = (_, __, answer) =>
      answer(null, [{ address: (lookups += 1) === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    expect(await reason(guarded(rebinding).save(`http://evil.example:${new URL(address).port}/`, target()))).toBe(
      'platform.fetch-forbidden',
    );
    expect(lookups).toBe(1);
  });

  test('each address that a redirect leads to is checked like the first', async () => {
    let location = '';
    const address = await serve((_, response) => response.writeHead(302, { location }).end());
    for (location of ['file:///etc/passwd', 'gopher://x.example/']) {
      expect(await reason(open().save(address, target()))).toBe('platform.fetch-scheme');
    }
    location = 'http://user:secret@x.example/';
    expect(await reason(open().save(address, target()))).toBe('platform.fetch-credentials');
    const outside = new URL('http://outside.example/');
    for (const inside of ['http://169.254.169.254/latest/meta-data/', '//127.0.0.1/', 'http://[::1]:5432/']) {
      expect(() => checkedAddress(inside, { allowPrivate: false }, outside)).toThrow('lies inside');
      expect(checkedAddress(inside, { allowPrivate: true }, outside).host).not.toBe('outside.example');
    }
  });
});
