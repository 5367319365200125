import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { descriptionInput } from '#catalogue/contracts';
import { importCatalogue, type ImportReport } from '#catalogue/server';
import { uuidv7 } from '#kernel';
import { organisationAggregate } from '#organisations/server';
import { FetchedFiles, GuardedFetcher } from '#platform/http-client';
import { systemClock } from '#platform/observability';
import { testDatabase, type TestDatabase } from '#testing';
import { compose, type Composition } from '../../workers/src/composition.ts';

const feeds = resolve(import.meta.dirname, '../../../shared/feeds');
const present = existsSync(feeds);
if (!present)
  process.stderr.write(
    'The catalogues of real publishers (../shared/feeds) are not on this machine: their specs are skipped.\n',
  );
const withFeeds = present ? describe : describe.skip;

let given: TestDatabase;
let parts: Composition;
let organisation: { id: string; slug: string; name: string };

withFeeds('catalogues of real publishers', () => {
  beforeAll(async () => {
    given = await testDatabase();
    parts = compose(given.database, systemClock);
  });
  afterAll(() => given.close());
  beforeEach(async () => {
    const id = uuidv7(Date.now());
    organisation = { id, slug: `council-${id}`, name: 'A council' };
    const command = {
      type: 'register-organisation',
      id,
      slug: organisation.slug,
      kind: 'council',
      standing: 'unclaimed',
      profile: { name: organisation.name },
    } as const;
    await parts.door.execute(
      organisationAggregate,
      { kind: 'machine', name: 'operator-command-line' },
      { id, command },
    );
  });

  async function read(name: string): Promise<ImportReport> {
    const fetched = new FetchedFiles('/nowhere', new GuardedFetcher({ allowPrivate: false }));
    const request = { reference: name, cwd: feeds, organisation, dryRun: false, acceptRemovals: false };
    const outcome = await importCatalogue(request, { ...parts, database: given.database, clock: systemClock, fetched });
    if (!outcome.ok) throw new Error(outcome.refusals[0]?.message);
    return outcome.value;
  }

  interface Row {
    readonly access: string;
    readonly state: { licence: string; themes: string[]; distributions: { id: string; format: string }[] };
    readonly content: Record<string, unknown> & {
      title: string;
      description?: string;
      distributions?: { id: string }[];
    };
  }
  const here = () =>
    given.database.rows<Row>(
      `select access, state, content from dataset where organisation = $1 order by content->>'identifier'`,
      [organisation.id],
    );
  const kinds = (report: ImportReport) => report.repairs.map(({ kind }) => kind);
  const titled = async (title: string) => (await here()).filter((row) => row.content.title === title);

  describe('whole, and a second time without any change', () => {
    test.each([
      ['scottish-councils-dcat/edinburgh.dcat-ap-2.0.1.json', 44],
      ['scottish-councils-dcat/glasgow.dcat-ap-2.0.1.json', 68],
      ['scottish-councils-dcat/north_lanarkshire.dcat-ap-2.0.1.json', 21],
      ['data-json/city-of-philadelphia.data.json', 402],
    ])('%s: %i datasets', async (name, count) => {
      expect(await read(name)).toMatchObject({ read: count, created: count, skipped: 0 });
      const rows = await here();
      expect(rows).toHaveLength(count);
      expect(await read(name)).toMatchObject({
        read: count,
        created: 0,
        updated: 0,
        unchanged: count,
        skipped: 0,
        vanished: 0,
      });
      expect(await here()).toEqual(rows);
    });
  });

  describe('what is kept of them', () => {
    test.each([
      'scottish-councils-dcat/edinburgh.dcat-ap-2.0.1.json',
      'scottish-councils-dcat/glasgow.dcat-ap-2.0.1.json',
      'scottish-councils-dcat/north_lanarkshire.dcat-ap-2.0.1.json',
      'data-json/city-of-philadelphia.data.json',
    ])('%s: nothing that a steward’s form would refuse, no mark-up, no placeholder, no user name', async (name) => {
      await read(name);
      for (const { state, content } of await here()) {
        const formats = new Map(state.distributions.map(({ id, format }) => [id, format]));
        const distributions = content.distributions?.map((one) => ({ ...one, format: formats.get(one.id) }));
        const { licence, themes } = state;
        const parsed = descriptionInput.safeParse({ ...content, distributions, licence, themes });
        expect([content.title, parsed.error?.issues]).toEqual([content.title, undefined]);
        expect(JSON.stringify(content)).not.toMatch(/<\/?(span|div|p|br|a|b)[\s>/]|\{\{|mailto:|cec_|GISTeam_nlc/);
      }
    });

    test('every distribution that has an address', async () => {
      for (const [name, key] of [
        ['scottish-councils-dcat/glasgow.dcat-ap-2.0.1.json', 'dcat:dataset'],
        ['data-json/city-of-philadelphia.data.json', 'dataset'],
      ] as const) {
        const feed = JSON.parse(readFileSync(resolve(feeds, name), 'utf8')) as Record<
          string,
          Record<string, Record<string, string>[]>[]
        >;
        const all = (feed[key] ?? []).flatMap((one) => one['dcat:distribution'] ?? one['distribution'] ?? []);
        const addressed = all.filter((one) => one['dcat:accessUrl'] ?? one['accessURL'] ?? one['downloadURL']);
        const before = (await here()).flatMap(({ content }) => content.distributions ?? []).length;
        const { repairs } = await read(name);
        const kept = (await here()).flatMap(({ content }) => content.distributions ?? []).length - before;
        const twice = repairs.find(({ kind }) => kind === 'distribution-twice')?.count ?? 0;
        expect([name, kept + twice]).toEqual([name, addressed.length]);
        expect(repairs.find(({ kind }) => kind === 'distribution-without-address')?.count ?? 0).toBe(
          all.length - addressed.length,
        );
      }
    });

    test('Edinburgh: accessUrl, user names, placeholders, HTML, publishers and themes in words', async () => {
      const report = await read('scottish-councils-dcat/edinburgh.dcat-ap-2.0.1.json');
      expect(Object.fromEntries(report.repairs.map(({ kind, count }) => [kind, count]))).toMatchObject({
        ...{
          'field-name': 264,
          'contact-user-name': 44,
          'placeholder-dropped': 22,
          'html-to-text': 36,
          'publisher-literal': 44,
          'theme-to-keyword': 44,
        },
      });
      const [audit] = await titled('Open Space Audit 2016');
      expect(audit).toMatchObject({
        access: 'not-stated',
        content: {
          creator: 'City of Edinburgh Council Mapping',
          contact: { email: 'gis@edinburgh.gov.uk' },
          languages: ['en'],
          issued: '2022-05-04T15:46:07.000Z',
        },
      });
      expect(audit?.content.description).toMatch(
        /Planning Advice Note \(PAN\) 65\.\n\nhttps:\/\/www\.edinburgh\.gov\.uk\//,
      );
      expect(audit?.state.distributions.map(({ format }) => format)).toEqual([
        'html',
        'esri-rest',
        'geojson',
        'csv',
        'kml',
        'shp',
      ]);
    });

    test('Glasgow: an address among words, distributions with none', async () => {
      const report = await read('scottish-councils-dcat/glasgow.dcat-ap-2.0.1.json');
      expect(report.repairs).toContainEqual(
        expect.objectContaining({ kind: 'distribution-without-address', count: 3 }),
      );
      expect(
        (await here()).every(
          ({ content }) => (content['contact'] as { email?: string }).email === 'location@glasgow.gov.uk',
        ),
      ).toBe(true);
    });

    test('Philadelphia: licences, formats and dates as they are written there', async () => {
      const report = await read('data-json/city-of-philadelphia.data.json');
      expect(kinds(report)).toEqual(
        expect.arrayContaining(['licence-says-nothing', 'date-as-frequency', 'address-mended', 'format-read']),
      );
      const levels = (await here()).map(({ access }) => access);
      expect([
        levels.filter((level) => level === 'open').length,
        levels.filter((level) => level === 'public-with-terms').length,
      ]).toEqual([1, 297]);
      expect(await titled('Philadelphia Basemaps')).toHaveLength(2);
    });
  });

  describe('hard cases', () => {
    test('the same title twice: two datasets', async () => {
      expect(await read('dcat-us-edge-cases/dcatus_same_title.json')).toMatchObject({ created: 2 });
      const slugs = await given.database.rows<{ slug: string }>(
        'select slug from dataset where organisation = $1 order by slug',
        [organisation.id],
      );
      expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2);
    });

    test.each([
      ['dcat-us-edge-cases/dcatus_no_identifier.json', 'catalogue.import-no-identifier'],
      ['dcat-us-edge-cases/missing_title.json', 'catalogue.import-no-title'],
    ])('%s: skipped, with %s', async (name, code) => {
      expect(await read(name)).toMatchObject({
        read: 1,
        created: 0,
        skipped: 1,
        skippedRecords: [{ path: 'dataset[0]', reason_code: code }],
      });
      expect(await here()).toEqual([]);
    });

    test('catalogues in catalogues: all of their datasets', async () => {
      expect(await read('dcat-us-edge-cases/dcatus3_0_nested_catalog.json')).toMatchObject({
        created: 3,
        source: { title: 'Example DCAT-US 3.0 Nested Catalog' },
      });
      expect((await here()).map(({ content }) => content.title).sort()).toEqual([
        'Child Catalog Dataset',
        'Grandchild Catalog Dataset',
        'Parent Catalog Dataset',
      ]);
    });

    test('a description of 60 kB: whole', async () => {
      const name = 'dcat-us-edge-cases/dcatus_long_description.json';
      const feed = JSON.parse(readFileSync(resolve(feeds, name), 'utf8')) as { dataset: { description: string }[] };
      await read(name);
      const [row] = await here();
      const words = (text = '') => text.replace(/\s+/g, ' ').trim();
      expect(words(row?.content.description)).toBe(words(feed.dataset[0]?.description));
      expect(row?.content).toMatchObject({
        modified: '2020-11-17',
        spatial: { box: [-123.425204, 41.972926, -120.483416, 43.490807] },
      });
    });

    test('a page of terms in place of a licence: the publisher’s own terms, in plain words', async () => {
      await read('dcat-us-edge-cases/dcatus_bad_license_uri.json');
      const [row] = await here();
      expect(row).toMatchObject({
        access: 'public-with-terms',
        state: { licence: 'own-terms' },
        content: { contact: { email: 'ocagoadmin@oakgov.com' } },
      });
      expect(row?.content['rights']).toMatch(/^OPEN DATA TERMS OF USE AGREEMENT\n\nPublic records/);
      expect(JSON.stringify(row?.content)).not.toContain('<');
    });

    test('repeating periods for dates', async () => {
      await read('dcat-us-edge-cases/dcatus.json');
      const rows = await here();
      expect(rows.map(({ content }) => content['frequency'] ?? content['modified']).sort()).toEqual([
        '2011-06-30',
        'MONTHLY',
        'MONTHLY',
        'MONTHLY',
        'WEEKLY',
        'WEEKLY',
        'WEEKLY',
      ]);
    });
  });
});
