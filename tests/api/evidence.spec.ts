import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '#kernel';
import { DiskStorage } from '#platform/storage';
import { evidenceFile } from '#sharing/contracts';
import { Evidence, evidenceOf, evidenceReadsOf } from '#sharing/server';
import { testDatabase, type TestDatabase } from '#testing';
import { until } from '#testing/servers';
import { OrganisationsModule } from '../../api/src/features/organisations/organisations.module.ts';
import { EvidenceController } from '../../api/src/features/sharing/evidence.controller.ts';
import { AuthenticationModule } from '../../api/src/http/authentication/index.ts';
import { callOf, cookieOf, password, People, StandingClock, type Answer } from './people.ts';
import { smallApp } from './small-app.ts';

const publicUrl = 'http://127.0.0.1:8080';
const csv = 'text/csv';

let files: TestDatabase;
let root: string;
let app: NestFastifyApplication;
let port: number;
let clock: StandingClock;
let request: string;
let council: string;
const people: Record<string, { readonly id: string; readonly cookie: string }> = {};
/** Who writes which request, who judges it, and what a submission names. */
const writers = new Set<string>();
const submitted = new Set<string>();

const actorId = (actor: object): string => (actor as { person?: string }).person ?? '';

/** Ada writes, Ben of the council judges what was submitted, Cleo knows of nothing. */
function evidenceModule(database: TestDatabase['database']): DynamicModule {
  class EvidenceModule {}
  const ben = (actor: object): boolean => actorId(actor) === people['ben']?.id;
  const evidence = new Evidence({
    ...{ database, clock, storage: new DiskStorage(root, () => clock.now().getTime()) },
    rights: {
      mayWrite: async (_, actor, of) => writers.has(`${actorId(actor)} ${of}`),
      mayRead: async (_, { actor }, of, file) =>
        of === request && (actorId(actor) === people['ada']?.id || (ben(actor) && submitted.has(file))),
      otherSide: async (_, { actor }) => (ben(actor) ? council : undefined),
      submittedFiles: async () => submitted,
    },
  });
  return {
    module: EvidenceModule,
    controllers: [EvidenceController],
    providers: [{ provide: Evidence, useValue: evidence }],
  };
}

beforeAll(async () => {
  files = await testDatabase();
  root = join(await mkdtemp(join(tmpdir(), 'evidence-api-')), 'files');
  clock = new StandingClock();
  const made = new People(files.database, clock);
  const parts = { database: files.database, door: made.door, clock, publicUrl };
  const organisations = { ...parts, demonstration: false, countDatasets: async () => new Map<string, number>() };
  app = await smallApp([
    AuthenticationModule.with(parts),
    OrganisationsModule.with(organisations),
    evidenceModule(files.database),
  ]);
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as AddressInfo).port;
  council = await made.organisation('ellermouth');
  for (const name of ['ada', 'ben', 'cleo']) {
    const email = `${name}@exchester.example`;
    const id = await made.person(email);
    const cookie = cookieOf(await callOf(app, 'POST', '/api/v1/session', { body: { email, password } }));
    people[name] = { id, cookie };
  }
});
afterAll(async () => {
  await app.close();
  await files.close();
  await rm(join(root, '..'), { recursive: true, force: true });
});
beforeEach(() => {
  request = uuidv7(clock.now().getTime());
  writers.clear();
  submitted.clear();
  writers.add(`${people['ada']?.id} ${request}`);
});

const url = (rest = '?question=dpia-files'): string => `/api/v1/requests/${request}/files${rest}`;
const cookieFor = (who: string | undefined): string | undefined =>
  who === undefined ? undefined : people[who]?.cookie;

function formOf(...parts: readonly (readonly [field: string, content: string | Blob, name?: string])[]): FormData {
  const form = new FormData();
  for (const [field, content, name] of parts) {
    if (typeof content === 'string' && name === undefined) form.append(field, content);
    else form.append(field, new Blob([content], { type: 'application/octet-stream' }), name);
  }
  return form;
}
const counts = formOf(['file', 'road,count\n', 'Cyfrif ffyrdd – Môn.csv']);

/** Sends a form as a browser does, over a socket. */
async function send(who: string | undefined, form: FormData, to = url()): Promise<Answer> {
  const cookie = cookieFor(who);
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie, origin: publicUrl };
  const answer = await fetch(`http://127.0.0.1:${port}${to}`, { method: 'POST', body: form, headers });
  const text = await answer.text();
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: JSON.parse(text) };
}
async function added(name = 'counts.csv'): Promise<string> {
  const answer = await send('ada', formOf(['file', 'road,count\n', name]));
  expect(answer.status).toBe(201);
  return answer.body.id as string;
}
const read = (who: string | undefined, file: string) => callOf(app, 'GET', url(`/${file}`), { cookie: cookieFor(who) });
const remove = (who: string | undefined, file: string) =>
  callOf(app, 'POST', url(`/${file}/commands/remove`), { cookie: cookieFor(who), body: {} });

async function stored(): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
const rows = () => evidenceOf(files.database, request);

describe('adding a file', () => {
  test('answers what an answer of the form holds, and keeps the bytes', async () => {
    const answer = await send('ada', counts);
    expect(answer.status).toBe(201);
    expect(evidenceFile.parse(answer.body)).toEqual({
      ...{ id: answer.body.id, name: 'Cyfrif ffyrdd – Môn.csv', bytes: 11, mediaType: csv },
    });
    expect(await rows()).toMatchObject([
      { id: answer.body.id, question: 'dpia-files', uploadedBy: people['ada']?.id, at: clock.now() },
    ]);
    expect((await read('ada', answer.body.id as string)).body).toBe('road,count\n');
  });

  test('is for those who write this request, and nobody learns that it is there', async () => {
    expect(await send(undefined, counts)).toMatchObject({ status: 401 });
    const [unseen, made] = [await send('cleo', counts), await send('cleo', counts, url().replace(request, council))];
    expect([unseen.status, unseen.body]).toEqual([404, made.body]);
    for (const wrong of ['mine', '%2e%2e', request.slice(1)]) {
      expect(await send('ada', counts, url().replace(request, wrong))).toMatchObject({ status: 404 });
    }
    const foreign = await fetch(`http://127.0.0.1:${port}${url()}`, {
      ...{ method: 'POST', body: counts },
      headers: { cookie: cookieFor('ada') ?? '', origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(await rows()).toEqual([]);
  });

  test.each(['', '?question=', '?question=Two%20words', '?question=a&question=b'])(
    'says for which question: “%s” is not understood',
    async (query) => expect(await send('ada', counts, url(query))).toMatchObject({ status: 400 }),
  );

  test.each([
    ['a kind that is not taken', formOf(['file', 'x', 'run.exe']), 'sharing.file-kind-refused'],
    ['a page under another name', formOf(['file', '<html>', 'notes.txt']), 'sharing.file-script'],
    ['nothing in it', formOf(['file', '', 'notes.txt']), 'sharing.file-empty'],
    ['no file', formOf(['file', 'text']), 'sharing.file-one-only'],
    ['nothing at all', formOf(), 'sharing.file-not-sent'],
    ['two files', formOf(['file', 'x', 'a.txt'], ['file', 'x', 'b.txt']), 'sharing.file-one-only'],
    ['another field first', formOf(['note', 'x'], ['file', 'x', 'a.txt']), 'sharing.file-one-only'],
    ['a name that changes how objects are made', formOf(['__proto__', 'x', 'a.txt']), 'http.body-not-read'],
  ])('with %s is refused in words, and nothing stays', async (_, form, code) => {
    const before = await stored();
    const answer = await send('ada', form);
    expect(answer.body).toMatchObject({ code, status: code === 'http.body-not-read' ? 400 : 422 });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await stored()).toEqual(before);
    expect(await rows()).toEqual([]);
  });

  test.each([
    ['too large', 'notes.txt', 'sharing.file-too-large'],
    ['large and of a kind that is not taken', 'film.mp4', 'sharing.file-kind-refused'],
  ])('that is %s is refused; the sender gets to read why', async (_, name, code) => {
    const before = await stored();
    const content = new Blob(Array(12).fill('x'.repeat(1024 * 1024)));
    expect(await send('ada', formOf(['file', content, name]))).toMatchObject({ status: 422, body: { code } });
    expect(await stored()).toEqual(before);
  });

  test('as anything but a form is refused', async () => {
    const answer = await callOf(app, 'POST', url(), { cookie: cookieFor('ada'), body: { file: 'x' } });
    expect(answer).toMatchObject({ status: 415, body: { code: 'http.media-type' } });
    const headers = { cookie: cookieFor('ada') ?? '', origin: publicUrl, 'content-type': 'multipart/form-data' };
    const withoutBoundary = await app.inject({ method: 'POST', url: url(), headers, payload: 'x' });
    expect(withoutBoundary.statusCode).toBe(400);
  });
});

describe('on the line', () => {
  const boundary = 'boundary-of-parts';
  const opening = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="notes.txt"\r\n\r\n`;
  const open: Socket[] = [];
  afterAll(() => open.forEach((socket) => socket.destroy()));

  /** Begins to send five megabytes, of which so much comes. */
  function begin(who: string, body: string): { readonly socket: Socket; readonly answer: () => string } {
    const socket = connect(port, '127.0.0.1');
    open.push(socket);
    let answer = '';
    socket.on('error', () => undefined).on('data', (piece: Buffer) => (answer += piece.toString()));
    const lines = [`POST ${url()} HTTP/1.1`, 'host: 127.0.0.1', `cookie: ${cookieFor(who)}`, `origin: ${publicUrl}`];
    const about = [`content-type: multipart/form-data; boundary=${boundary}`, 'content-length: 5000000'];
    socket.write(`${[...lines, ...about].join('\r\n')}\r\n\r\n${body}`);
    return { socket, answer: () => answer };
  }

  test('who may not write is told so before a byte of the file is sent', async () => {
    const { answer } = begin('cleo', '');
    await until(() => answer().includes('ledger.unseen'), 'the answer');
    expect(answer()).toMatch(/^HTTP\/1.1 404 /);
  });

  test('a sender who goes away in the middle leaves nothing behind', async () => {
    const before = await stored();
    const { socket } = begin('ada', opening + 'half of it');
    await until(async () => (await stored()).length > before.length, 'the file to be begun');
    socket.destroy();
    await until(async () => (await stored()).length === before.length, 'the half to be gone');
    expect(await rows()).toEqual([]);
  });

  test('one who ends a form too soon is told so', async () => {
    const before = await stored();
    const half = `${opening}half of it`;
    const headers = { cookie: cookieFor('ada') ?? '', origin: publicUrl };
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await app.inject({ method: 'POST', url: url(), headers: { ...headers, ...type }, payload: half });
    expect(answer.json()).toMatchObject({ status: 400, code: 'http.body-not-read' });
    expect(await stored()).toEqual(before);
  });
});

describe('other routes', () => {
  test('refuse a form of parts as they refuse any foreign type', async () => {
    const payload = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx\r\n--b--\r\n';
    const post = (to: string, type: string) =>
      app.inject({ method: 'POST', url: to, payload, headers: { 'content-type': type, origin: publicUrl } });
    for (const to of ['/api/v1/session', url('/x/commands/remove'), '/api/v1/nothing']) {
      const foreign = await post(to, 'application/xml');
      for (const type of ['multipart/form-data; boundary=b', 'Multipart/Form-Data;boundary=b', 'multipart/mixed']) {
        const answer = await post(to, type);
        expect({ to, type, status: answer.statusCode, body: answer.json() }).toEqual({
          ...{ to, type, status: to.endsWith('nothing') ? 404 : 415, body: foreign.json() },
        });
      }
    }
  });

  test('that take no body mind no type', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect((await callOf(app, 'GET', '/api/v1/session', { headers })).status).toBe(200);
  });
});

describe('reading a file', () => {
  test('gives an attachment under its name that no browser interprets and no cache keeps', async () => {
    const answer = await read('ada', await added('Môn "draft" (1).csv'));
    expect(answer).toMatchObject({ status: 200, body: 'road,count\n' });
    expect(answer.headers).toMatchObject({
      'content-length': '11',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const [disposition, name = ''] = String(answer.headers['content-disposition']).split("filename*=UTF-8''");
    expect(disposition).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"; $/);
    expect(decodeURIComponent(name)).toMatch(/^Môn .*draft.* \(1\)\.csv$/);
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    expect(answer.headers['etag']).toBeUndefined();
  });

  test('by another side is shown to those who ask; by themselves it is not', async () => {
    const id = await added();
    submitted.add(id);
    await read('ada', id);
    expect(await read('ben', id)).toMatchObject({ status: 200 });
    expect(await evidenceReadsOf(files.database, request)).toEqual([
      { file: id, request, person: people['ben']?.id, organisation: council, at: clock.now() },
    ]);
  });

  test('is for nobody else, and tells nothing to them', async () => {
    const id = await added();
    expect(await read(undefined, id)).toMatchObject({ status: 401 });
    const madeUp = await read('ada', uuidv7(clock.now().getTime()));
    expect(madeUp).toMatchObject({ status: 404 });
    for (const who of ['ben', 'cleo']) {
      const { status, body } = await read(who, id);
      expect({ status, body }).toEqual({ status: 404, body: madeUp.body });
    }
    expect(await read('ada', '../../etc/passwd')).toMatchObject({ status: 404 });
    expect(await evidenceReadsOf(files.database, request)).toEqual([]);
  });

  test('that the store has lost is said to be missing', async () => {
    const id = await added();
    await rm(join(root, id.slice(-2), id));
    expect(await read('ada', id)).toMatchObject({ status: 503, body: { code: 'http.file-missing' } });
  });
});

describe('removing a file', () => {
  test('takes it away', async () => {
    const id = await added();
    expect(await remove('ada', id.toUpperCase())).toMatchObject({ status: 200, body: { id } });
    expect(await read('ada', id)).toMatchObject({ status: 404 });
    expect(await stored()).not.toContain(id);
  });

  test('is refused where a submission names it, and to all who do not write', async () => {
    const id = await added();
    expect(await remove(undefined, id)).toMatchObject({ status: 401 });
    expect(await remove('cleo', id)).toMatchObject({ status: 404 });
    expect(await remove('ada', 'x')).toMatchObject({ status: 404 });
    submitted.add(id);
    expect(await remove('ada', id)).toMatchObject({ status: 422, body: { code: 'sharing.file-submitted' } });
    expect(await remove('ben', id)).toMatchObject({ status: 403 });
    expect((await rows()).map((row) => row.id)).toEqual([id]);
  });
});
