import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normaliseRecord, type SourceRecord } from './normalise-record.ts';
import type { FeedReading } from './reading.ts';

const reading: FeedReading = {
  dateOrder: 'day-first',
  organisation: 'Ellermouth City Council',
  plainText: (markup) => markup.replace(/<[^>]*>/g, ''),
};

function read(value: unknown, more: Partial<FeedReading> = {}): SourceRecord & { kinds: string[]; unread: string[] } {
  const { outcome, findings } = normaliseRecord(value, { ...reading, ...more });
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return { ...outcome.value, kinds: findings.repairs.map(({ kind }) => kind), unread: [...findings.unread] };
}

const least = { identifier: 'trees', title: 'Trees' };

describe('identity', () => {
  test('a record needs an identifier and a title, and what else it lacks is listed', () => {
    expect(read(least)).toEqual({
      identifier: 'trees',
      access: 'not-stated',
      description: { title: 'Trees', licence: 'not-stated', identifier: 'trees', distributions: [] },
      lacks: ['description', 'contact', 'licence', 'modified', 'themes', 'distributions'],
      kinds: [],
      unread: [],
    });
  });

  test.each([
    ['catalogue.import-no-identifier', { title: 'Trees' }],
    ['catalogue.import-no-identifier', { title: 'Trees', '@id': '_:b0', identifier: '  ' }],
    ['catalogue.import-no-title', { identifier: 'trees', title: { '@value': null } }],
    ['catalogue.import-no-title', { identifier: 'trees', title: '<br/>' }],
    ['catalogue.import-no-record', null],
    ['catalogue.import-no-record', 'https://x.example/d/1'],
    ['catalogue.import-no-record', [[least]]],
  ])('%s: %j', (code, value) => expect(() => read(value)).toThrow(code));

  test('the record’s own address stands in for a missing identifier, and says so', () => {
    const found = read({ '@id': 'https://x.example/d/1', 'dct:title': 'Trees' });
    expect(found.identifier).toBe('https://x.example/d/1');
    expect(found.kinds).toContain('identifier-from-address');
  });

  test('a refused record says who it is, and an identifier is cut at whole characters', () => {
    expect(normaliseRecord({ identifier: 'trees' }, reading).identifier).toBe('trees');
    expect(normaliseRecord({ title: 'Trees' }, reading).identifier).toBeUndefined();
    expect(read({ ...least, identifier: `${'x'.repeat(999)}🌳` }).identifier).toBe('x'.repeat(999));
  });

  test('names of unknown fields are fit to be shown and kept', () => {
    const names = ['x\u0000y', 'z\ud800', '\u202eevil', '\u0000', `${'w'.repeat(58)}🌳🌳`];
    const { unread } = read({ ...least, ...Object.fromEntries(names.map((name) => [name, 1])) });
    expect(unread).toEqual(['x y', 'z', 'evil', 'a field without a name', `${'w'.repeat(58)}…`]);
  });

  test.each([
    ['a typed literal', { '@value': 'trees', '@type': 'xsd:token' }],
    ['a number', 17],
    ['an Identifier of DCAT-US 3', { '@type': 'Identifier', notation: 'trees', '@id': 'https://x.example/i/1' }],
    ['the first of several', ['trees', 'woods']],
  ])('identifier as %s', (_, identifier) =>
    expect(['trees', '17']).toContain(read({ title: 'T', identifier }).identifier),
  );
});

describe('the same record in every spelling', () => {
  const compact = {
    '@type': 'dcat:Dataset',
    'dct:identifier': 'trees',
    'dct:title': 'Trees',
    'dcat:distribution': [
      { 'dcat:accessURL': { '@id': 'https://x.example/trees.csv' }, 'dct:format': { '@id': 'ftype:CSV' } },
    ],
    'dct:spatial': { '@type': 'dct:Location', 'dcat:bbox': '-1,53,0,54' },
    'dct:temporal': { 'dcat:startDate': { '@value': '2020-01-01', '@type': 'xsd:date' }, 'dcat:endDate': '2020-12-31' },
  };
  const expanded = {
    '@type': ['http://www.w3.org/ns/dcat#Dataset'],
    'http://purl.org/dc/terms/identifier': [{ '@value': 'trees' }],
    'http://purl.org/dc/terms/title': [
      { '@language': 'cy', '@value': 'Coed' },
      { '@language': 'en', '@value': 'Trees' },
    ],
    'http://www.w3.org/ns/dcat#distribution': [
      {
        'http://www.w3.org/ns/dcat#accessURL': [{ '@id': 'https://x.example/trees.csv' }],
        'http://purl.org/dc/terms/format': [
          { '@id': 'http://publications.europa.eu/resource/authority/file-type/CSV' },
        ],
      },
    ],
    'http://purl.org/dc/terms/spatial': [{ 'http://www.w3.org/ns/dcat#bbox': [{ '@value': '-1,53,0,54' }] }],
    'http://purl.org/dc/terms/temporal': [
      {
        'http://www.w3.org/ns/dcat#startDate': [{ '@value': '2020-01-01' }],
        'http://www.w3.org/ns/dcat#endDate': [{ '@value': '2020-12-31' }],
      },
    ],
  };
  const american = {
    identifier: 'trees',
    title: 'Trees',
    distribution: [{ accessURL: 'https://x.example/trees.csv', format: 'CSV' }],
    spatial: '-1,53,0,54',
    temporal: '2020-01-01/2020-12-31',
  };
  const described = {
    title: 'Trees',
    identifier: 'trees',
    licence: 'not-stated',
    spatial: { box: [-1, 53, 0, 54] },
    temporal: { from: '2020-01-01', until: '2020-12-31' },
    distributions: [{ accessUrl: 'https://x.example/trees.csv', format: 'csv' }],
  };
  test.each([
    ['compact JSON-LD', compact],
    ['expanded JSON-LD', expanded],
    ['DCAT-US', american],
  ])('%s', (_, value) => expect(read(value).description).toMatchObject(described));

  test('nodes of a graph are found by their @id', () => {
    const nodes: Record<string, unknown> = {
      '_:d': {
        '@id': '_:d',
        'dcat:accessURL': { '@id': 'https://x.example/trees.csv' },
        'dct:format': { '@id': '_:f' },
      },
      '_:f': { '@id': '_:f', 'rdfs:label': 'CSV' },
      '_:c': { '@id': '_:c', 'vcard:fn': 'Tree team', 'vcard:hasEmail': { '@id': 'mailto:trees@x.example' } },
    };
    const { description } = read(
      { ...least, 'dcat:distribution': { '@id': '_:d' }, 'dcat:contactPoint': { '@id': '_:c' } },
      { resolve: (id) => nodes[id] },
    );
    expect(description.distributions).toMatchObject([{ accessUrl: 'https://x.example/trees.csv', format: 'csv' }]);
    expect(description.contact).toEqual({ name: 'Tree team', email: 'trees@x.example' });
  });

  test('English goes before a text without a language, that before any other', () => {
    expect(read({ ...least, title: { cy: 'Coed', en: 'Trees' } }).description.title).toBe('Trees');
    expect(read({ ...least, title: [{ '@value': 'Coed', '@language': 'cy' }, 'Trees'] }).description.title).toBe(
      'Trees',
    );
    expect(read({ ...least, title: [{ '@value': 'Coed', '@language': 'cy' }] }).description.title).toBe('Coed');
  });
});

describe('repairs', () => {
  test('distributions with no address and those that stand there twice', () => {
    const csv = { title: 'CSV', downloadURL: 'https://x.example/t.csv', format: 'CSV' };
    const found = read({ ...least, distribution: [csv, { title: 'Nowhere' }, csv, { ...csv, title: 'CSV again' }] });
    expect(found.description.distributions.map(({ title }) => title)).toEqual(['CSV', 'CSV again']);
    expect(found.kinds).toEqual(['distribution-without-address', 'distribution-twice']);
  });

  test('accessUrl is read as accessURL, a vague format made exact by its address', () => {
    const found = read({
      ...least,
      'dcat:distribution': {
        'dcat:accessUrl': 'https://x.example/arcgis/rest/services/T/FeatureServer/0',
        'dct:format': { '@id': 'ftype:JSON' },
      },
    });
    expect(found.description.distributions).toMatchObject([{ format: 'esri-rest' }]);
    expect(found.kinds).toEqual(['field-name', 'format-from-address']);
  });

  test('a publisher in words becomes the creator, unless it is the organisation itself', () => {
    expect(read({ ...least, publisher: 'Ellermouth Parks' })).toMatchObject({
      description: { creator: 'Ellermouth Parks' },
      kinds: ['publisher-literal'],
    });
    expect(read({ ...least, publisher: 'ELLERMOUTH CITY COUNCIL' }).description.creator).toBeUndefined();
    expect(read({ ...least, publisher: { name: 'SEPTA' } })).toMatchObject({
      description: { creator: 'SEPTA' },
      kinds: [],
    });
  });

  test('themes of the list become codes, others keywords; keywords are cleaned', () => {
    const found = read({
      ...least,
      theme: ['Transportation', 'geospatial'],
      keyword: [' Roads', 'roads', '', '“Trees”'],
    });
    expect(found.description).toMatchObject({ themes: ['TRAN'], keywords: ['Roads', 'Trees', 'geospatial'] });
    expect(read({ ...least, keyword: 'roads; trees, parks' }).description.keywords).toEqual([
      'roads',
      'trees',
      'parks',
    ]);
  });

  test('a repeating period in place of a date is a frequency', () => {
    expect(read({ ...least, modified: 'R/P1W' })).toMatchObject({
      description: { frequency: 'WEEKLY' },
      kinds: ['date-as-frequency'],
    });
    expect(read({ ...least, modified: 'R/P1W' }).description).not.toHaveProperty('modified');
  });

  test('a licence of the distributions is taken where they agree', () => {
    const at = (license: string, n: number) => ({ accessURL: `https://x.example/${n}`, license });
    const ogl = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';
    expect(read({ ...least, distribution: [at(ogl, 1), at(ogl, 2)] })).toMatchObject({
      access: 'open',
      description: { licence: 'ogl-3.0' },
    });
    expect(read({ ...least, distribution: [at(ogl, 1), at('cc-by', 2)] })).toMatchObject({
      access: 'not-stated',
      description: { licence: 'not-stated' },
    });
  });

  test('own terms keep their address, or their words as rights', () => {
    expect(read({ ...least, license: 'https://x.example/terms', accessLevel: 'public' })).toMatchObject({
      access: 'public-with-terms',
      description: { licence: 'own-terms', licenceAddress: 'https://x.example/terms' },
    });
    expect(read({ ...least, license: 'Ask us first.' }).description).toMatchObject({
      licence: 'own-terms',
      rights: 'Ask us first.',
    });
  });

  test('a period that ends before it begins is turned round; one that cannot be read is left out', () => {
    expect(read({ ...least, temporal: '2020/2010' }).description.temporal).toEqual({ from: '2010', until: '2020' });
    expect(read({ ...least, temporal: 'long ago' })).toMatchObject({ kinds: ['period-dropped'] });
  });

  test('fields that have no place here are named', () => {
    expect(read({ ...least, bureauCode: ['010:12'], 'adms:status': 'x' }).unread).toEqual(['bureauCode', 'status']);
  });

  test('one hostile record cannot flood the report', () => {
    const distribution = Array.from({ length: 3000 }, (_, n) => ({ accessUrl: `https://x.example/${n}` }));
    const { outcome, findings } = normaliseRecord({ ...least, distribution }, reading);
    expect(outcome.ok && outcome.value.description.distributions).toHaveLength(500);
    expect(findings.repairs).toHaveLength(100);
    expect(findings.counts.get('field-name')).toBeGreaterThanOrEqual(500);
  });
});

describe('hostile values', () => {
  test('names of prototypes are plain fields', () => {
    const value = JSON.parse(
      '{"__proto__":{"title":"x"},"constructor":{"prototype":{"polluted":1}},"identifier":"a","title":"T","keyword":["__proto__","constructor"],"theme":["constructor"],"language":["__proto__"]}',
    ) as unknown;
    expect(read(value).description).toMatchObject({ title: 'T', keywords: ['__proto__', 'constructor'] });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  const names = [
    'title',
    'description',
    'identifier',
    'keyword',
    'theme',
    'distribution',
    'accessURL',
    'format',
    'license',
    'spatial',
    'temporal',
    'contactPoint',
    'fn',
    'hasEmail',
    'publisher',
    'modified',
    'language',
    '@id',
    '@type',
    '@value',
    'dct:title',
    'accrualPeriodicity',
    'conformsTo',
    'startDate',
    'bbox',
    'accessRights',
  ];
  test('any JSON at all is a record, or a reason', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.constantFrom('https://x.example', 'public', '2020', null, Infinity, -1, true),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(value, (any) => {
        const { outcome } = normaliseRecord({ identifier: 'a', title: 'T', ...(any as object) }, reading);
        if (outcome.ok) expect(JSON.stringify(outcome.value)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        else expect(outcome.refusals[0]?.code).toMatch(/^catalogue\.import-/);
      }),
      { numRuns: 500 },
    );
  });
});
