import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from '#kernel';
import { noticeCount, noticeList } from '#notices/contracts';
import { writeNotices, type NewNotice } from '#notices/server';
import { testDatabase, type TestDatabase } from '#testing';
import { NoticesModule } from '../../api/src/features/notices/notices.module.ts';
import { OrganisationsModule } from '../../api/src/features/organisations/organisations.module.ts';
import { AuthenticationModule } from '../../api/src/http/authentication/index.ts';
import { callOf, cookieOf, password, People, StandingClock, type CallOptions } from './people.ts';
import { smallApp } from './small-app.ts';

const publicUrl = 'http://127.0.0.1:8080';
const address = '/api/v1/notices';

let files: TestDatabase;
let clock: StandingClock;
let app: NestFastifyApplication;
let ada: string;
let ben: string;
let cookie: string;
let cookieOfBen: string;

beforeAll(async () => {
  files = await testDatabase();
  clock = new StandingClock();
  const people = new People(files.database, clock);
  const parts = { database: files.database, door: people.door, clock, publicUrl };
  const organisations = { ...parts, demonstration: false, countDatasets: async () => new Map<string, number>() };
  app = await smallApp([
    AuthenticationModule.with(parts),
    OrganisationsModule.with(organisations),
    NoticesModule.with({ ...parts, publicUrl, mailServer: false }),
  ]);
  ada = await people.person('ada@exchester.example');
  ben = await people.person('ben@exchester.example');
  const signIn = async (email: string) =>
    cookieOf(await callOf(app, 'POST', '/api/v1/session', { body: { email, password } }));
  cookie = await signIn('ada@exchester.example');
  cookieOfBen = await signIn('ben@exchester.example');
});
afterAll(async () => {
  await app.close();
  await files.close();
});
beforeEach(() => files.database.rows('delete from notice'));

const newId = (): string => uuidv7(clock.now().getTime());

/** Writes so many notices, a minute apart; the last is the newest. */
async function written(person: string, number: number, more: Partial<NewNotice> = {}): Promise<void> {
  for (let made = 0; made < number; made += 1) {
    clock.forward(60_000);
    const row: NewNotice = {
      ...{ person, kind: 'asks', topic: 'case-needs-validation', subjectKind: 'case', subject: newId() },
      ...{ sentence: `Request ${made + 1} waits to be checked.`, href: `/inbox?number=${made + 1}` },
      ...{ source: newId(), at: clock.now(), ...more },
    };
    await files.database.transaction((transaction) => writeNotices(transaction, [row]));
  }
}
const list = (query = '', options: CallOptions = { cookie }) => callOf(app, 'GET', address + query, options);
const read = (body: object, options: CallOptions = { cookie }) =>
  callOf(app, 'POST', `${address}/commands/read`, { body, ...options });
const counted = async (one = cookie) => (await callOf(app, 'GET', `${address}/count`, { cookie: one })).body;
const idsOf = async (one = cookie): Promise<string[]> =>
  (await list('', { cookie: one })).body.items.map(({ id }: { id: string }) => id);

describe('nobody', () => {
  test.each([
    ['GET', address],
    ['GET', `${address}/count`],
    ['POST', `${address}/commands/read`],
  ] as const)('%s %s is for people who are signed in', async (method, url) => {
    await written(ada, 1);
    const answer = await callOf(app, method, url, method === 'POST' ? { body: { ids: await idsOf() } } : {});
    expect(answer).toMatchObject({ status: 401, body: { code: 'organisations.not-signed-in' } });
    expect(await counted()).toEqual({ unread: 1, asking: 1 });
  });
});

describe('one’s own notices', () => {
  test('are listed newest first, as the contract says', async () => {
    await written(ada, 2);
    await written(ada, 1, { kind: 'tells', topic: 'case-decided', sentence: 'Decided.', href: '/requests/1' });
    const answer = await list();
    expect(answer.status).toBe(200);
    expect(noticeList.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      items: [
        {
          kind: 'tells',
          topic: 'case-decided',
          sentence: 'Decided.',
          href: '/requests/1',
          read: false,
          settled: false,
        },
        { sentence: 'Request 2 waits to be checked.' },
        { sentence: 'Request 1 waits to be checked.', href: '/inbox?number=1' },
      ],
      unread: 3,
    });
    expect(answer.body.items[0].at).toBe(clock.now().toISOString());
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  test('come in pages', async () => {
    await written(ada, 3);
    const first = await list('?size=2');
    expect(first.body.items).toHaveLength(2);
    const second = await list(`?size=2&before=${first.body.next}`);
    expect(second.body.items).toMatchObject([{ sentence: 'Request 1 waits to be checked.' }]);
    expect(second.body.next).toBeUndefined();
  });

  test('are parted into what waits and what happened', async () => {
    await written(ada, 1);
    await written(ada, 1, { kind: 'tells' });
    const kinds = async (only: string) =>
      (await list(`?only=${only}`)).body.items.map(({ kind }: { kind: string }) => kind);
    expect([await kinds('waiting'), await kinds('happened')]).toEqual([['asks'], ['tells']]);
  });

  test.each(['?size=0', '?size=101', '?before=yesterday', '?only=all'])('%s is not understood', async (query) =>
    expect((await list(query)).status).toBe(400),
  );

  test('are counted', async () => {
    await written(ada, 2);
    await written(ada, 1, { kind: 'tells' });
    const count = await counted();
    expect(noticeCount.parse(count)).toEqual({ unread: 3, asking: 2 });
  });
});

describe('marking as read', () => {
  test('some by their ids, answered by what is left', async () => {
    await written(ada, 3);
    const [newest] = await idsOf();
    expect(await read({ ids: [newest] })).toMatchObject({ status: 200, body: { unread: 2, asking: 3 } });
    expect(await read({ ids: [newest] })).toMatchObject({ status: 200, body: { unread: 2, asking: 3 } });
    expect((await list()).body.items.map((item: { read: boolean }) => item.read)).toEqual([true, false, false]);
  });

  test('all up to one, and no newer one', async () => {
    await written(ada, 3);
    const [, second] = await idsOf();
    expect((await read({ upTo: second })).body).toEqual({ unread: 1, asking: 3 });
  });

  test.each([{}, { ids: ['one'] }, { upTo: null }, { ids: Array.from({ length: 201 }, newIdLater) }])(
    'says what, and not too much at once (%#)',
    async (body) => {
      const answer = await read(body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'http.input-invalid' } });
    },
  );

  test('from a page of another site changes nothing', async () => {
    await written(ada, 1);
    const headers = { cookie, origin: 'https://evil.example' };
    expect((await read({ ids: await idsOf() }, { headers })).status).toBe(403);
    expect(await counted()).toMatchObject({ unread: 1 });
  });
});

describe('what was written to another person', () => {
  test('is neither listed nor counted', async () => {
    await written(ben, 2);
    expect((await list()).body).toEqual({ items: [], unread: 0 });
    expect(await counted()).toEqual({ unread: 0, asking: 0 });
  });

  test('is not marked, and an id of it tells nothing that a made-up one does not', async () => {
    await written(ada, 1);
    await written(ben, 2);
    const [theirs] = await idsOf(cookieOfBen);
    const madeUp = newId();
    for (const body of [(id?: string) => ({ ids: [id] }), (id?: string) => ({ upTo: id })]) {
      const [one, other] = [await read(body(theirs)), await read(body(madeUp))];
      expect([one.status, one.body]).toEqual([other.status, other.body]);
      expect(one.body).toEqual({ unread: 1, asking: 1 });
    }
    expect(await counted(cookieOfBen)).toEqual({ unread: 2, asking: 2 });
    expect((await list(`?before=${theirs}`)).body.items).toHaveLength(1);
  });
});

function newIdLater(): string {
  return uuidv7(Date.parse('2026-11-23T10:00:00.000Z'));
}
