import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hash } from '@node-rs/argon2';
import { makeSignInLink, personAggregate, throttleLimits } from '#organisations/server';
import { testDatabase, type TestDatabase } from '#testing';
import { OrganisationsModule } from '../../api/src/features/organisations/organisations.module.ts';
import { AuthenticationModule } from '../../api/src/http/authentication/index.ts';
import { callOf, cookieOf, password, People, StandingClock, type CallOptions, type Method } from './people.ts';
import { smallApp } from './small-app.ts';

const publicUrl = 'http://127.0.0.1:8080';
const hour = 3_600_000;

let files: TestDatabase;
let clock: StandingClock;
let people: People;
let app: NestFastifyApplication;
let ada: string;

const appAt = (address: string) => {
  const parts = { database: files.database, door: people.door, clock, publicUrl: address };
  const organisations = { ...parts, demonstration: true, countDatasets: async () => new Map<string, number>() };
  return smallApp([AuthenticationModule.with(parts), OrganisationsModule.with(organisations)]);
};

beforeAll(async () => {
  files = await testDatabase();
  clock = new StandingClock();
  people = new People(files.database, clock);
  app = await appAt(publicUrl);
  ada = await people.person('Ada@Exchester.example');
  const council = await people.organisation('exchester');
  await people.member(ada, council, 'steward');
});
afterAll(async () => {
  await app.close();
  await files.close();
});
beforeEach(() => files.database.rows('delete from sign_in_throttle'));

const call = (method: Method, path = '', options: CallOptions = {}) =>
  callOf(app, method, `/api/v1/session${path}`, options);
const signIn = (body: object = {}, options: CallOptions = {}) =>
  call('POST', '', { body: { email: 'ada@exchester.example', password, ...body }, ...options });
const eventsSince = (at: Date) =>
  files.database.rows<{ kind: string; person: string | null; detail: object | null }>(
    'select kind, person, detail from security_event where at >= $1 order by at, id',
    [at],
  );

describe('signing in', () => {
  test('nobody is signed in without a session, and asking is no error', async () => {
    const answer = await call('GET');
    expect(answer).toMatchObject({ status: 200, body: { person: null, memberships: [], demonstration: true } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('the right password opens a session, whatever the case of the address', async () => {
    const answer = await signIn({ email: ' ADA@exchester.EXAMPLE ' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      person: { id: ada, name: 'Ada', email: 'Ada@Exchester.example', operator: false },
      memberships: [{ organisation: { slug: 'exchester' }, roles: ['requester', 'steward'] }],
      expiresAt: '2026-11-23T11:00:00.000Z',
    });
    expect((await call('GET', '', { cookie: cookieOf(answer) })).body).toEqual(answer.body);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const cookie = String((await signIn()).headers['set-cookie']);
    expect(cookie).toMatch(/^wayleave=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  test('over https the cookie is secure and bound to its host', async () => {
    const secure = await appAt('https://data.exchester.example');
    const body = { email: 'ada@exchester.example', password };
    const answer = await callOf(secure, 'POST', '/api/v1/session', { body });
    await secure.close();
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-wayleave=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('the token is kept as its hash alone', async () => {
    const token = cookieOf(await signIn()).replace('wayleave=', '');
    const [row] = await files.database.rows<{ found: boolean; lengths: number }>(
      `select bool_or(position(convert_to($1, 'UTF8') in token_hash) > 0) as found, max(length(token_hash)) as lengths
       from session`,
      [token],
    );
    expect(row).toEqual({ found: false, lengths: 32 });
  });

  test('input that is missing is named by its path', async () => {
    const answer = await call('POST', '', { body: { email: ' ' } });
    expect(answer.status).toBe(400);
    expect(answer.body.faults.map(({ path }: { path: string }) => path)).toEqual(['email', 'password']);
  });
});

describe('never telling whether an account exists', () => {
  test('a wrong password, an unknown address, an account without password and a closed one answer alike', async () => {
    await people.person('link.only@exchester.example', { withPassword: false });
    const gone = await people.person('gone@exchester.example');
    await people.give(personAggregate, gone, { type: 'close-account' });
    const answers = await Promise.all([
      signIn({ password: 'a wrong password' }),
      signIn({ email: 'nobody@exchester.example' }),
      signIn({ email: 'link.only@exchester.example' }),
      signIn({ email: 'gone@exchester.example' }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(answers[0]?.body.code).toBe('organisations.sign-in-failed');
  });

  test('an address without an account is throttled like one with', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt <= throttleLimits.pair.points; attempt += 1) {
      statuses.push((await signIn({ email: 'nobody@exchester.example' })).status);
    }
    expect(statuses).toEqual([...Array<number>(throttleLimits.pair.points).fill(401), 429]);
  });
});

describe('too many attempts', () => {
  test('by account and address: 429 with the seconds to wait, for the right password too, elsewhere not', async () => {
    for (let attempt = 0; attempt < throttleLimits.pair.points; attempt += 1) await signIn({ password: 'wrong' });
    const held = await signIn();
    expect(held.status).toBe(429);
    expect(held.body.code).toBe('organisations.too-many-attempts');
    const wait = Number(held.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(throttleLimits.pair.duration);
    expect((await signIn({}, { from: '198.51.100.7' })).status).toBe(200);
  });

  test('many at once do not slip through', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn({ password: 'wrong' })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(14 - throttleLimits.pair.points);
  });

  test('an account is guarded against guesses from many addresses', async () => {
    const guess = (n: number) => signIn({ password: 'wrong' }, { from: `198.51.100.${n}` });
    await Promise.all(Array.from({ length: throttleLimits.account.points }, (_, n) => guess(n)));
    expect((await signIn({}, { from: '203.0.113.9' })).status).toBe(429);
  });

  test('a stranger at one address cannot shut the holder out elsewhere', async () => {
    const more = throttleLimits.account.points + 5;
    await Promise.all(Array.from({ length: more }, () => signIn({ password: 'wrong' }, { from: '198.51.100.1' })));
    expect((await signIn({}, { from: '198.51.100.1' })).status).toBe(429);
    expect((await signIn({}, { from: '203.0.113.9' })).status).toBe(200);
  });

  test('an address is guarded against guesses at many accounts, an IPv6 network as one', async () => {
    const guess = (n: number) =>
      signIn({ email: `p${n}@exchester.example`, password: 'wrong' }, { from: `2001:db8:1:2::${n.toString(16)}` });
    await Promise.all(Array.from({ length: throttleLimits.address.points }, (_, n) => guess(n)));
    expect((await signIn({}, { from: '2001:db8:1:2:ffff::1' })).status).toBe(429);
    expect((await signIn({}, { from: '2001:db8:1:3::1' })).status).toBe(200);
  });

  test('a success forgets the failures before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 6; attempt += 1) await signIn({ password: 'wrong' });
      expect((await signIn()).status).toBe(200);
    }
  });
});

describe('the life of a session', () => {
  test('signing in gives a new token and ends the one that the client had', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn({}, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await call('GET', '', { cookie: first })).body.person).toBeNull();
    expect((await call('GET', '', { cookie: second })).body.person.id).toBe(ada);
  });

  test('signing out ends it here and in the browser', async () => {
    const cookie = cookieOf(await signIn());
    const answer = await call('DELETE', '', { cookie });
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^wayleave=;.*Expires=Thu, 01 Jan 1970/);
    expect((await call('GET', '', { cookie })).body.person).toBeNull();
    expect((await call('DELETE', '', { cookie })).status).toBe(204);
  });

  test('it ends after two hours without a call; each call puts that off, until twelve hours', async () => {
    const idle = cookieOf(await signIn());
    const used = cookieOf(await signIn());
    for (let hours = 0; hours < 11; hours += 1) {
      clock.forward(hour);
      expect((await call('GET', '', { cookie: used })).body.person?.id).toBe(ada);
    }
    expect((await call('GET', '', { cookie: idle })).body.person).toBeNull();
    clock.forward(hour);
    expect((await call('GET', '', { cookie: used })).body.person).toBeNull();
  });

  test('another password ends every other session, and the old password', async () => {
    const other = cookieOf(await signIn());
    const cookie = cookieOf(await signIn());
    const refused = await call('POST', '/password', { cookie, body: { current: 'no', password: 'a longer password' } });
    expect(refused.body.faults).toMatchObject([{ path: 'current', code: 'organisations.password-wrong' }]);
    const body = { current: password, password: 'a quite different one' };
    expect((await call('POST', '/password', { cookie, body })).status).toBe(204);
    expect((await call('GET', '', { cookie })).body.person?.id).toBe(ada);
    expect((await call('GET', '', { cookie: other })).body.person).toBeNull();
    expect((await signIn()).status).toBe(401);
    const back = { current: 'a quite different one', password };
    expect((await call('POST', '/password', { cookie, body: back })).status).toBe(204);
  });

  test('an account that is closed loses its sessions and its links at once', async () => {
    const person = await people.person('leaver@exchester.example');
    const cookie = cookieOf(await signIn({ email: 'leaver@exchester.example' }));
    const { address } = await makeSignInLink(files.database, person, { now: clock.now(), publicUrl });
    await people.give(personAggregate, person, { type: 'close-account' });
    await people.give(personAggregate, person, { type: 'reopen-account' });
    expect((await call('GET', '', { cookie })).body.person).toBeNull();
    const token = new URL(address).searchParams.get('token');
    expect((await call('POST', '/link', { body: { token } })).status).toBe(400);
  });

  test('a hash made with weaker parameters is made anew at the next sign-in', async () => {
    const person = await people.person('old@exchester.example', { withPassword: false });
    const weak = await hash(password, { memoryCost: 8192, timeCost: 1 });
    await files.database.rows('insert into credential values ($1, $2, now())', [person, weak]);
    expect((await signIn({ email: 'old@exchester.example' })).status).toBe(200);
    const [row] = await files.database.rows<{ password_hash: string }>(
      'select password_hash from credential where person = $1',
      [person],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn({ email: 'old@exchester.example' })).status).toBe(200);
  });

  test('nobody changes a password without a session', async () => {
    const answer = await call('POST', '/password', { body: { current: password, password: 'another password' } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'organisations.not-signed-in' } });
  });
});

describe('a one-time sign-in link', () => {
  const linkFor = async (person: string) => {
    const { address } = await makeSignInLink(files.database, person, { now: clock.now(), publicUrl });
    return new URL(address).searchParams.get('token') ?? '';
  };

  test('signs in once, sets a password and confirms the address', async () => {
    const person = await people.person('new@exchester.example', { withPassword: false });
    const token = await linkFor(person);
    const weak = await call('POST', '/link', { body: { token, password: 'short' } });
    expect(weak.body.faults).toMatchObject([{ path: 'password' }]);
    const answer = await call('POST', '/link', { body: { token, password } });
    expect(answer).toMatchObject({ status: 200, body: { person: { id: person } } });
    expect((await call('GET', '', { cookie: cookieOf(answer) })).body.person.id).toBe(person);
    const again = await call('POST', '/link', { body: { token } });
    expect(again.status).toBe(400);
    expect(again.body.code).toBe('organisations.link-unusable');
    expect((await signIn({ email: 'new@exchester.example' })).status).toBe(200);
    const [row] = await files.database.rows<{ confirmed: boolean }>('select confirmed from person where id = $1', [
      person,
    ]);
    expect(row?.confirmed).toBe(true);
  });

  test('of two clients at once one gets in', async () => {
    const token = await linkFor(ada);
    const answers = await Promise.all([0, 1].map(() => call('POST', '/link', { body: { token } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('is worth nothing after a day, after a newer one, or when it is made up', async () => {
    const older = await linkFor(ada);
    const newer = await linkFor(ada);
    expect((await call('POST', '/link', { body: { token: older } })).status).toBe(400);
    clock.forward(25 * hour);
    expect((await call('POST', '/link', { body: { token: newer } })).status).toBe(400);
    expect((await call('POST', '/link', { body: { token: 'x'.repeat(43) } })).status).toBe(400);
  });
});

describe('what is recorded', () => {
  test('sign-in, failure and sign-out stand in the security events, which nobody changes', async () => {
    clock.forward(1000);
    const start = clock.now();
    await signIn({ password: 'wrong' });
    const cookie = cookieOf(await signIn());
    await call('DELETE', '', { cookie });
    const recorded = await eventsSince(start);
    expect(recorded.map(({ kind }) => kind).sort()).toEqual(['sign-in-failed', 'signed-in', 'signed-out']);
    expect(new Set(recorded.map(({ person }) => person))).toEqual(new Set([ada]));
    await expect(files.database.rows('delete from security_event')).rejects.toThrow(/permission denied/);
    await expect(files.database.rows("update security_event set kind = 'x'")).rejects.toThrow(/permission denied/);
  });
});
