import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisationAggregate } from '#organisations/server';
import { callOf, cookieOf, password } from './people.ts';
import { publicUrl } from './whole-app.ts';
import { plainAnswers, town, type Town } from './sharing-fixture.ts';
import { follow } from './agreements-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let request: string;
let file: string;
const cases: Record<string, string> = {};
const secret = 'We plan routes for somebody whose name is in no register.';

const viewed = (who: string, organisation: string) =>
  place.as(who, 'GET', `/api/v1/requests/${request}/cases/${cases[organisation]}`);
const evidence = (who: string) => place.as(who, 'GET', `/api/v1/requests/${request}/files/${file}`);

async function open(who: string, reason: string) {
  const { revision } = (await viewed(who, 'council')).body;
  const url = `/api/v1/requests/${request}/cases/${cases['council']}/commands/open-sample`;
  return place.as(who, 'POST', url, { revision, reason });
}

beforeAll(async () => {
  place = await town();
  const { people, ids, as } = place;
  const board = people.newId();
  const profile = { name: 'The data board' };
  const registered = {
    type: 'register-organisation',
    ...{ id: board, slug: 'board', kind: 'board', standing: 'member', profile },
  };
  await people.give(organisationAggregate, board, registered);
  for (const who of ['bea', 'bob']) {
    await people.member(await people.person(`${who}@spec.example`), board, 'board-member');
  }
  await people.give(organisationAggregate, ids['council'] ?? '', { type: 'join-board', board } as never);
  const datasets = [await place.dataset('Kerbs', 'council'), await place.dataset('Poles', 'grid')];
  const begun = await as('asker', 'POST', '/api/v1/requests', { actingFor: ids['kerbs'], datasets });
  request = begun.body.id;
  const draft = (await as('asker', 'GET', `/api/v1/requests/${request}`)).body.draft;
  const basket = draft.basket.map(({ id: dataset, available }: any) => ({
    dataset,
    columns: available.map(({ id }: any) => ({ column: id, justification: 'Routes.' })),
  }));
  const form = Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="file"; filename="plan.txt"\r\n\r\nOur plan.\r\n--b--\r\n',
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const sent = await as(
    'asker',
    'POST',
    `/api/v1/requests/${request}/files?question=certification-files`,
    form,
    headers,
  );
  expect([sent.status, sent.body]).toEqual([201, sent.body]);
  file = sent.body.id;
  const answers = {
    ...plainAnswers,
    summary: secret,
    certification: ['cyber-essentials'],
    'certification-files': [sent.body],
  };
  await as('asker', 'PATCH', `/api/v1/requests/${request}`, {
    draftRevision: 1,
    actingFor: ids['kerbs'],
    basket,
    answers,
  });
  const written = (await as('asker', 'GET', `/api/v1/requests/${request}`)).body;
  const body = {
    revision: written.revision,
    draftRevision: written.draft.revision,
    actingFor: ids['kerbs'],
    declaration: true,
  };
  const submitted = await as('asker', 'POST', `/api/v1/requests/${request}/commands/submit`, body);
  expect([submitted.status, submitted.body]).toEqual([200, submitted.body]);
  for (const one of (await as('asker', 'GET', `/api/v1/requests/${request}`)).body.cases)
    cases[one.organisation.slug] = one.id;
}, 60_000);
afterAll(() => (place as Town | undefined)?.close());

test('a board reads a case of its scope without answers and evidence, and none of another', async () => {
  const seen = await viewed('bea', 'council');
  expect(seen.body).toMatchObject({ side: 'board', sections: [], allowedCommands: ['open-sample'] });
  expect(JSON.stringify(seen.body)).not.toContain(secret);
  expect((await evidence('bea')).status).toBe(404);
  expect((await viewed('bea', 'grid')).status).toBe(404);
});

test('it opens them with a reason, which those whose case it is read', async () => {
  expect((await open('bea', ' ')).body).toMatchObject({ code: 'sharing.reason-missing' });
  expect((await open('owner', 'I want to.')).status).toBe(403);
  expect((await open('bea', 'One in twenty is looked at.')).status).toBe(200);
  const seen = (await viewed('bea', 'council')).body;
  expect(seen).toMatchObject({
    sample: { board: { name: 'The data board' }, until: '2026-12-07' },
    allowedCommands: [],
  });
  expect(JSON.stringify(seen.sections)).toContain(secret);
  expect((await evidence('bea')).status).toBe(200);
  const { timeline } = (await viewed('owner', 'council')).body;
  expect(timeline).toContainEqual(
    expect.objectContaining({
      sentence: 'A board opened answers and evidence as a sample',
      by: 'bea, board',
      text: 'One in twenty is looked at.',
    }),
  );
  await follow(place, 'case-sample-opened', 'when-case-turns-tell-its-office');
  const told = await place.database.rows<{ person: string; sentence: string }>(
    `select person, sentence from notice where topic = 'case-sample-opened'`,
  );
  expect(told.map(({ person }) => person)).toEqual(expect.arrayContaining([place.ids['owner'], place.ids['dpo']]));
  expect(told[0]?.sentence).toContain('One in twenty is looked at.');
});

test('what it read is told to those who asked, under its own name, and not why', async () => {
  const asked = (await place.as('asker', 'GET', `/api/v1/requests/${request}`)).body;
  const board = asked.reads.filter(({ organisation }: any) => organisation.name === 'The data board');
  expect(board.map(({ file: name }: any) => name)).toEqual(expect.arrayContaining([undefined, 'plan.txt']));
  expect(JSON.stringify(asked.timeline)).not.toContain('One in twenty');
});

test('nobody else gains by it, and it ends by itself', async () => {
  expect((await viewed('bob', 'council')).body.sections).toEqual([]);
  expect((await evidence('bob')).status).toBe(404);
  expect((await viewed('bea', 'grid')).status).toBe(404);
  place.clock.forward(15 * 24 * 3_600_000);
  const session = await callOf(place.app, 'POST', '/api/v1/session', {
    body: { email: 'bea@spec.example', password },
    headers: { origin: publicUrl },
  });
  const again = { cookie: cookieOf(session) };
  const base = `/api/v1/requests/${request}`;
  const later = (await callOf(place.app, 'GET', `${base}/cases/${cases['council']}`, again)).body;
  expect([later.side, later.sections, later.sample]).toEqual(['board', [], undefined]);
  expect((await callOf(place.app, 'GET', `${base}/files/${file}`, again)).status).toBe(404);
});
