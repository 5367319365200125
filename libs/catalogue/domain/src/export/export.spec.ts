import { describe, expect, test } from '@jest/globals';
import type { Dataset, DatasetContent } from '../dataset.ts';
import { describeCatalogue } from './catalogue-graph.ts';
import { describeDataset } from './dataset-graph.ts';
import { Graph } from './graph.ts';
import { jsonLdOf } from './json-ld.ts';
import { turtleOf } from './turtle.ts';
import { boxValue, dateValue, mailIri, webIri } from './values.ts';

const addresses = { publicUrl: 'https://data.example' };
const dataset: Dataset = {
  ...{ id: '01890000-0000-7000-8000-000000000001', organisation: '01890000-0000-7000-8000-00000000000a' },
  ...{ slug: 'weirs', lifecycle: 'published', access: 'open', visibility: 'everyone', personalData: 'none' },
  ...{ owners: [], themes: ['ENVI'], subjectAreas: [], licence: 'ogl-3.0', columns: [], setHere: [] },
  distributions: [{ id: '01890000-0000-7000-8000-0000000000d1', format: 'csv' }],
  withdrawnByPerson: false,
};
const content: DatasetContent = { title: 'Weirs' };
const publisher = { id: dataset.organisation, name: 'Westham Council' };

function turtle(more: Partial<Dataset> = {}, words: Partial<DatasetContent> = {}, addressesShown = true): string {
  const graph = new Graph();
  const exported = { dataset: { ...dataset, ...more }, content: { ...content, ...words }, publisher, addressesShown };
  describeDataset(graph, exported, addresses);
  return turtleOf(graph.nodes);
}

describe('dates', () => {
  test.each([
    ['2026', 'xsd:gYear', '2026'],
    ['2026-11', 'xsd:gYearMonth', '2026-11'],
    ['2024-02-29', 'xsd:date', '2024-02-29'],
    ['2026-11-23T10:00Z', 'xsd:dateTime', '2026-11-23T10:00:00Z'],
    ['2026-11-23T10:00:05.25+01:00', 'xsd:dateTime', '2026-11-23T10:00:05.25+01:00'],
  ])('%s is of the type %s', (given, datatype, lexical) => {
    expect(dateValue(given)).toEqual({ text: lexical, datatype });
  });

  test.each(['2026-02-29', '2026-13', '0000', '26', 'soon', '2026-11-23T25:00Z', '2026-11-23 10:00', '', undefined])(
    '%s is none',
    (given) => {
      expect(dateValue(given)).toBeUndefined();
    },
  );
});

describe('addresses', () => {
  test('are written so that they hold in Turtle, or left out', () => {
    expect(webIri('https://x.example/a b<c>"d"{e}\\f')).toBe('https://x.example/a%20b%3Cc%3E%22d%22%7Be%7D%5Cf');
    expect(webIri('https://x.example/%7B')).toBe('https://x.example/%7B');
    for (const wrong of [
      'javascript:alert(1)',
      'ftp://x.example',
      'x.example',
      'https://',
      'https://x.example/\ud800',
    ]) {
      expect(webIri(wrong)).toBeUndefined();
    }
    expect(mailIri('a+b@x.example')).toBe('mailto:a+b@x.example');
    expect(mailIri('not an address')).toBeUndefined();
  });

  test('a box is a ring, longitude first', () => {
    expect(boxValue([-1.5, 50, 0, 51])).toEqual({
      text: 'POLYGON((-1.5 50, 0 50, 0 51, -1.5 51, -1.5 50))',
      datatype: 'geo:wktLiteral',
    });
  });
});

describe('a dataset', () => {
  test('is the same text for the same record', () => {
    expect(turtle()).toBe(turtle());
    expect(turtle()).toContain('@prefix dcat: <http://www.w3.org/ns/dcat#> .');
  });

  test('that lacks a description says so, and lacks every other part that the record lacks', () => {
    expect(turtle()).toContain('dct:description "Its publisher has given no description of this dataset."@en');
    for (const property of ['dct:modified', 'dct:spatial', 'dct:temporal', 'dcat:contactPoint', 'dct:creator']) {
      expect(turtle()).not.toContain(property);
    }
    expect(turtle({}, { description: 'Every weir.' })).not.toContain('no description');
  });

  test('with an access level that is not stated has no access right; each other level has its own', () => {
    expect(turtle({ access: 'not-stated' })).not.toContain('dct:accessRights');
    expect(turtle({ access: 'closed' })).toContain('access-right/NON_PUBLIC');
    expect(turtle({ access: 'named' })).toContain('access-right/RESTRICTED');
  });

  test('gives no address of a file unless it may be given', () => {
    const distributions = [{ id: dataset.distributions[0]?.id ?? '', downloadUrl: 'https://x.example/secret.csv' }];
    expect(turtle({}, { distributions }, true)).toContain('dcat:downloadURL <https://x.example/secret.csv>');
    expect(turtle({}, { distributions }, false)).not.toContain('secret');
    expect(turtle({}, { distributions }, false)).toContain('dcat:accessURL <https://data.example/datasets/weirs>');
  });

  test('tags words with the language only where the record names just one', () => {
    expect(turtle({}, { languages: ['cy'] })).toContain('dct:title "Weirs"@cy');
    expect(turtle({}, { languages: ['cy', 'en'] })).toContain('dct:title "Weirs" ;');
  });

  test('keeps quotes, line breaks and control characters as text', () => {
    expect(turtle({}, { title: 'a "b"\n\\c\u0007' })).toContain(String.raw`dct:title "a \"b\"\n\\c\u0007"`);
  });
});

test('a page of the catalogue names its neighbours and what is on it', () => {
  const graph = new Graph();
  const addressOf = (page: number): string => `https://data.example/catalog.jsonld?page=${page}`;
  const datasets = [{ dataset, content, publisher, addressesShown: true }];
  describeCatalogue(graph, { datasets, total: 201, page: 2, pages: 3, addressOf }, addresses);
  const said = JSON.parse(jsonLdOf(graph.nodes)) as { '@graph': Record<string, unknown>[] };
  const node = (id: string) => said['@graph'].find((one) => one['@id'] === id);
  expect(node('https://data.example/catalog')).toMatchObject({
    'dcat:dataset': { '@id': `https://data.example/id/dataset/${dataset.id}` },
    'hydra:totalItems': { '@value': '201', '@type': 'xsd:integer' },
  });
  expect(node(addressOf(2))).toMatchObject({
    'hydra:previous': { '@id': addressOf(1) },
    'hydra:next': { '@id': addressOf(3) },
    'hydra:last': { '@id': addressOf(3) },
  });
});
