import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fillHistories, replay, type AnyAggregate } from '#ledger/server';
import { organisationAggregate } from '#organisations/server';
import { composeSharing } from '#sharing/server';
import { agreedIn } from './agreements-fixture.ts';
import { callOf } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let aggregates: readonly AnyAggregate[];

const history = async (who: string, query = ''): Promise<any> =>
  (await place.as(who, 'GET', `/api/v1/history${query}`)).body;
const sentences = (page: any): string[] => page.items.map((item: any) => item.sentence);

beforeAll(async () => {
  place = await town();
  aggregates = composeSharing(place.clock).aggregates;
  const { people, ids } = place;
  const board = people.newId();
  await people.give(organisationAggregate, board, {
    type: 'register-organisation',
    ...{ id: board, slug: 'board', kind: 'board', standing: 'member', profile: { name: 'The data board' } },
  });
  const member = await people.person('member@spec.example');
  await people.member(member, board, 'board-member');
  const joining = { type: 'join-board', board };
  await people.give(organisationAggregate, ids['council'] ?? '', joining);
  await agreedIn(place, 'Kerbs');
  await place.dataset('Cables', 'grid');
});
afterAll(() => place.close());

describe('who reads whose history', () => {
  test('a board that of those who joined it, with the names of their people alone', async () => {
    const page = await history('member');
    expect(page.organisations).toEqual([
      { slug: 'council', name: 'The council organisation' },
      { slug: 'board', name: 'The data board' },
    ]);
    const said = sentences(page);
    expect(said).toEqual(
      expect.arrayContaining([
        'Terms drafted from the decision',
        'Approved',
        'An owner decided',
        'Next step: being decided',
      ]),
    );
    const told = (sentence: string) => page.items.find((item: any) => item.sentence === sentence);
    const [drafted, approved, submitted] = ['Terms drafted from the decision', 'Approved', 'Submitted'].map(told);
    expect(drafted.by).toEqual({ name: 'Wayleave' });
    expect(approved).toMatchObject({
      kind: { code: 'case' },
      by: { name: 'owner', person: place.ids['owner'], role: 'data owner', organisation: { slug: 'council' } },
    });
    expect(approved.about).toMatchObject({
      title: 'Dropped kerbs for step-free routes',
      reference: expect.stringMatching(/^WL-/),
    });
    expect(submitted.by).toEqual({
      name: 'The kerbs organisation',
      role: 'who asks',
      organisation: { slug: 'kerbs', name: 'The kerbs organisation' },
    });
    expect(JSON.stringify(page)).not.toContain('Cables');
  });

  test('those who ask are told what they read elsewhere, and nothing of what goes on inside', async () => {
    const asker = await place.people.person('kerbs-admin@spec.example');
    await place.people.member(asker, place.ids['kerbs'] ?? '', 'administrator');
    const said = sentences(await history('kerbs-admin'));
    expect(said).toContain('Approved');
    expect(said).not.toContain('An owner decided');
    expect(said).not.toContain('Next step: being decided');
  });

  test.each(['individual', 'asker'])('%s, whose roles open none, is told that there is nothing', async (who) => {
    expect((await place.as(who, 'GET', '/api/v1/history')).status).toBe(404);
    expect((await place.as(who, 'GET', '/api/v1/history.csv')).status).toBe(404);
  });

  test('another organisation’s history is not there', async () => {
    expect((await place.as('power', 'GET', '/api/v1/history?organisation=council')).status).toBe(404);
    expect((await place.as('member', 'GET', '/api/v1/history?organisation=grid')).status).toBe(404);
    expect((await callOf(place.app, 'GET', '/api/v1/history')).status).toBe(401);
  });
});

describe('a history is narrowed', () => {
  test('to a dataset, and that of another organisation is not there', async () => {
    const page = await history('member', '?dataset=kerbs');
    expect(page.narrowed).toEqual({ dataset: 'Kerbs' });
    expect(new Set(page.items.map((item: any) => item.kind.code))).toEqual(new Set(['dataset', 'case', 'agreement']));
    expect((await place.as('member', 'GET', '/api/v1/history?dataset=cables')).status).toBe(404);
  });

  test('to a person, a kind and days together with a dataset', async () => {
    const owner = place.ids['owner'];
    const page = await history('member', `?dataset=kerbs&person=${owner}&kind=case&from=2026-11-23&until=2026-11-23`);
    expect(sentences(page).sort()).toEqual(['An owner decided', 'Approved']);
    expect(page.narrowed).toEqual({ dataset: 'Kerbs', person: 'owner' });
    expect(sentences(await history('member', '?until=2026-11-22'))).toEqual([]);
    expect(sentences(await history('member', '?from=2026-11-24'))).toEqual([]);
  });

  test('nobody learns the name of a person by their id', async () => {
    const page = await history('member', `?person=${place.ids['power']}`);
    expect(page).toMatchObject({ items: [], narrowed: { person: 'this person' } });
  });

  test('to a subject area', async () => {
    const all = (await history('member')).items.length;
    const page = await history('member', '?subjectArea=roads-traffic');
    expect(page.items.length).toBeLessThan(all);
    expect(sentences(await history('member', '?subjectArea=libraries'))).toEqual([]);
  });

  test.each(['?size=0', '?size=501', '?before=x', '?person=x', '?from=2026-02-31', '?kind=' + 'x'.repeat(41)])(
    '%s is refused',
    async (query) => expect((await place.as('member', 'GET', `/api/v1/history${query}`)).status).toBe(400),
  );
});

test('pages follow one another without a gap, and the export has the same', async () => {
  const whole = (await history('member', '?size=500')).items;
  const paged: any[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: any = await history('member', `?size=3${next === '' ? '' : `&before=${next}`}`);
    paged.push(...page.items);
    next = page.next;
  }
  expect(paged).toEqual(whole);
  const csv = await place.as('member', 'GET', '/api/v1/history.csv');
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = String(csv.body).trim().split('\r\n');
  expect(lines[0]).toBe('at,kind,what,about,reference,by,role,organisation,entry');
  expect(lines.slice(1).map((line) => line.slice(-36))).toEqual(whole.map((item: any) => item.id));
});

test('every aggregate’s histories hold what its entries say, and are written anew where they are gone', async () => {
  expect((await replay(place.database, aggregates)).findings).toEqual([]);
  const count = async () =>
    (await place.database.rows<{ n: number }>('select count(*)::integer as n from ledger_about'))[0]?.n;
  const before = await count();
  expect(await fillHistories(place.database, aggregates)).toBe(0);
  expect(await count()).toBe(before);
});
