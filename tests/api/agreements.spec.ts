import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agreementCommandAddresses, permissionCommandAddresses } from '#sharing/contracts';
import { agreedIn } from './agreements-fixture.ts';
import { callOf, type Method } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';
import { publicUrl } from './whole-app.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let agreement: string;
let permission: string;

const officeOf = (who: string) => (who === 'asker' || who === 'colleague' || who === 'theirs' ? 'kerbs' : 'council');

async function give(who: string, id: string, name: string, body: object = {}) {
  const view = await place.as(who, 'GET', `/api/v1/agreements/${id}`);
  const given = { revision: view.body.revision, actingFor: place.ids[officeOf(who)], ...body };
  return place.as(who, 'POST', `/api/v1/agreements/${id}/commands/${name}`, given);
}

beforeAll(async () => {
  place = await town();
  for (const [who, organisation] of [
    ['theirs', 'kerbs'],
    ['signatory', 'council'],
  ] as const) {
    const id = await place.people.person(`${who}@spec.example`);
    await place.people.member(id, place.ids[organisation] ?? '', 'signatory');
  }
  agreement = await agreedIn(place, 'Kerbs');
  await give('owner', agreement, 'offer');
  await give('owner', agreement, 'ask-signatures');
  const { hash } = (await place.as('signatory', 'GET', `/api/v1/agreements/${agreement}`)).body;
  expect((await give('signatory', agreement, 'sign', { hash })).status).toBe(200);
  expect((await give('theirs', agreement, 'sign', { hash })).status).toBe(200);
  permission = (await place.as('asker', 'GET', '/api/v1/permissions')).body.items[0].id;
}, 60_000);
afterAll(() => (place as Town | undefined)?.close());

/** Every route about one agreement or one permission. */
const routes = (): readonly (readonly [Method, string])[] => [
  ['GET', `/api/v1/agreements/${agreement}`],
  ['GET', `/api/v1/agreements/${agreement}.pdf`],
  ['POST', `/api/v1/agreements/${agreement}/signed-copies`],
  ['GET', `/api/v1/agreements/${agreement}/signed-copies/${agreement}`],
  ['GET', `/api/v1/permissions/${permission}`],
  ['GET', `/api/v1/permissions/${permission}/deliveries`],
  ['GET', `/api/v1/permissions/${permission}/data`],
  ['POST', `/api/v1/permissions/${permission}/keys`],
  ...agreementCommandAddresses.map((name) => ['POST', `/api/v1/agreements/${agreement}/commands/${name}`] as const),
  ...permissionCommandAddresses.map((name) => ['POST', `/api/v1/permissions/${permission}/commands/${name}`] as const),
];

/** A body that any of the commands takes. */
const anyBody = {
  revision: 1,
  reason: 'r',
  statement: 's',
  hash: 'h',
  clause: 'audit',
  accept: true,
  how: 'h',
  kind: 'correct',
  text: 't',
  key: '019ab0c2-0000-7000-8000-000000000001',
  notice: '019ab0c2-0000-7000-8000-000000000001',
  delivery: '019ab0c2-0000-7000-8000-000000000001',
  dataset: '019ab0c2-0000-7000-8000-000000000001',
  columns: [],
  rows: [],
  term: { start: '2026-12-01', end: '2026-12-02', review: '2026-12-02' },
  name: 'n',
  position: 'p',
  email: 'n@spec.example',
  party: 'recipient',
  file: '019ab0c2-0000-7000-8000-000000000001',
  signedOn: '2026-12-01',
  fingerprint: 'f',
};

describe('who may', () => {
  test('nobody who has not signed in comes to any of them', async () => {
    for (const [method, url] of routes()) {
      const answer = await callOf(place.app, method, url, {
        headers: { origin: publicUrl },
        ...(method === 'POST' ? { body: anyBody } : {}),
      });
      expect([url, answer.status]).toEqual([url, 401]);
    }
  });

  test('somebody of another organisation finds none of them', async () => {
    for (const who of ['outsider', 'power', 'individual']) {
      for (const [method, url] of routes()) {
        const answer = await place.as(who, method, url, method === 'POST' ? anyBody : undefined);
        expect([who, url, answer.status]).toEqual([who, url, 404]);
      }
      expect((await place.as(who, 'GET', '/api/v1/agreements')).body).toMatchObject({ total: 0, items: [] });
      expect((await place.as(who, 'GET', '/api/v1/permissions?side=given')).body).toMatchObject({ total: 0 });
    }
  });

  test('both sides read it, each their part; what they may do travels with it', async () => {
    const ours = (await place.as('owner', 'GET', `/api/v1/agreements/${agreement}`)).body;
    expect(ours).toMatchObject({ side: 'owner', state: { code: 'in-force' }, signatures: [{}, {}] });
    expect(ours.allowedCommands).toEqual(expect.arrayContaining(['suspend', 'revoke']));
    const theirs = (await place.as('colleague', 'GET', `/api/v1/agreements/${agreement}`)).body;
    expect(theirs).toMatchObject({ side: 'requester', allowedCommands: [] });
    expect(theirs.refusedCommands.map(({ command }: any) => command)).toContain('terminate');
  });
});

describe('commands', () => {
  test('one effect for two at once, a double click and a retry with its key', async () => {
    const id = await agreedIn(place, 'Streets');
    const { revision } = (await place.as('owner', 'GET', `/api/v1/agreements/${id}`)).body;
    const body = { revision, actingFor: place.ids['council'] };
    const path = `/api/v1/agreements/${id}/commands/offer`;
    const both = await Promise.all([place.as('owner', 'POST', path, body), place.as('steward', 'POST', path, body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const abandon = { revision: revision + 1, actingFor: place.ids['council'], reason: 'Too late.' };
    const key = { 'idempotency-key': 'once' };
    const first = await place.as('owner', 'POST', `/api/v1/agreements/${id}/commands/abandon`, abandon, key);
    const again = await place.as('owner', 'POST', `/api/v1/agreements/${id}/commands/abandon`, abandon, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
  });

  test('a stale command brings the agreement as it is now; one that is not understood is a 422 or 400 in words', async () => {
    const path = `/api/v1/agreements/${agreement}/commands`;
    const late = await place.as('owner', 'POST', `${path}/suspend`, {
      revision: 1,
      actingFor: place.ids['council'],
      reason: 'r',
    });
    expect([late.status, late.body.current.id]).toEqual([409, agreement]);
    expect((await give('owner', agreement, 'suspend', {})).status).toBe(400);
    expect((await give('owner', agreement, 'suspend', { reason: ' ' })).body).toMatchObject({
      code: 'sharing.reasons-missing',
    });
    expect((await place.as('owner', 'POST', `${path}/nonsense`, { revision: 1 })).status).toBe(404);
  });
});

describe('the public register', () => {
  const read = async (url: string) => callOf(place.app, 'GET', url);

  test('shows what was agreed to everybody, without persons and without what is to be left out', async () => {
    const { body } = await read('/api/v1/register');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      id: agreement,
      title: 'Dropped kerbs for step-free routes',
      status: { code: 'active' },
      datasets: [{ title: 'Kerbs', disclosed: ['street', 'width'] }],
      withheld: [{ reason: 'It is a secret.' }],
    });
    const text = JSON.stringify(body);
    for (const secret of ['vault', '@spec.example', place.ids['asker'] ?? 'asker', place.ids['owner'] ?? 'owner']) {
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
    const one = (await read(`/api/v1/register/${agreement}`)).body;
    expect(one.updates.map(({ what }: any) => what)).toEqual(['Came into force']);
  });

  test('drafts and abandoned terms are not in it', async () => {
    const id = await agreedIn(place, 'Poles');
    expect((await read('/api/v1/register')).body.total).toBe(1);
    expect((await read(`/api/v1/register/${id}`)).status).toBe(404);
    expect((await read('/api/v1/register/nonsense')).status).toBe(404);
  });

  test('narrows by who gives and by status, and comes whole as CSV and JSON', async () => {
    expect((await read('/api/v1/register?provider=council&status=active')).body.total).toBe(1);
    expect((await read('/api/v1/register?provider=grid')).body).toMatchObject({ total: 0, items: [] });
    expect((await read('/api/v1/register?status=ended')).body.total).toBe(0);
    expect((await read('/api/v1/register?status=toast')).status).toBe(400);
    const csv = await place.app.inject({ method: 'GET', url: '/api/v1/register.csv' });
    const lines = csv.body.split('\r\n');
    expect(lines[0]).toMatch(/^reference,version,title/);
    expect(lines[1]).toContain('Dropped kerbs for step-free routes');
    const json = await place.app.inject({ method: 'GET', url: '/api/v1/register.json' });
    expect(json.json()).toMatchObject([{ id: agreement }]);
  });

  test('a dataset that is not listed for everybody is not named in it', async () => {
    const owner = await place.database.rows<{ dataset: string }>('select dataset from permission where id = $1', [
      permission,
    ]);
    const [{ dataset } = { dataset: '' }] = owner;
    const { revision } = (await place.as('owner', 'GET', `/api/v1/datasets/${dataset}`)).body;
    const body = { revision, actingFor: place.ids['council'], visibility: 'organisation' };
    expect((await place.as('owner', 'POST', `/api/v1/datasets/${dataset}/commands/set-visibility`, body)).status).toBe(
      200,
    );
    const [row] = (await read('/api/v1/register')).body.items;
    expect(row.datasets).toEqual([{ title: 'A dataset that is not listed for everybody', disclosed: [] }]);
  });
});

test('what waits on either side stands in the inbox of whose step it is, until it is taken', async () => {
  const work = async (who: string) => {
    const { items } = (await place.as(who, 'GET', '/api/v1/inbox')).body;
    return items
      .filter((item: any) => item.agreement === id)
      .map((item: any) => [item.kind.code, item.href, item.left]);
  };
  const id = await agreedIn(place, 'Bridges');
  const href = `/agreements/${id}`;
  expect(await work('steward')).toEqual([['offer', href, 10]]);
  expect(await work('owner')).toEqual([['offer', href, 10]]);
  expect(await work('signatory')).toEqual([]);
  await give('owner', id, 'offer');
  expect(await work('owner')).toEqual([['freeze', href, 10]]);
  await give('asker', id, 'propose', { clause: 'audit', text: 'Once a year.', reason: 'We are few.' });
  expect(await work('owner')).toEqual([['answer-terms', href, 10]]);
  expect(await work('asker')).toEqual([]);
  await give('owner', id, 'answer', { clause: 'audit', accept: true });
  await give('owner', id, 'ask-signatures');
  expect(await work('owner')).toEqual([]);
  expect(await work('signatory')).toEqual([['sign', href, 10]]);
  expect(await work('theirs')).toEqual([['sign', href, 10]]);
  const { hash } = (await place.as('signatory', 'GET', `/api/v1/agreements/${id}`)).body;
  await give('signatory', id, 'sign', { hash });
  await give('theirs', id, 'sign', { hash });
  expect(await work('signatory')).toEqual([]);
  const handOver = (await place.as('steward', 'GET', '/api/v1/inbox?kind=hand-over')).body.items;
  expect(handOver).toMatchObject([{ kind: { code: 'hand-over' }, href: '/permissions?side=given' }, {}]);
  const permitted = (await place.as('steward', 'GET', '/api/v1/permissions?side=given')).body.items.find(
    (one: any) => one.agreement.id === id,
  );
  const body = {
    revision: permitted.revision,
    actingFor: place.ids['council'],
    delivery: permitted.delivery.id,
    how: 'A disk.',
  };
  await place.as('steward', 'POST', `/api/v1/permissions/${permitted.id}/commands/record-hand-over`, body);
  expect((await place.as('steward', 'GET', '/api/v1/inbox?kind=hand-over')).body.items).toHaveLength(1);
  await give('owner', id, 'revoke', { reason: 'The terms were broken.' });
  expect(await work('asker')).toEqual([['dispose', href, expect.any(Number)]]);
});

describe('the agreement for paper', () => {
  const paper = (who: string, id: string) => place.as(who, 'GET', `/api/v1/agreements/${id}.pdf`);

  test('is a tagged PDF with a language and a title, the same for both sides and whenever it is made', async () => {
    const answers = [await paper('owner', agreement), await paper('asker', agreement), await paper('owner', agreement)];
    for (const { status, headers } of answers) {
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="WL-\d{4}-\d{4}-1-Dropped-kerbs/);
    }
    const [first, second, third] = answers.map(({ body }) => String(body));
    expect(first).toMatch(/^%PDF-1\.7/);
    expect(first).toContain('/Lang (en-GB)');
    expect(first).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(first).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  test('is nobody else’s, and not the other side’s while it is drafted', async () => {
    const id = await agreedIn(place, 'Lamps');
    expect((await paper('owner', id)).status).toBe(200);
    expect((await paper('asker', id)).status).toBe(404);
    for (const who of ['outsider', 'individual']) expect((await paper(who, agreement)).status).toBe(404);
    expect((await paper('owner', 'no-id')).status).toBe(404);
    expect((await callOf(place.app, 'GET', `/api/v1/agreements/${agreement}.pdf`)).status).toBe(401);
  });
});
