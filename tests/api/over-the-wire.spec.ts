import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;
let server: Server;

beforeAll(async () => {
  whole = await wholeApp();
  await whole.app.listen(0, '127.0.0.1');
  server = whole.app.getHttpServer() as Server;
}, 60_000);

afterAll(() => whole.close());

test('every answer carries the headers that keep a browser from running what is not ours', async () => {
  const { headers } = await request(server).get('/health/live').expect(200);
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
});

test('the reader of the description of the API may bring styles, and no script but files', async () => {
  const { headers } = await request(server).get('/api/docs').expect(200);
  expect(headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
  expect(headers['content-security-policy']).toContain("script-src 'self'");
});

test('the API describes itself', async () => {
  const { body } = await request(server).get('/api/openapi.json').expect(200);
  expect(Object.keys((body as { paths: object }).paths)).toContain('/api/v1/datasets/{id}');
});

test('a body that is no JSON, of another kind, or too large is refused in problem details', async () => {
  const post = () => request(server).post('/api/v1/session');
  await post()
    .type('json')
    .send('{"email":')
    .expect(400)
    .expect('content-type', /application\/problem\+json/);
  await post()
    .type('application/xml')
    .send('<hello/>')
    .expect(415)
    .expect('content-type', /application\/problem\+json/);
  await post()
    .attach('file', Buffer.from('x'), 'notes.txt')
    .expect(415)
    .expect('content-type', /application\/problem\+json/);
  const large = JSON.stringify({ email: 'a'.repeat(3 * 1024 * 1024), password: 'b' });
  await post()
    .type('json')
    .send(large)
    .expect(413)
    .expect('content-type', /application\/problem\+json/);
});

test('an address that there is not is a problem, not a page of the framework', async () => {
  const { body } = await request(server).get('/api/v1/nothing').expect(404);
  expect(body).toMatchObject({ status: 404, code: 'http.not-found' });
});
