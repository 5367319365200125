import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uuidv7 } from '#kernel';
import { postgresSearchIndex, datasetAggregate } from '#catalogue/server';
import { callOf, People } from './people.ts';
import { publicUrl, wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;

beforeAll(async () => {
  whole = await wholeApp();
  const people = new People(whole.database, whole.clock);
  const organisation = await people.organisation('ellermouth');
  const aggregate = datasetAggregate(postgresSearchIndex);
  const enter = async (title: string, slug: string): Promise<string> => {
    const id = uuidv7(whole.clock.now().getTime());
    return people.give(aggregate, id, {
      type: 'register-dataset',
      ...{ id, organisation, slug, description: { title } },
    });
  };
  await enter('A draft', 'a-draft');
  const actor = { kind: 'machine', name: 'import', actingFor: organisation } as const;
  const id = uuidv7(whole.clock.now().getTime());
  const command = {
    type: 'import-dataset',
    ...{ id, organisation, slug: 'street-trees', source: id, key: 'k', recordHash: 'h', access: 'open' },
    description: { title: 'Street trees' },
  };
  const outcome = await people.door.execute(aggregate, actor, { id, command });
  expect(outcome.ok).toBe(true);
}, 60_000);

afterAll(() => whole.close());

test('search engines are told of what everyone may find, and of nothing else', async () => {
  const index = await whole.app.inject({ url: '/sitemap.xml' });
  expect(index.body).toContain(`<loc>${publicUrl}/sitemaps/datasets-1.xml</loc>`);
  const file = await whole.app.inject({ url: '/sitemaps/datasets-1.xml' });
  expect(file.headers['content-type']).toMatch(/^application\/xml/);
  expect(file.body).toContain(`<loc>${publicUrl}/datasets/street-trees</loc>`);
  expect(file.body).not.toContain('a-draft');
  expect((await whole.app.inject({ url: '/robots.txt' })).body).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
});

test('a file that there is not is not found', async () => {
  for (const name of ['datasets-2.xml', 'datasets-0.xml', 'datasets-x.xml']) {
    expect((await callOf(whole.app, 'GET', `/sitemaps/${name}`)).status).toBe(404);
  }
});
