import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callOf } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';
import { publicUrl } from './whole-app.ts';

let place: Town;
beforeAll(async () => {
  place = await town();
  const operator = await place.people.person('operator@spec.example', { operator: true });
  expect(operator).toBeTruthy();
});
afterAll(() => place.close());

interface Row {
  readonly kind: string;
  readonly heading: string;
  readonly path: string | null;
  readonly secret: boolean;
}

const mailsTo = (address: string): Promise<Row[]> =>
  place.database.rows<Row>(
    `select kind, content->>'heading' as heading, content->'action'->>'path' as path, secret from mail
     where lower(address) = lower($1) order by id`,
    [address],
  );
const post = (url: string, body: object) => callOf(place.app, 'POST', url, { body, headers: { origin: publicUrl } });
const useLink = (path: string | null | undefined, password = 'three random words') =>
  post('/api/v1/session/link', { token: /token=(.*)$/.exec(path ?? '')?.[1] ?? '', password });
const people = async (): Promise<number> =>
  (await place.database.rows<{ n: number }>('select count(*)::integer as n from person'))[0]?.n ?? 0;

describe('signing up', () => {
  test('mails a link that confirms the address and works once; until then nobody signs in', async () => {
    const answer = await post('/api/v1/accounts', { name: 'New Person', email: 'new@somewhere.example' });
    expect([answer.status, answer.body]).toEqual([202, { sent: true }]);
    const [mail] = await mailsTo('new@somewhere.example');
    expect(mail).toMatchObject({ kind: 'sign-in-link', heading: 'Confirm your address', secret: true });
    const [before] = await place.database.rows<{ confirmed: boolean }>(
      `select confirmed from person where email = 'new@somewhere.example'`,
    );
    expect(before).toEqual({ confirmed: false });
    expect((await useLink(mail?.path)).body).toMatchObject({ person: { name: 'New Person', operator: false } });
    expect((await useLink(mail?.path)).status).toBe(400);
    const [after] = await place.database.rows(`select confirmed from person where email = 'new@somewhere.example'`);
    expect(after).toEqual({ confirmed: true });
  });

  test('answers the same for an address that has an account, which is told by mail', async () => {
    const count = await people();
    const answer = await post('/api/v1/accounts', { name: 'Somebody else', email: 'OWNER@spec.example' });
    expect([answer.status, answer.body]).toEqual([202, { sent: true }]);
    expect(await mailsTo('owner@spec.example')).toMatchObject([{ kind: 'known', path: '/sign-in', secret: false }]);
    expect(await people()).toBe(count);
  });

  test('two at once make one account', async () => {
    const body = { name: 'Twin', email: 'twin@somewhere.example' };
    const both = await Promise.all([post('/api/v1/accounts', body), post('/api/v1/accounts', body)]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    const [row] = await place.database.rows(
      `select count(*)::integer as n from person where email = 'twin@somewhere.example'`,
    );
    expect(row).toEqual({ n: 1 });
  });

  test.each([
    { name: '', email: 'a@b.example' },
    { name: 'A', email: 'no address' },
    { name: 'A' },
    { email: 'a@b.example' },
  ])('%j is refused', async (body) => expect((await post('/api/v1/accounts', body)).status).toBe(400));
});

describe('a forgotten password', () => {
  test('is set anew by a link; a link made before ends; nobody’s address tells whether it has an account', async () => {
    const email = 'steward@spec.example';
    for (const address of [email, email, 'nobody@nowhere.example']) {
      place.clock.forward(1);
      const answer = await post('/api/v1/session/reset', { email: address });
      expect([answer.status, answer.body]).toEqual([202, { sent: true }]);
    }
    const [first, second] = await mailsTo(email);
    expect((await useLink(first?.path)).status).toBe(400);
    expect((await useLink(second?.path, 'four other random words')).status).toBe(200);
    expect((await post('/api/v1/session', { email, password: 'four other random words' })).status).toBe(200);
    expect(await mailsTo('nobody@nowhere.example')).toEqual([]);
  });

  test('fills nobody’s letter box: three in an hour', async () => {
    for (let count = 0; count < 6; count += 1) await post('/api/v1/session/reset', { email: 'legal@spec.example' });
    expect(await mailsTo('legal@spec.example')).toHaveLength(3);
    place.clock.forward(61 * 60_000);
    await post('/api/v1/session/reset', { email: 'legal@spec.example' });
    expect(await mailsTo('legal@spec.example')).toHaveLength(4);
  });

  test('of an account that is closed stays so', async () => {
    const id = await place.people.person('gone@spec.example');
    await place.database.rows('update person set closed = true where id = $1', [id]);
    expect((await post('/api/v1/session/reset', { email: 'gone@spec.example' })).status).toBe(202);
    expect(await mailsTo('gone@spec.example')).toEqual([]);
  });
});

const invite = (who: string, body: object = {}) =>
  place.as(who, 'POST', `/api/v1/organisations/${place.ids['council']}/invitations`, {
    ...{ actingFor: place.ids['council'], name: 'Ivy Clerk', email: 'ivy@somewhere.example', roles: ['signatory'] },
    ...body,
  });

describe('an invitation', () => {
  test('by anybody but an administrator makes nobody and mails nobody', async () => {
    const count = await people();
    for (const [who, status] of [
      ['owner', 403],
      ['outsider', 403],
    ] as const) {
      expect([who, (await invite(who)).status]).toEqual([who, status]);
    }
    expect(await people()).toBe(count);
    expect(await mailsTo('ivy@somewhere.example')).toEqual([]);
  });

  test('gives one who has an account a place, and no link', async () => {
    expect((await invite('administrator', { name: 'X', email: 'individual@spec.example' })).status).toBe(201);
    expect(await mailsTo('individual@spec.example')).toMatchObject([
      { kind: 'joined', path: '/sign-in', secret: false },
    ]);
    const again = await invite('administrator', { name: 'X', email: 'individual@spec.example' });
    expect([again.status, again.body.code]).toEqual([422, 'organisations.already-member']);
  });
});

test('mails are read, tried again and given up by the operator alone', async () => {
  for (const who of ['owner', 'administrator']) expect((await place.as(who, 'GET', '/api/v1/mail')).status).toBe(403);
  const { body } = await place.as('operator', 'GET', '/api/v1/mail?state=to-send');
  expect(body.server).toBe(false);
  expect(body.items[0].text).toContain(publicUrl);
  const { id } = body.items[0];
  expect((await place.as('administrator', 'POST', `/api/v1/mail/${id}/commands/discard`, {})).status).toBe(403);
  expect((await place.as('operator', 'POST', `/api/v1/mail/${id}/commands/discard`, {})).status).toBe(204);
  expect((await place.as('operator', 'POST', `/api/v1/mail/${id}/commands/discard`, {})).status).toBe(404);
  await place.database.rows(`update mail set state = 'failed' where id = $1`, [id]);
  expect((await place.as('operator', 'POST', `/api/v1/mail/${id}/commands/retry`, {})).status).toBe(204);
  expect((await place.as('operator', 'POST', '/api/v1/mail/x/commands/retry', {})).status).toBe(404);
});

test('an invitation makes an account with a place and a link of seven days', async () => {
  expect((await invite('administrator')).status).toBe(201);
  const [mail] = await mailsTo('ivy@somewhere.example');
  expect(mail).toMatchObject({ heading: 'You are invited to work for The council organisation', secret: true });
  place.clock.forward(6 * 24 * 3_600_000);
  const session = await useLink(mail?.path);
  expect(session.body).toMatchObject({
    person: { name: 'Ivy Clerk' },
    memberships: [{ organisation: { slug: 'council' }, roles: ['requester', 'signatory'] }],
  });
});
