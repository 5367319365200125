import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { replay } from '#ledger/server';
import { termsAggregate } from '#catalogue/server';
import { callOf } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let dataset: string;
let count = 0;
beforeAll(async () => {
  place = await town();
});
afterAll(() => place.close());

async function give(command: string, body: object = {}): Promise<void> {
  const { revision } = (await place.as('owner', 'GET', `/api/v1/datasets/${dataset}`)).body;
  const path = `/api/v1/datasets/${dataset}/commands/${command}`;
  const answer = await place.as('owner', 'POST', path, { actingFor: place.ids['council'], revision, ...body });
  expect([command, answer.status]).toEqual([command, 200]);
}

beforeEach(async () => {
  dataset = await place.dataset(`Potholes ${(count += 1)}`, 'council');
  await give('describe', {
    description: {
      rights: 'Name the council.',
      distributions: [{ format: 'csv', downloadUrl: 'https://data.council.example/p.csv' }],
    },
  });
  await give('set-access', { access: 'public-with-terms' });
});

const view = async (who: string): Promise<any> => (await place.as(who, 'GET', `/api/v1/datasets/${dataset}`)).body;
const accept = (who: string, body: object) =>
  place.as(who, 'POST', `/api/v1/datasets/${dataset}/commands/accept-terms`, body);

test('anybody reads the terms; whoever is signed in accepts them by a click, once, and has the data from then on', async () => {
  const anybody = (await callOf(place.app, 'GET', `/api/v1/datasets/${dataset}`)).body;
  expect(anybody).toMatchObject({ mayDownload: false, nextAction: { kind: 'sign-in' }, terms: { accepted: false } });
  expect(JSON.stringify(anybody)).not.toContain('p.csv');
  const before = await view('asker');
  expect(before).toMatchObject({ mayDownload: false, nextAction: { kind: 'accept-terms' } });
  expect(before.terms.lines).toContain('Name the council.');
  const answer = await accept('asker', { terms: before.terms.hash, actingFor: place.ids['kerbs'] });
  expect(answer.status).toBe(200);
  expect(await view('asker')).toMatchObject({
    mayDownload: true,
    nextAction: { kind: 'download', href: 'https://data.council.example/p.csv' },
    terms: { accepted: true },
  });
  expect(await view('colleague')).toMatchObject({ mayDownload: false });
  expect((await callOf(place.app, 'GET', `/api/v1/datasets/${dataset}`)).body).toMatchObject({ mayDownload: false });
});

test('it is recorded, for those who give the data and for the organisation that accepted', async () => {
  const { terms } = await view('asker');
  await accept('asker', { terms: terms.hash, actingFor: place.ids['kerbs'] });
  const { items } = (await place.as('owner', 'GET', '/api/v1/history?kind=terms-acceptance')).body;
  expect(items[0]).toMatchObject({ sentence: 'The terms were accepted', by: { organisation: { slug: 'kerbs' } } });
  expect((await replay(place.database, [termsAggregate])).findings).toEqual([]);
});

test('other terms are to be accepted anew, and are not accepted unread', async () => {
  const { terms } = await view('asker');
  await accept('asker', { terms: terms.hash });
  await give('describe', { description: { rights: 'Name the council and the year.' } });
  expect(await view('asker')).toMatchObject({ mayDownload: false, terms: { accepted: false } });
  const late = await accept('asker', { terms: terms.hash });
  expect([late.status, late.body.code]).toEqual([422, 'catalogue.terms-changed']);
});

test('nothing is accepted where nothing is given for it, where nobody is signed in, or for an organisation of others', async () => {
  const { terms } = await view('asker');
  expect(
    (
      await callOf(place.app, 'POST', `/api/v1/datasets/${dataset}/commands/accept-terms`, {
        body: { terms: terms.hash },
      })
    ).status,
  ).toBe(401);
  expect((await accept('asker', { terms: terms.hash, actingFor: place.ids['council'] })).status).toBe(403);
  expect((await accept('asker', { terms: 'x' })).status).toBe(400);
  await give('set-access', { access: 'closed' });
  expect((await accept('asker', { terms: terms.hash })).body.code).toBe('catalogue.no-terms');
  await give('set-visibility', { visibility: 'organisation' });
  expect((await accept('asker', { terms: terms.hash })).status).toBe(404);
});
