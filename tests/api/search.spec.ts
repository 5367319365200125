import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { searchResult, type SearchResult } from '#catalogue/contracts';
import { rebuildSearchWords, refreshSearchWords } from '#catalogue/server';
import { CatalogueFixture, type Imported } from './catalogue-fixture.ts';
import { callOf, cookieOf, password, People, type Answer } from './people.ts';
import { wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;
let fixture: CatalogueFixture;
let north: string;
let south: string;
const cookies: Record<string, string> = {};
const made: Record<string, Imported> = {};

const get = (url: string, who?: string): Promise<Answer> =>
  callOf(whole.app, 'GET', url, who === undefined ? {} : { cookie: cookies[who] });

async function search(address: string, who?: string): Promise<SearchResult> {
  const answer = await get(`/api/v1/datasets?${address}`, who);
  expect(answer.status).toBe(200);
  return searchResult.parse(answer.body);
}

const titles = async (address: string, who?: string): Promise<string[]> =>
  (await search(address, who)).items.map(({ title }) => title);

const counts = (result: SearchResult, name: string): Record<string, number> =>
  Object.fromEntries(
    result.facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

const text = (parts: readonly { text: string; match: boolean }[]): string =>
  parts.map((part) => (part.match ? `[${part.text}]` : part.text)).join('');

const csv = (id: string) => [{ id, format: 'csv', downloadUrl: 'https://data.example/file.csv' }];

async function fill(people: People): Promise<void> {
  const add = async (
    name: string,
    organisation: string,
    ...rest: [Parameters<CatalogueFixture['imported']>[1], 'open'?]
  ) => {
    made[name] = await fixture.imported(organisation, ...rest);
  };
  await add('bins', north, {
    title: 'Bin collections',
    description: 'Days on which household waste is taken away. Missed rounds of recycling are listed apart.',
    keywords: ['recycling', 'refuse'],
    themes: ['ENVI'],
    licence: 'ogl-3.0',
    modified: '2026-03-01',
    distributions: csv(people.newId()),
  });
  await add('libraries', south, {
    title: 'Libraries and their opening hours',
    description: 'Every branch library. Recycling boxes stand in some of them.',
    themes: ['EDUC'],
    licence: 'cc-by-4.0',
    modified: '2026-05-01',
    columns: [{ id: people.newId(), name: 'branchManager', type: 'string', sensitivity: 'personal' }],
  });
  await add('air', south, {
    title: 'Air quality: café terraces & <b>smoke</b>',
    summary: 'Readings of nitrogen dioxide.',
    themes: ['ENVI', 'HEAL'],
    licence: 'ogl-3.0',
    modified: '2999-01-01',
    distributions: csv(people.newId()),
  });
  await add('members', north, { title: 'Members’ parking ledger', themes: ['TRAN'] });
  await add('inside', north, { title: 'Confidential parking wallaby', themes: ['TRAN'] });
  await add('gone', south, { title: 'Withdrawn parking register', themes: ['TRAN'] });
  await fixture.give(made['members'] as Imported, { type: 'set-visibility', visibility: 'members' });
  await fixture.give(made['inside'] as Imported, { type: 'set-visibility', visibility: 'organisation' });
  await fixture.give(made['gone'] as Imported, { type: 'withdraw-dataset', reason: 'It was replaced.' });
}

beforeAll(async () => {
  whole = await wholeApp();
  const people = new People(whole.database, whole.clock);
  fixture = new CatalogueFixture(people);
  [north, south] = [await people.organisation('north'), await people.organisation('south')];
  for (const [name, organisation] of [
    ['norma', north],
    ['sid', south],
  ] as const) {
    await people.member(await people.person(`${name}@demo.example`), organisation, 'requester');
    const answer = await callOf(whole.app, 'POST', '/api/v1/session', {
      body: { email: `${name}@demo.example`, password },
    });
    cookies[name] = cookieOf(answer);
  }
  await fill(people);
  await refreshSearchWords(
    whole.database,
    Object.values(made).map(({ id }) => id),
  );
}, 60_000);

afterAll(() => whole.close());

describe('what is found', () => {
  test('a word by its stem, in title, keywords, columns, description and the publisher’s name', async () => {
    expect(await titles('q=collecting')).toEqual(['Bin collections']);
    expect(await titles('q=refuse')).toEqual(['Bin collections']);
    expect(await titles('q=branch+manager')).toEqual(['Libraries and their opening hours']);
    expect(await titles('q=households')).toEqual(['Bin collections']);
    expect((await titles('q=south+organisation')).length).toBe(2);
  });

  test('all words must be there; what holds them in title or keywords comes first', async () => {
    expect(await titles('q=recycling')).toEqual(['Bin collections', 'Libraries and their opening hours']);
    expect(await titles('q=recycling+branch')).toEqual(['Libraries and their opening hours']);
    expect(await titles('q=recycling+submarine')).toEqual([]);
  });

  test('the last word as soon as it is begun, also where its stem is shorter', async () => {
    for (const begun of ['libr', 'librari', 'openi', 'recycli'])
      expect((await titles(`q=${begun}`)).length).toBeGreaterThan(0);
    expect(await titles('q=libr+opening')).toEqual([]);
  });

  test('a phrase in quotes, and nothing with a word after a minus', async () => {
    expect(await titles('q=%22household+waste%22')).toEqual(['Bin collections']);
    expect(await titles('q=%22waste+household%22')).toEqual([]);
    expect(await titles('q=recycling+-refuse')).toEqual(['Libraries and their opening hours']);
    expect(await titles('q=recycling+-%22household+waste%22')).toEqual(['Libraries and their opening hours']);
    expect(await titles('q=-recycling')).toEqual(['Air quality: café terraces & <b>smoke</b>']);
  });

  test('accents and capitals make no difference, words that say nothing are passed over', async () => {
    expect((await titles('q=CAFE')).length).toBe(1);
    expect((await titles('q=caf%C3%A9')).length).toBe(1);
    expect(await titles('q=the+bin+of+the')).toEqual(['Bin collections']);
    expect((await search('q=the')).total).toBe(3);
  });

  test('the match is marked in pieces of text, never in markup', async () => {
    const [item] = (await search('q=cafe+smoke')).items;
    expect(text(item?.titleParts ?? [])).toBe('Air quality: [café] terraces & <b>[smoke]</b>');
    const [bins] = (await search('q=missed')).items;
    expect(text(bins?.sentence ?? [])).toBe('[Missed] rounds of recycling are listed apart.');
  });
});

describe('order and pages', () => {
  test('newest by the date of the data, where a date yet to come counts as none', async () => {
    expect(await titles('sort=newest')).toEqual([
      'Air quality: café terraces & <b>smoke</b>',
      'Libraries and their opening hours',
      'Bin collections',
    ]);
  });

  test('by title, in pages, and an empty page beyond the last', async () => {
    expect(await titles('sort=title&size=2')).toEqual(['Air quality: café terraces & <b>smoke</b>', 'Bin collections']);
    expect(await titles('sort=title&size=2&page=2')).toEqual(['Libraries and their opening hours']);
    expect(await search('sort=title&size=2&page=9999')).toMatchObject({ items: [], total: 3, page: 9999 });
  });
});

describe('facets', () => {
  test('count what was found', async () => {
    const result = await search('q=recycling');
    expect(counts(result, 'publisher')).toEqual({ north: 1, south: 1 });
    expect(counts(result, 'theme')).toEqual({ ENVI: 1, EDUC: 1 });
    expect(counts(result, 'format')).toEqual({ csv: 1 });
    expect(counts(result, 'personalData')).toEqual({ 'not-stated': 2 });
  });

  test('a choice narrows the other facets and leaves the values of its own', async () => {
    const result = await search('theme=ENVI');
    expect(result.total).toBe(2);
    expect(counts(result, 'theme')).toEqual({ ENVI: 2, EDUC: 1, HEAL: 1 });
    expect(counts(result, 'licence')).toEqual({ 'ogl-3.0': 2 });
  });

  test('two values of one facet are alternatives, two facets both hold', async () => {
    expect((await search('theme=ENVI&theme=EDUC')).total).toBe(3);
    const both = await search('theme=ENVI&theme=EDUC&publisher=south');
    expect(both.total).toBe(2);
    expect(counts(both, 'publisher')).toEqual({ north: 1, south: 2 });
    expect(counts(both, 'theme')).toEqual({ ENVI: 1, EDUC: 1, HEAL: 1 });
  });

  test('a chosen value that nothing has is still shown', async () => {
    const result = await search('q=bin&licence=cc0-1.0&publisher=south');
    expect(result.total).toBe(0);
    expect(result.facets.find(({ name }) => name === 'licence')?.values).toContainEqual({
      ...{ value: 'cc0-1.0', label: 'Creative Commons Zero 1.0' },
      ...{ count: 0, chosen: true },
    });
    expect(counts(result, 'publisher')).toEqual({ south: 0 });
  });

  test('agree with a count of each value asked alone', async () => {
    for (const who of [undefined, 'norma']) {
      const { facets } = await search('', who);
      for (const { name, values } of facets) {
        for (const { value, count } of values) expect((await search(`${name}=${value}`, who)).total).toBe(count);
      }
    }
  });
});

describe('who finds what', () => {
  test('members see what is for members; drafts, hidden and withdrawn ones are for their organisation', async () => {
    expect(await titles('q=parking')).toEqual([]);
    expect(await titles('q=parking&sort=title', 'norma')).toEqual([
      'Confidential parking wallaby',
      'Members’ parking ledger',
    ]);
    expect(await titles('q=parking&sort=title', 'sid')).toEqual([
      'Members’ parking ledger',
      'Withdrawn parking register',
    ]);
  });

  test('what is not published says so to those who find it', async () => {
    const { items } = await search('q=parking&sort=title', 'sid');
    expect(items.map(({ lifecycle }) => lifecycle)).toEqual([undefined, 'withdrawn']);
  });

  test('counts tell no more than the results', async () => {
    expect(counts(await search(''), 'theme')).not.toHaveProperty('TRAN');
    expect(counts(await search('', 'norma'), 'theme')).toMatchObject({ TRAN: 2 });
    const front = await get('/api/v1/catalogue');
    expect(front.body).toMatchObject({ datasets: 3, organisations: 2 });
    expect((await get('/api/v1/catalogue', 'sid')).body).toMatchObject({ datasets: 5 });
  });
});

describe('did you mean', () => {
  test('puts a misspelt word right by one that this reader finds', async () => {
    expect((await search('q=libarries+opening')).didYouMean).toBe('libraries opening');
    expect((await search('q=Recylcing')).didYouMean).toBe('recycling');
    expect(await search('q=recycling')).not.toHaveProperty('didYouMean');
  });

  test('gives no word away that stands in hidden datasets alone', async () => {
    expect(await search('q=walaby')).not.toHaveProperty('didYouMean');
    expect(await search('q=wihtdrawn', 'sid')).not.toHaveProperty('didYouMean');
  });

  test('offers nothing for a word whose last dataset has gone, before and after the words are made anew', async () => {
    const brief = await fixture.imported(south, { title: 'Zeppelin moorings' });
    await refreshSearchWords(whole.database, [brief.id]);
    expect((await search('q=zepelin')).didYouMean).toBe('zeppelin');
    await fixture.give(brief, { type: 'withdraw-dataset', reason: 'None are left.' });
    expect(await search('q=zepelin')).not.toHaveProperty('didYouMean');
    await whole.database.transaction((transaction) => rebuildSearchWords(transaction));
    const words = await whole.database.rows<{ word: string }>(
      `select word from search_word where word in ('zeppelin', 'libraries')`,
    );
    expect(words).toEqual([{ word: 'libraries' }]);
  });
});

describe('what a client may send', () => {
  test('unknown parameters are passed over; wrong ones are named, each by its path', async () => {
    expect((await get('/api/v1/datasets?colour=green&q=bin')).status).toBe(200);
    const answer = await get('/api/v1/datasets?page=0&size=1000&sort=worst&q=a&q=b');
    expect(answer.status).toBe(400);
    expect((answer.body.faults as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'page',
      'q',
      'size',
      'sort',
    ]);
  });

  test('any text has a result and no error', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc.string({ unit: fc.constantFrom(...'"\'-:*&|!()<> \\\0%a1é’“”'), maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (q, value) => {
        const cut = (given: string, length: number): string => given.slice(0, length);
        const address = new URLSearchParams({ q: cut(q, 300), publisher: cut(value, 200), theme: cut(value, 200) });
        const alone = new URLSearchParams({ q: cut(q, 300) });
        expect((await get(`/api/v1/datasets?${address.toString()}`)).status).toBe(200);
        expect((await get(`/api/v1/datasets?${alone.toString()}`)).status).toBe(200);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test.each([
    '"',
    '-',
    '-"',
    "'",
    '\\',
    ':*',
    'a:*',
    '!!',
    '<->',
    '&',
    '%00',
    '%F0%9F%98%80',
    '(((',
    'a & | b',
    "'; drop table dataset; --",
  ])('the text %s has a result', async (q) => {
    expect((await get(`/api/v1/datasets?q=${q.startsWith('%') ? q : encodeURIComponent(q)}`)).status).toBe(200);
  });
});

test('the reference lists are there for forms', async () => {
  const { body } = await get('/api/v1/vocabularies');
  expect(body.themes).toContainEqual({ code: 'TRAN', label: 'Transport' });
  expect(body.licences[0]).toMatchObject({ code: 'ogl-3.0', open: true });
});
