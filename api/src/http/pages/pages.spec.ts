import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '#platform/observability';
import { servePages } from './pages.ts';

/** As the built one: it makes a URL of what it was asked, and shows what it was given. */
const bundle = `
  export const rendered = globalThis.renderedPages ??= [];
  export const renderPage = async (request, context) => {
    new URL('http://' + request.headers.host + request.url);
    rendered.push(request.headers);
    const { body } = await context.call({ method: 'GET', url: '/api/whoami', headers: {} });
    return new Response(body);
  };
`;
const rendered = ((globalThis as { renderedPages?: Record<string, string>[] }).renderedPages ??= []);

let built: string;
let server: FastifyInstance;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'wayleave-pages-'));
  await mkdir(join(built, 'server'));
  await mkdir(join(built, 'browser'));
  await writeFile(join(built, 'server/server.mjs'), bundle);
  server = fastify({ trustProxy: ['127.0.0.1'] });
  server.get('/api/whoami', (request) => request.ip);
  const options = { built, publicUrl: 'https://data.ellermouth.example', log: createLog('spec', 'silent') };
  await servePages(server, options);
});
beforeEach(() => void rendered.splice(0));
afterAll(async () => {
  await server.close();
  await rm(built, { recursive: true });
});

const visit = (headers: Record<string, string>, url = '/') => server.inject({ url, headers });

describe('a page', () => {
  test('whose address holds a token is kept by no cache, and what it fetches is told of no address', async () => {
    const host = 'localhost';
    const { headers } = await visit({ host }, '/agreements/sign?token=secret');
    expect([headers['cache-control'], headers['referrer-policy']]).toEqual(['private, no-store', 'no-referrer']);
    const other = (await visit({ host }, '/datasets?q=token')).headers;
    expect([other['cache-control'], other['referrer-policy']]).toEqual([
      'public, max-age=0, must-revalidate',
      undefined,
    ]);
  });

  test.each(['data.ellermouth.example', 'DATA.ellermouth.example:443', 'localhost:8080', '127.0.0.1', '[::1]:8080'])(
    'is rendered under the name %s',
    async (host) => {
      expect((await visit({ host })).statusCode).toBe(200);
    },
  );

  test.each([
    'a b',
    '%%',
    '127.0.0.1:99999',
    'evil.example',
    'evil@localhost',
    'localhost/x',
    'localhost?',
    'x.localhost',
  ])('under the name “%s” is a request not understood, and nothing is rendered', async (host) => {
    const answer = await visit({ host });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'http.host-unknown' });
    expect(rendered).toEqual([]);
  });

  test('knows its visitor by the proxy’s word, and gets none of the proxy’s headers', async () => {
    const answer = await visit({ host: 'localhost', 'x-forwarded-for': '192.0.2.7', forwarded: 'proto=https' });
    expect(answer.body).toBe('192.0.2.7');
    expect(Object.keys(rendered[0] ?? {}).filter((name) => name.includes('forwarded'))).toEqual([]);
  });
});
