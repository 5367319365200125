import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Parser, type Quad } from 'n3';
import { noDescription } from '#catalogue/domain';
import { CatalogueFixture, type Imported } from './catalogue-fixture.ts';
import { callOf, cookieOf, password, People, type Answer } from './people.ts';
import { publicUrl, wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;
let fixture: CatalogueFixture;
let council: string;
let cookie: string;
const made: Record<string, Imported> = {};

const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  callOf(whole.app, 'GET', url, { headers });
const turtle = async (url: string): Promise<Quad[]> => new Parser().parse(String((await get(url)).body));
const valuesOf = (quads: readonly Quad[], property: string): string[] =>
  quads.filter(({ predicate }) => predicate.value.endsWith(property)).map(({ object }) => object.value);
const identifier = (name: string): string => `/id/dataset/${made[name]?.id ?? ''}`;

beforeAll(async () => {
  whole = await wholeApp();
  const people = new People(whole.database, whole.clock);
  fixture = new CatalogueFixture(people);
  council = await people.organisation('westham');
  await people.member(await people.person('colleague@demo.example'), council, 'requester');
  const signedIn = await callOf(whole.app, 'POST', '/api/v1/session', {
    body: { email: 'colleague@demo.example', password },
  });
  cookie = cookieOf(signedIn);
  const [csv, json] = [people.newId(), people.newId()];
  const distributions = [
    { id: csv, format: 'csv', downloadUrl: 'https://data.example/a b.csv?q="1"', mediaType: 'text/csv' },
    { id: json, format: 'json', accessUrl: 'https://data.example/' },
  ];
  made['open'] = await fixture.imported(council, {
    title: 'Weirs "of" the\nriver \\ Ouse',
    description: 'Every weir.',
    languages: ['en'],
    themes: ['ENVI'],
    licence: 'ogl-3.0',
    issued: '2026',
    modified: '2026-13-45',
    temporal: { from: '2020-02', until: '2026-02-29' },
    spatial: { label: 'The river', box: [-1, 53, -0.5, 54] },
    contact: { name: 'Rivers team', email: 'rivers+data@westham.example' },
    columns: [{ id: people.newId(), name: 'height', type: 'number', sensitivity: 'none' }],
    distributions,
  });
  made['named'] = await fixture.imported(council, { title: 'Weir keepers', distributions }, 'named');
  made['inside'] = await fixture.imported(council, { title: 'Weir faults' });
  made['withdrawn'] = await fixture.imported(council, { title: 'Weir fish' });
  await fixture.give(made['inside'], { type: 'set-visibility', visibility: 'organisation' });
  await fixture.give(made['withdrawn'], { type: 'withdraw-dataset', reason: 'The fish moved away.' });
}, 60_000);

afterAll(() => whole.close());

describe('the address that never changes', () => {
  test('sends a browser to the page, and a program to the form that it likes best', async () => {
    const page = await get(identifier('open'), { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(page).toMatchObject({ status: 303, headers: { location: `${publicUrl}/datasets/weirs-of-the-river-ouse` } });
    expect(String(page.headers['vary'])).toMatch(/accept/i);
    const turtleFirst = await get(identifier('open'), { accept: 'application/ld+json;q=0.5, text/turtle' });
    expect(turtleFirst.headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(turtleFirst.headers).toMatchObject({
      vary: 'accept',
      'content-location': '/datasets/weirs-of-the-river-ouse.ttl',
    });
    const jsonFirst = await get(identifier('open'), { accept: 'text/*;q=0.1, application/ld+json;q=0.9' });
    expect(jsonFirst.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect((await get(identifier('open'), { accept: 'text/turtle;q=0, */*;q=0.1' })).status).toBe(303);
    expect((await get(identifier('open'))).status).toBe(303);
  });

  test('has no other form: 406; and nothing at an id that is not there', async () => {
    const answer = await get(identifier('open'), { accept: 'application/pdf, image/*' });
    expect(answer.status).toBe(406);
    expect(answer.headers['vary']).toMatch(/accept/i);
    expect((await get('/id/dataset/01890000-0000-7000-8000-000000000000', { accept: 'text/turtle' })).status).toBe(404);
    expect((await get('/id/dataset/no-uuid')).status).toBe(404);
    expect((await get(identifier('open'), { accept: ',;q=x,/,text/turtle;q=9,"' })).status).toBe(406);
  });

  test('of an organisation leads to its page', async () => {
    const answer = await get(`/id/organisation/${council}`);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${publicUrl}/organisations/westham` } });
  });
});

describe('what is said of a dataset', () => {
  test('stands at its slug in both forms, for any origin, and is not sent again to who has it', async () => {
    for (const form of ['ttl', 'jsonld']) {
      const first = await get(`/datasets/weirs-of-the-river-ouse.${form}`);
      expect(first).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' } });
      expect(first.headers).not.toHaveProperty('access-control-allow-credentials');
      const etag = String(first.headers['etag']);
      const again = await get(`/datasets/weirs-of-the-river-ouse.${form}`, { 'if-none-match': `"other", W/${etag}` });
      expect(again).toMatchObject({ status: 304, body: '', headers: { etag } });
      expect((await get(`/datasets/weirs-of-the-river-ouse.${form}`, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  test('holds hostile words and addresses whole, and no date that is none', async () => {
    const said = await turtle('/datasets/weirs-of-the-river-ouse.ttl');
    expect(valuesOf(said, 'terms/title')).toEqual(['Weirs "of" the\nriver \\ Ouse']);
    expect(valuesOf(said, 'downloadURL')).toEqual(['https://data.example/a%20b.csv?q=%221%22']);
    expect(valuesOf(said, 'hasEmail')).toEqual(['mailto:rivers+data@westham.example']);
    expect(valuesOf(said, 'terms/issued')).toEqual(['2026']);
    expect(valuesOf(said, 'terms/modified')).toEqual([]);
    expect(valuesOf(said, 'startDate')).toEqual(['2020-02']);
    expect(valuesOf(said, 'endDate')).toEqual([]);
    expect(valuesOf(said, 'bbox')).toEqual(['POLYGON((-1 53, -0.5 53, -0.5 54, -1 54, -1 53))']);
    expect(valuesOf(said, 'csvw#name')).toEqual(['height']);
  });

  test('gives the addresses of files only where anyone may download', async () => {
    const said = await turtle('/datasets/weir-keepers.ttl');
    expect(valuesOf(said, 'downloadURL')).toEqual([]);
    expect(valuesOf(said, 'accessURL')).toEqual([
      `${publicUrl}/datasets/weir-keepers`,
      `${publicUrl}/datasets/weir-keepers`,
    ]);
    const { body } = await get('/catalog.ttl');
    expect(String(body).match(/a%20b\.csv/g)?.length).toBe(2);
  });

  test('says that a description is lacking, and makes none up', async () => {
    const said = await turtle('/datasets/weir-keepers.ttl');
    expect(valuesOf(said, 'terms/description')).toEqual([noDescription]);
  });

  test('can be asked for without its body', async () => {
    const { statusCode, headers, body } = await whole.app.inject({ method: 'HEAD', url: '/datasets/weir-keepers.ttl' });
    expect([statusCode, body, headers['content-type']]).toEqual([200, '', 'text/turtle; charset=utf-8']);
    expect(headers['etag']).toBe((await get('/datasets/weir-keepers.ttl')).headers['etag']);
  });

  test('changes with the record and with nothing else', async () => {
    const dataset = await fixture.imported(council, { title: 'Sluices' });
    const [before, same] = [await get('/datasets/sluices.ttl'), await get('/datasets/sluices.ttl')];
    expect(same.headers['etag']).toBe(before.headers['etag']);
    await fixture.give(dataset, { type: 'describe-dataset', description: { description: 'Every sluice.' } });
    const after = await get('/datasets/sluices.ttl');
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    await fixture.give(dataset, { type: 'withdraw-dataset', reason: 'Done.' });
  });
});

describe('what everyone may not see', () => {
  test('is not exported, whoever asks', async () => {
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      expect((await get('/datasets/weir-faults.ttl', headers)).status).toBe(404);
      expect((await get(identifier('inside'), { accept: 'text/turtle', ...headers })).status).toBe(404);
      expect(String((await get('/catalog.ttl', headers)).body)).not.toContain(made['inside']?.id);
    }
    expect((await get(identifier('inside'))).status).toBe(404);
    expect((await get(identifier('inside'), { cookie })).status).toBe(303);
  });

  test('where it was withdrawn, the reason stands at its address: 410', async () => {
    const answer = await get(identifier('withdrawn'), { accept: 'text/turtle' });
    expect(answer).toMatchObject({ status: 410, headers: { 'access-control-allow-origin': '*' } });
    expect(answer.body).toMatchObject({
      code: 'catalogue.withdrawn',
      detail: 'Its publisher has withdrawn this dataset: The fish moved away.',
    });
    expect((await get('/datasets/weir-fish.jsonld')).status).toBe(410);
    expect(String((await get('/catalog.jsonld')).body['@graph'].length)).not.toBe('0');
    expect(JSON.stringify((await get('/catalog.jsonld')).body)).not.toContain(made['withdrawn']?.id);
  });
});

describe('the catalogue', () => {
  test('comes in pages that name each other', async () => {
    const people = new People(whole.database, whole.clock);
    for (let index = 0; index < 105; index += 1) await fixture.imported(council, { title: `Gauge ${people.newId()}` });
    const [first, second] = [await turtle('/catalog.ttl'), await turtle('/catalog.ttl?page=2')];
    expect(valuesOf(first, 'core#next')).toEqual([`${publicUrl}/catalog.ttl?page=2`]);
    expect(valuesOf(second, 'core#previous')).toEqual([`${publicUrl}/catalog.ttl?page=1`]);
    expect(valuesOf(second, 'core#next')).toEqual([]);
    expect(valuesOf(first, 'totalItems')).toEqual(['107']);
    const all = [...valuesOf(first, 'dcat#dataset'), ...valuesOf(second, 'dcat#dataset')];
    expect(new Set(all).size).toBe(107);
    expect((await get('/catalog.ttl?page=3')).status).toBe(404);
  }, 60_000);

  test('is asked for wrongly with 400, and answers 304 to who has it', async () => {
    expect((await get('/catalog.ttl?page=zero')).body.faults).toMatchObject([{ path: 'page' }]);
    const { headers } = await get('/catalog.jsonld');
    expect((await get('/catalog.jsonld', { 'if-none-match': String(headers['etag']) })).status).toBe(304);
    expect((await get('/catalog.jsonld', { 'if-none-match': '*' })).status).toBe(304);
  });
});
