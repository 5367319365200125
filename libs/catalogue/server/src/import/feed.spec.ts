import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SourceFile } from '#platform/http-client';
import { Feed, largestRecord } from './feed.ts';

let folder: string;
const files: SourceFile[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wayleave-feed-'));
});
afterAll(async () => {
  await Promise.all(files.map((file) => file.close()));
  await rm(folder, { recursive: true });
});

async function opened(content: string | Uint8Array) {
  const path = join(folder, `${files.length}.json`);
  await writeFile(path, content);
  const file = await SourceFile.open(path, 100_000_000);
  if (!file.ok) throw new Error(file.refusals[0]?.message);
  files.push(file.value);
  return Feed.open(file.value);
}

async function feedOf(content: string | Uint8Array): Promise<Feed> {
  const feed = await opened(content);
  if (!feed.ok) throw new Error(feed.refusals[0]?.message);
  return feed.value;
}

const values = async (feed: Feed) =>
  (await feed.read(0, 1000)).map(({ value }) => (value.ok ? value.value : value.refusals[0]?.code));

describe('the head of a feed', () => {
  test('its own address and title, and how it writes dates', async () => {
    const { head } = await feedOf('{"@id":"https://x.example","dct:title":{"en":"Data\\u0000"},"dataset":[]}');
    expect(head).toEqual({ id: 'https://x.example', title: 'Data', dateOrder: 'day-first', isPage: false });
    expect(
      (await feedOf('{"conformsTo":"https://project-open-data.cio.gov/v1.1/schema","dataset":[]}')).head.dateOrder,
    ).toBe('month-first');
  });

  test('an @id that is no address names no source', async () => {
    expect((await feedOf('{"@id":"_:c","dataset":[]}')).head.id).toBeUndefined();
  });

  test('one page of several is known as such', async () => {
    const view =
      '{"@graph":[{"@id":"?page=1","@type":"hydra:PartialCollectionView","hydra:next":{"@id":"?page=2"}},{"@id":"d","@type":"dcat:Dataset"}]}';
    expect((await feedOf(view)).head.isPage).toBe(true);
    expect((await feedOf('{"dataset":[],"next":null}')).head.isPage).toBe(false);
  });
});

describe('the records of a feed', () => {
  test('in a graph: its datasets, with the nodes that they point to', async () => {
    const feed = await feedOf(
      JSON.stringify({
        '@graph': [
          {
            '@id': 'https://x.example/c',
            '@type': 'dcat:Catalog',
            'dcat:dataset': [
              { '@id': 'https://x.example/d1' },
              { '@id': 'https://x.example/d2' },
              { '@id': 'https://x.example/elsewhere' },
            ],
          },
          { '@id': 'https://x.example/d1', '@type': 'dcat:Dataset', 'dct:title': 'One' },
          { '@id': '_:k', '@type': 'vcard:Kind', 'vcard:fn': 'Team' },
          { '@id': 'https://x.example/d2', '@type': ['dcat:Dataset'], 'dct:title': 'Two' },
        ],
      }),
    );
    expect(feed.head.id).toBe('https://x.example/c');
    expect((await values(feed)).map((value) => (value as Record<string, string>)['dct:title'])).toEqual([
      undefined,
      'One',
      'Two',
    ]);
    expect(feed.resolve('_:k')).toMatchObject({ 'vcard:fn': 'Team' });
    expect(feed.resolve('constructor')).toBeUndefined();
  });

  test('an expanded document, and a document that is one dataset', async () => {
    expect((await feedOf('[{"@id":"a","@type":["http://www.w3.org/ns/dcat#Dataset"]}]')).count).toBe(1);
    expect(await values(await feedOf('{"@type":"dcat:Dataset","title":"One"}'))).toEqual([
      { '@type': 'dcat:Dataset', title: 'One' },
    ]);
  });

  test('one that is broken, too deep or too large spoils no other', async () => {
    const large = `{"a":"${'x'.repeat(largestRecord)}"}`;
    const deep = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`;
    const feed = await feedOf(`{"dataset":[{"i":1},{"i":01},${deep},${large},{"i":2}]}`);
    expect(await values(feed)).toEqual([
      { i: 1 },
      'catalogue.import-unreadable',
      'catalogue.import-too-deep',
      'catalogue.import-record-too-large',
      { i: 2 },
    ]);
  });

  test('bytes that are not UTF-8 are read as Windows-1252', async () => {
    const feed = await feedOf(
      Buffer.concat([Buffer.from('{"dataset":[{"t":"Caf'), Buffer.from([0xe9]), Buffer.from('"},{"t":"Café"}]}')]),
    );
    const records = await feed.read(0, 10);
    expect(records.map(({ value, mended }) => [value.ok && value.value, mended])).toEqual([
      [{ t: 'Café' }, true],
      [{ t: 'Café' }, false],
    ]);
  });

  test('from any place on, with their paths', async () => {
    const feed = await feedOf('{"dataset":[{"i":0},{"i":1},{"i":2}],"catalog":[{"dataset":[{"i":3}]}]}');
    expect((await feed.read(2, 5)).map(({ position, path }) => [position, path])).toEqual([
      [2, 'dataset[2]'],
      [3, 'catalog[0].dataset[0]'],
    ]);
  });
});

test.each([
  ['', 'catalogue.import-not-json'],
  ['<html>', 'catalogue.import-not-json'],
  ['{"dataset":[{"a":1', 'catalogue.import-not-json'],
  ['{"type":"FeatureCollection","features":[]}', 'catalogue.import-no-catalogue'],
  ['{}', 'catalogue.import-no-catalogue'],
])('%j is no catalogue', async (content, code) => {
  expect(await opened(content)).toMatchObject({ ok: false, refusals: [{ code }] });
});
