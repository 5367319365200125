import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { organisationAggregate, personAggregate } from '#organisations/server';
import { callOf, password, People, type Answer, type CallOptions, type Method } from './people.ts';
import { publicUrl, wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;
let people: People;
let council: string;
let owner: string;
const cookies: Record<string, string> = {};

const call = (method: Method, url: string, options?: CallOptions): Promise<Answer> =>
  callOf(whole.app, method, url, options);
const see = (who: string | undefined, url: string): Promise<Answer> =>
  call('GET', url, who === undefined ? {} : { cookie: cookies[who] });
const change = (who: string, url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  call('POST', url, { body, cookie: cookies[who], headers: { origin: publicUrl, ...headers } });

async function signIn(email: string): Promise<string> {
  const answer = await call('POST', '/api/v1/session', { body: { email, password } });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

const complete = {
  title: 'Street trees',
  description: 'Every tree that stands on land of the council.',
  contact: { name: 'Parks team', email: 'parks@ellermouth.example' },
  licence: 'ogl-3.0',
  frequency: 'ANNUAL',
  modified: '2026-10-01',
  version: '1.0',
  personalData: 'none',
};

async function entered(description: object = complete): Promise<{ id: string; slug: string; revision: number }> {
  const made = await change('steward', '/api/v1/datasets', { actingFor: council, description });
  expect(made.status).toBe(201);
  return made.body as { id: string; slug: string; revision: number };
}

/** A complete dataset, open to all, with its revision. */
async function published(): Promise<{ id: string; slug: string; revision: number }> {
  const { id, slug } = await entered();
  await change('owner', `/api/v1/datasets/${id}/commands/set-access`, {
    revision: 1,
    actingFor: council,
    access: 'open',
  });
  const answer = await change('steward', `/api/v1/datasets/${id}/commands/publish`, {
    revision: 2,
    actingFor: council,
  });
  expect(answer).toMatchObject({ status: 200, body: { id, revision: 3 } });
  return { id, slug, revision: 3 };
}

beforeAll(async () => {
  whole = await wholeApp();
  people = new People(whole.database, whole.clock);
  council = await people.organisation('ellermouth');
  const other = await people.organisation('elsewhere');
  owner = await people.person('owner@demo.example');
  await people.member(owner, council, 'owner');
  await people.member(await people.person('steward@demo.example'), council, 'steward');
  await people.member(await people.person('colleague@demo.example'), council, 'requester');
  await people.member(await people.person('stranger@demo.example'), other, 'steward', 'owner');
  for (const name of ['steward', 'owner', 'colleague', 'stranger'])
    cookies[name] = await signIn(`${name}@demo.example`);
}, 60_000);

afterAll(() => whole.close());

describe('a dataset entered by hand', () => {
  test('is a draft that its own organisation alone sees', async () => {
    const { slug } = await entered();
    expect(await see('colleague', `/api/v1/datasets/${slug}`)).toMatchObject({
      status: 200,
      body: { lifecycle: 'draft' },
    });
    expect((await see(undefined, `/api/v1/datasets/${slug}`)).status).toBe(404);
    expect((await see('stranger', `/api/v1/datasets/${slug}`)).status).toBe(404);
  });

  test('gets the next free slug where its title is taken', async () => {
    const first = await entered({ ...complete, title: 'Bus lanes' });
    const second = await entered({ ...complete, title: 'Bus lanes' });
    expect([first.slug, second.slug]).toEqual(['bus-lanes', 'bus-lanes-2']);
  });

  test('is not published before the required fields are there, and each is named', async () => {
    const { id } = await entered({ title: 'Nearly nothing' });
    const answer = await change('steward', `/api/v1/datasets/${id}/commands/publish`, {
      revision: 1,
      actingFor: council,
    });
    expect(answer.status).toBe(422);
    const paths = (answer.body.faults as { path: string }[]).map(({ path }) => path);
    expect(paths).toEqual([
      'description',
      'contact',
      'access',
      'licence',
      'frequency',
      'modified',
      'version',
      'personalData',
    ]);
  });

  test('is anybody’s to read once it is published, under its slug and its id', async () => {
    const { id, slug } = await published();
    const bySlug = await see(undefined, `/api/v1/datasets/${slug}`);
    expect(bySlug).toMatchObject({ status: 200, body: { id, slug, access: { code: 'open', label: 'Anyone' } } });
    expect(bySlug.body.identifier).toBe(`${publicUrl}/id/dataset/${id}`);
    expect(bySlug.body.allowedCommands).toEqual([]);
    expect((await see(undefined, `/api/v1/datasets/${id}`)).body.slug).toBe(slug);
    expect(bySlug.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('commands', () => {
  test('each actor is told what they may do, and the door says the same', async () => {
    const { id, revision } = await published();
    const allowed = async (who: string): Promise<string[]> =>
      (await see(who, `/api/v1/datasets/${id}`)).body.allowedCommands;
    expect(await allowed('steward')).toEqual(['describe', 'withdraw', 'attach-file']);
    expect(await allowed('owner')).toEqual([
      'describe',
      'set-access',
      'set-visibility',
      'assign-responsibility',
      'withdraw',
      'attach-file',
    ]);
    expect(await allowed('colleague')).toEqual([]);
    const body = { revision, actingFor: council, access: 'closed' };
    expect((await change('steward', `/api/v1/datasets/${id}/commands/set-access`, body)).status).toBe(403);
    expect((await change('colleague', `/api/v1/datasets/${id}/commands/set-access`, body)).status).toBe(403);
    expect((await change('owner', `/api/v1/datasets/${id}/commands/set-access`, body)).status).toBe(200);
  });

  test('another organisation’s dataset is refused to a steward of elsewhere, and a draft is not there for them', async () => {
    const { id, revision } = await published();
    const draft = await entered({ ...complete, title: 'Secret plans' });
    const strangers = (await see('stranger', '/api/v1/session')).body.memberships[0].organisation.id as string;
    const body = { revision, actingFor: strangers, description: { title: 'Mine now' } };
    expect((await change('stranger', `/api/v1/datasets/${id}/commands/describe`, body)).status).toBe(403);
    expect((await change('stranger', `/api/v1/datasets/${draft.id}/commands/describe`, body)).status).toBe(404);
    const borrowed = { ...body, actingFor: council };
    expect((await change('stranger', `/api/v1/datasets/${id}/commands/describe`, borrowed)).status).toBe(403);
  });

  test('a command on a revision that is past is refused with the current view, and changes nothing', async () => {
    const { id } = await published();
    const body = { revision: 1, actingFor: council, description: { title: 'Late' } };
    const answer = await change('steward', `/api/v1/datasets/${id}/commands/describe`, body);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'ledger.stale', current: { revision: 3, title: 'Street trees' } },
    });
    expect((await see(undefined, `/api/v1/datasets/${id}`)).body.title).toBe('Street trees');
  });

  test('without its revision a command is not understood', async () => {
    const { id } = await published();
    const answer = await change('steward', `/api/v1/datasets/${id}/commands/publish`, { actingFor: council });
    expect(answer).toMatchObject({ status: 400, body: { faults: [{ path: 'revision' }] } });
  });

  test('a retried call with its key has one effect and the same answer; another call under the key is refused', async () => {
    const { id, revision } = await published();
    const url = `/api/v1/datasets/${id}/commands/describe`;
    const body = { revision, actingFor: council, description: { columns: [{ name: 'species' }] } };
    const first = await change('steward', url, body, { 'idempotency-key': 'one' });
    const second = await change('steward', url, body, { 'idempotency-key': 'one' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    const other = { ...body, description: { title: 'Other' } };
    expect((await change('steward', url, other, { 'idempotency-key': 'one' })).status).toBe(422);
  });

  test('two at once on the same revision: one is done, one is stale', async () => {
    const { id, revision } = await published();
    const url = `/api/v1/datasets/${id}/commands/describe`;
    const answers = await Promise.all(
      ['One', 'Two'].map((title) => change('steward', url, { revision, actingFor: council, description: { title } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('every fault of an input is named by its path', async () => {
    const { id, revision } = await published();
    const description = {
      title: '',
      landingPage: 'javascript:alert(1)',
      contact: { email: 'nobody' },
      columns: [{ name: 'a' }, { name: '' }],
      colour: 'red',
    };
    const answer = await change('steward', `/api/v1/datasets/${id}/commands/describe`, {
      revision,
      actingFor: council,
      description,
    });
    expect(answer.status).toBe(400);
    const paths = (answer.body.faults as { path: string }[]).map(({ path }) => path).sort();
    expect(paths).toEqual([
      'description',
      'description.columns[1].name',
      'description.contact.email',
      'description.landingPage',
      'description.title',
    ]);
  });

  test('half a character is no text, whether the call has a key or not', async () => {
    const { id, revision } = await published();
    const body = { revision, actingFor: council, description: { title: 'Tree \ud800' } };
    const url = `/api/v1/datasets/${id}/commands/describe`;
    const answers = [
      await change('steward', url, body),
      await change('steward', url, body, { 'idempotency-key': 'half' }),
    ];
    expect(answers.map(({ status, body: problem }) => [status, problem.code])).toEqual([
      [400, 'http.text-ill-formed'],
      [400, 'http.text-ill-formed'],
    ]);
  });

  test('whose account is closed is named for nothing, and nothing is entered for a closed unit', async () => {
    const { id, revision } = await published();
    const gone = await people.person('gone@demo.example');
    await people.member(gone, council, 'owner', 'steward');
    await people.give(personAggregate, gone, { type: 'close-account' });
    const url = `/api/v1/datasets/${id}/commands/assign-responsibility`;
    const answer = await change('owner', url, { revision, actingFor: council, owners: [gone], steward: gone });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ path: 'owners[0]' }, { path: 'steward' }] } });
    const unit = people.newId();
    await people.give(organisationAggregate, council, { type: 'add-unit', unit, name: 'Parks' } as never);
    await people.give(organisationAggregate, council, { type: 'close-unit', unit } as never);
    const made = await change('steward', '/api/v1/datasets', { actingFor: council, unit, description: complete });
    expect(made).toMatchObject({ status: 422, body: { code: 'catalogue.unit-unknown' } });
  });

  test('responsibility goes only to people with the role', async () => {
    const { id, revision } = await published();
    const url = `/api/v1/datasets/${id}/commands/assign-responsibility`;
    const wrong = await change('owner', url, { revision, actingFor: council, owners: [council] });
    expect(wrong).toMatchObject({ status: 422, body: { faults: [{ path: 'owners[0]' }] } });
    expect((await change('owner', url, { revision, actingFor: council, owners: [owner] })).status).toBe(200);
    expect((await see('colleague', `/api/v1/datasets/${id}`)).body.owners).toEqual([{ person: owner, name: 'owner' }]);
    expect((await see(undefined, `/api/v1/datasets/${id}`)).body.owners).toEqual([]);
  });
});

describe('the history of a dataset', () => {
  test('tells what changed, newest first, and names people to colleagues alone', async () => {
    const { id, revision } = await published();
    const description = { title: 'Trees of the street', keywords: ['trees'] };
    await change('steward', `/api/v1/datasets/${id}/commands/describe`, { revision, actingFor: council, description });
    const { body } = await see(undefined, `/api/v1/datasets/${id}/revisions`);
    expect((body.items as { revision: number }[]).map((item) => item.revision)).toEqual([4, 3]);
    expect(body.items[0]).toMatchObject({
      summary: 'Description changed',
      by: 'its steward',
      changes: [
        { field: 'keywords', after: 'trees' },
        { field: 'title', label: 'Title', before: 'Street trees', after: 'Trees of the street' },
      ],
    });
    const { items } = (await see('colleague', `/api/v1/datasets/${id}/revisions`)).body;
    expect((items as { revision: number }[]).map((item) => item.revision)).toEqual([4, 3, 2, 1]);
    expect(items[0].by).toBe('steward, its steward');
  });

  test('a withdrawn dataset stays at its address with its reason, for all who saw it', async () => {
    const { id, slug, revision } = await published();
    const body = { revision, actingFor: council, reason: 'Replaced by the tree survey.' };
    expect((await change('steward', `/api/v1/datasets/${id}/commands/withdraw`, body)).status).toBe(200);
    expect((await see(undefined, `/api/v1/datasets/${slug}`)).body).toMatchObject({
      lifecycle: 'withdrawn',
      withdrawalReason: 'Replaced by the tree survey.',
      nextAction: { kind: 'not-shared' },
    });
  });
});
