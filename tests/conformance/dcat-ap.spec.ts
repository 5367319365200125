import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOrganisation } from '../../workers/src/operator/organisation.ts';
import { importCatalogue } from '../../workers/src/operator/import.ts';
import { loadDemonstration } from '../../workers/src/operator/demonstration/load.ts';
import { compose } from '../../workers/src/composition.ts';
import type { OperatorContext } from '../../workers/src/operator/context.ts';
import { callOf } from '../api/people.ts';
import { wholeApp, type WholeApp } from '../api/whole-app.ts';
import { checker, feeds, hasShapes, readTurtle, saidBy } from './shacl.ts';

const whenShapes = hasShapes ? describe : describe.skip;
const perPage = 100;

const contextOf = ({ database, platform, clock }: WholeApp): OperatorContext => ({
  ...{ database, clock, settings: platform.settings, storage: platform.storage },
  ...compose(database, clock),
  print: () => undefined,
  complain: () => undefined,
});

async function read({ app }: WholeApp, address: string): Promise<string> {
  const { statusCode, body } = await app.inject({ method: 'GET', url: address });
  expect(statusCode).toBe(200);
  return body;
}

const totalOf = async (whole: WholeApp): Promise<number> =>
  ((await callOf(whole.app, 'GET', '/api/v1/catalogue')).body as { datasets: number }).datasets;

const pagesOf = (total: number): number[] =>
  Array.from({ length: Math.ceil(total / perPage) }, (_, index) => index + 1);

/** Every page of the catalogue against the shapes and the ranges; in both forms it must say the same. */
function passes(given: () => WholeApp): void {
  test('every page passes the shapes and ranges of DCAT-AP 3.0.1', async () => {
    const check = checker('shapes.ttl', 'range.ttl');
    for (const page of pagesOf(await totalOf(given()))) {
      const turtle = await read(given(), `/catalog.ttl?page=${page}`);
      expect(await check(readTurtle(turtle))).toEqual([]);
    }
  }, 120_000);

  test('JSON-LD and Turtle say the same of the datasets', async () => {
    const facts = (said: string[]): string[] => said.filter((line) => !line.includes('/catalog.'));
    for (const page of pagesOf(await totalOf(given()))) {
      const turtle = saidBy(await read(given(), `/catalog.ttl?page=${page}`), 'text/turtle');
      const json = saidBy(await read(given(), `/catalog.jsonld?page=${page}`), 'application/ld+json');
      expect(facts(json)).toEqual(facts(turtle));
      expect(turtle.length).toBeGreaterThan(500);
    }
  }, 120_000);

  test('reading it again gives the same bytes', async () => {
    for (const page of pagesOf(await totalOf(given()))) {
      for (const form of ['ttl', 'jsonld']) {
        const address = `/catalog.${form}?page=${page}`;
        expect(await read(given(), address)).toBe(await read(given(), address));
      }
    }
  }, 60_000);
}

whenShapes('the demonstration', () => {
  let whole: WholeApp;
  beforeAll(async () => {
    whole = await wholeApp();
    await loadDemonstration(contextOf(whole));
  }, 120_000);
  afterAll(() => whole.close());

  passes(() => whole);

  test('each dataset passes by itself, in both forms', async () => {
    const check = checker('shapes.ttl', 'range.ttl');
    const list = await callOf(whole.app, 'GET', '/api/v1/datasets?size=100');
    const items = list.body.items as { slug: string }[];
    expect(items.length).toBeGreaterThan(40);
    for (const { slug } of items) {
      const turtle = await read(whole, `/datasets/${slug}.ttl`);
      expect(await check(readTurtle(turtle))).toEqual([]);
      expect(saidBy(await read(whole, `/datasets/${slug}.jsonld`), 'application/ld+json')).toEqual(
        saidBy(turtle, 'text/turtle'),
      );
    }
  }, 120_000);

  test('what is amiss would be noticed: a dataset without a title, a language that is no language', async () => {
    const check = checker('shapes.ttl', 'range.ttl');
    const page = readTurtle(await read(whole, '/catalog.ttl'));
    const untitled = page.filter(({ predicate }) => predicate.value !== 'http://purl.org/dc/terms/title');
    expect((await check(untitled)).length).toBeGreaterThan(40);
    const untyped = page.filter(({ object }) => object.value !== 'http://purl.org/dc/terms/RightsStatement');
    expect((await check(untyped)).length).toBeGreaterThan(10);
  }, 60_000);
});

const files = [...feeds('scottish-councils-dcat'), ...feeds('data-json')];
const whenFeeds = hasShapes && files.length > 0 ? describe : describe.skip;

whenFeeds('feeds of real publishers, imported', () => {
  let whole: WholeApp;
  beforeAll(async () => {
    whole = await wholeApp();
    const context = contextOf(whole);
    for (const [index, file] of files.entries()) {
      await createOrganisation(
        ['--name', `Publisher ${index}`, '--slug', `publisher-${index}`, '--kind', 'council'],
        context,
      );
      expect(await importCatalogue([file, '--organisation', `publisher-${index}`], context)).toBe(0);
    }
  }, 180_000);
  afterAll(() => whole.close());

  test('come whole: 44, 68, 21 and 402 datasets', async () => {
    expect(await totalOf(whole)).toBe(44 + 68 + 21 + 402);
  });

  passes(() => whole);
});
