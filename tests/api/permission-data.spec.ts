import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Door, replay } from '#ledger/server';
import { membershipAggregate } from '#organisations/server';
import { composeSharing, keepAgreementClocks } from '#sharing/server';
import { agreedIn, filesMade, follow, signatories, signedBetween } from './agreements-fixture.ts';
import { callOf } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let permission: string;
let dataset: string;
let secret: string;
let key: string;

const view = async (who = 'asker'): Promise<any> =>
  (await place.as(who, 'GET', `/api/v1/permissions/${permission}`)).body;

async function give(who: string, name: string, body: object = {}) {
  const { revision } = await view(who);
  const actingFor = place.ids[['asker', 'colleague', 'theirs'].includes(who) ? 'kerbs' : 'council'];
  const path = `/api/v1/permissions/${permission}/${name === 'keys' ? name : `commands/${name}`}`;
  return place.as(who, 'POST', path, { revision, actingFor, ...body });
}

async function upload(text: string, distribution?: string): Promise<any> {
  const { revision } = (await place.as('steward', 'GET', `/api/v1/datasets/${dataset}`)).body;
  const place_ = distribution === undefined ? '' : `&distribution=${distribution}`;
  const url = `/api/v1/datasets/${dataset}/files?revision=${revision}&actingFor=${place.ids['council']}${place_}`;
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="kerbs.csv"\r\n\r\n';
  const answer = await place.as('steward', 'POST', url, Buffer.from(`${head}${text}\r\n--b--\r\n`), {
    'content-type': 'multipart/form-data; boundary=b',
  });
  expect([answer.status, answer.body]).toEqual([201, answer.body]);
  return answer.body;
}

const fetched = (bearer: string, headers: Record<string, string> = {}, from = '192.0.2.1') =>
  place.app.inject({
    method: 'GET',
    url: `/api/v1/permissions/${permission}/data`,
    headers: { authorization: `Bearer ${bearer}`, ...headers },
    remoteAddress: from,
  });

beforeAll(async () => {
  place = await town();
  await signatories(place);
  const agreement = await agreedIn(place, 'Kerbs', { frequency: 'refreshed' });
  const [row] = await place.database.rows<{ dataset: string }>(
    `select state->'datasets'->0->>'dataset' as dataset from agreement where id = $1`,
    [agreement],
  );
  dataset = row?.dataset ?? '';
  await upload('street,width\nTide Street,2\n');
  permission = await signedBetween(place, agreement);
  await filesMade(place, 'street,width\nTide Street,2\n');
}, 60_000);
afterAll(() => (place as Town | undefined)?.close());

describe('a key to the address of refreshed data', () => {
  test('is made by whoever accepted the terms, and told once', async () => {
    const before = await view();
    expect(before).toMatchObject({ refreshed: true, keys: [] });
    expect(before.refusedCommands.map(({ command }: any) => command)).toContain('make-key');
    expect((await give('asker', 'keys')).body).toMatchObject({ code: 'sharing.terms-not-accepted' });
    expect((await give('asker', 'accept-terms')).status).toBe(200);
    expect((await give('owner', 'keys')).status).toBe(403);
    const { revision, allowedCommands } = await view();
    expect(allowedCommands).toContain('make-key');
    const body = { revision, actingFor: place.ids['kerbs'], label: 'Nightly copy' };
    const made = await place.as('asker', 'POST', `/api/v1/permissions/${permission}/keys`, body);
    expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
    ({ secret, id: key } = made.body.key);
    expect(secret).toMatch(/^wayleave_[\w-]{43}$/);
    expect((await place.as('asker', 'POST', `/api/v1/permissions/${permission}/keys`, body)).status).toBe(409);
    const seen = await view('owner');
    expect(seen.keys).toMatchObject([{ id: key, label: 'Nightly copy', person: { name: 'asker' } }]);
    expect(JSON.stringify(seen)).not.toContain(secret);
    const rows = await place.database.rows<{ text: string }>(
      `select facts::text as text from ledger_entry union all select body::text from ledger_private`,
    );
    expect(rows.filter(({ text }) => text.includes(secret))).toEqual([]);
  });

  test('opens the file without a session, which is recorded under its holder', async () => {
    const answer = await fetched(secret);
    expect([answer.statusCode, answer.body]).toEqual([200, 'street,width\nTide Street,2\n']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', 'content-type': /csv/ });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    const today = place.clock.now().toISOString().slice(0, 10);
    expect(await view()).toMatchObject({ delivery: { downloads: 1 }, keys: [{ used: today }] });
    const unchanged = await fetched(secret, { 'if-none-match': String(answer.headers['etag']) });
    expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
    const asked = await place.app.inject({
      method: 'HEAD',
      url: `/api/v1/permissions/${permission}/data`,
      headers: { authorization: `Bearer ${secret}` },
    });
    expect([asked.statusCode, asked.body, asked.headers['etag']]).toEqual([200, '', answer.headers['etag']]);
    expect((await view()).delivery.downloads).toBe(1);
  });

  test('brings the new version when the file of the dataset is another', async () => {
    const before = await fetched(secret);
    const { distributions } = (await place.as('steward', 'GET', `/api/v1/datasets/${dataset}`)).body;
    await upload('street,width\nTide Street,3\n', distributions[0].id);
    await follow(place, 'dataset-file-attached', 'when-dataset-file-changes-make-files-anew');
    expect(await view()).toMatchObject({ delivery: { state: { code: 'pending' } }, file: { rows: 1 } });
    expect((await fetched(secret)).body).toBe(before.body);
    await filesMade(place, 'street,width\nTide Street,3\n');
    const after = await fetched(secret, { 'if-none-match': String(before.headers['etag']) });
    expect([after.statusCode, after.body]).toEqual([200, 'street,width\nTide Street,3\n']);
    const { items } = (await place.as('asker', 'GET', `/api/v1/permissions/${permission}/deliveries`)).body;
    expect(items).toHaveLength(2);
    const kept = await place.database.rows<{ files: number }>(
      'select cardinality(files) as files from permission where id = $1',
      [permission],
    );
    expect(kept).toEqual([{ files: 1 }]);
  });

  test('opens nothing where it is wrong, of another permission, or asked for too often', async () => {
    const codeOf = async (answer: ReturnType<typeof fetched>) => {
      const { statusCode, body } = await answer;
      return [statusCode, JSON.parse(body).code];
    };
    expect(await codeOf(fetched(`${secret}x`))).toEqual([401, 'sharing.key-wrong']);
    expect(await codeOf(fetched('nonsense'))).toEqual([401, 'sharing.key-wrong']);
    const elsewhere = await place.app.inject({
      url: '/api/v1/permissions/019ab0c2-0000-7000-8000-000000000001/data',
      headers: { authorization: `Bearer ${secret}` },
      remoteAddress: '192.0.2.9',
    });
    expect(elsewhere.statusCode).toBe(401);
    for (let n = 0; n < 20; n += 1) await fetched('nonsense', {}, '192.0.2.7');
    const held = await fetched('nonsense', {}, '192.0.2.7');
    expect([held.statusCode, Number(held.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await fetched(secret, {}, '192.0.2.7')).statusCode).toBe(200);
    const answers = await Promise.all(Array.from({ length: 31 }, () => fetched(secret, { 'if-none-match': '*' })));
    expect(answers.map(({ statusCode }) => statusCode)).toContain(429);
    const other = await callOf(place.app, 'GET', `/api/v1/permissions/${permission}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(other.status).toBe(401);
  });

  test('is nothing once it is revoked, or its holder has left', async () => {
    const made = (await give('asker', 'keys')).body.key;
    expect((await fetched(made.secret)).statusCode).toBe(200);
    expect((await give('steward', 'revoke-key', { key: made.id })).status).toBe(200);
    expect((await fetched(made.secret)).statusCode).toBe(401);
    expect((await give('theirs', 'accept-terms')).status).toBe(200);
    const theirs = (await give('theirs', 'keys')).body.key;
    expect((await fetched(theirs.secret)).statusCode).toBe(200);
    const [membership] = await place.database.rows<{ id: string }>(
      `select membership.id from membership join person on person.id = membership.person where email = 'theirs@spec.example'`,
    );
    await place.people.give(membershipAggregate, membership?.id ?? '', { type: 'end-membership' });
    expect((await fetched(theirs.secret)).statusCode).toBe(404);
  });
});

describe('a notice to all who received a dataset', () => {
  const url = () => `/api/v1/datasets/${dataset}/recipient-notices`;
  const recipients = async (who: string) => place.as(who, 'GET', `/api/v1/datasets/${dataset}/recipients`);
  const send = (who: string, kind: string, headers = {}) =>
    place.as(who, 'POST', url(), { actingFor: place.ids['council'], kind, text: 'Width is in feet.' }, headers);

  test('those who give see who has it; the others find nothing', async () => {
    for (const who of ['asker', 'outsider', 'individual'])
      expect([who, (await recipients(who)).status]).toEqual([who, 404]);
    expect((await recipients('owner')).body).toMatchObject({
      items: [{ permission, versions: 2, inUse: true, recipient: { name: 'The kerbs organisation' } }],
      maySend: ['correct', 'erase', 'stop', 'recalled'],
    });
    expect((await recipients('steward')).body.maySend).toEqual(['correct', 'erase', 'stop']);
    expect((await send('outsider', 'correct')).status).toBe(403);
    const theirs = { actingFor: place.ids['kerbs'], kind: 'correct', text: 'x' };
    expect((await place.as('asker', 'POST', url(), theirs)).status).toBe(404);
    expect((await send('steward', 'recalled')).status).toBe(403);
  });

  test('is sent once, waits for an answer, and shows who gave it', async () => {
    const twice = { 'idempotency-key': 'notice' };
    const [first, again] = [await send('steward', 'correct', twice), await send('steward', 'correct', twice)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    await follow(place, 'recipient-notice-sent', 'when-recipient-notice-moves-tell-its-parties');
    const told = await place.database.rows<{ sentence: string }>(
      `select sentence from notice where person = $1 and topic = 'recipient-notice'`,
      [place.ids['asker']],
    );
    expect(told).toEqual([{ sentence: expect.stringMatching(/^Correct it: a notice about “Kerbs”/) }]);
    const inbox = (await place.as('colleague', 'GET', '/api/v1/inbox')).body;
    expect(JSON.stringify(inbox)).toContain('Answer a notice about data that you have');
    const [notice] = (await view()).notices;
    expect(notice).toMatchObject({
      id: first.body.id,
      kind: { code: 'correct' },
      state: 'waiting',
      text: 'Width is in feet.',
    });
    const answer = { notice: notice.id, statement: 'Converted to metres.' };
    expect((await give('asker', 'confirm-notice', answer)).status).toBe(200);
    expect((await recipients('owner')).body.notices).toMatchObject([
      {
        told: [
          { permission, state: 'confirmed', confirmed: { statement: 'Converted to metres.', by: { name: 'asker' } } },
        ],
      },
    ]);
    expect(JSON.stringify((await place.as('colleague', 'GET', '/api/v1/inbox')).body)).not.toContain('Answer a notice');
  });

  test('a recall closes the download in the same moment', async () => {
    const made = (await give('asker', 'keys')).body.key;
    expect((await send('owner', 'recalled')).status).toBe(201);
    const closed = await fetched(made.secret);
    expect([closed.statusCode, JSON.parse(closed.body).code]).toEqual([422, 'sharing.delivery-recalled']);
    expect(await view()).toMatchObject({ delivery: { state: { code: 'recalled' } } });
    expect((await view()).href).toBeUndefined();
    expect((await send('owner', 'recalled')).body).toMatchObject({ code: 'sharing.nobody-received' });
  });

  test('that nobody answers in time is noted once, and told to those who give', async () => {
    const sharing = composeSharing(place.clock);
    const door = new Door(place.database, place.clock, new Set());
    const keep = () => keepAgreementClocks({ ...sharing, database: place.database, door, clock: place.clock });
    expect(await keep()).toBe(0);
    place.clock.forward(15 * 24 * 3_600_000);
    expect(await keep()).toBe(1);
    expect(await keep()).toBe(0);
    const [row] = await place.database.rows<{ delivery: string; silent: string }>(
      `select delivery, state->'notices'->-1->>'silent' as silent from permission where id = $1`,
      [permission],
    );
    expect(row).toEqual({ delivery: 'recall-unanswered', silent: place.clock.now().toISOString().slice(0, 10) });
    await follow(place, 'recipient-notice-unanswered', 'when-recipient-notice-moves-tell-its-parties');
    const told = await place.database.rows<{ sentence: string }>(
      `select sentence from notice where person = $1 and topic = 'recipient-notice-answer'`,
      [place.ids['owner']],
    );
    expect(told).toEqual([{ sentence: 'The kerbs organisation has not answered the notice about “Kerbs” in time.' }]);
    expect((await replay(place.database, sharing.aggregates)).findings).toEqual([]);
  });
});
