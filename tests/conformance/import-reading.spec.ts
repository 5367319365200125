import { describe, expect, jest, test } from '@jest/globals';
import type { MachineActor } from '#kernel';
import { SourceFile } from '#platform/http-client';
import { catalogue, ImportSurroundings, record, records } from './import-surroundings.ts';

const around = ImportSurroundings.around();
const { attempt, read, here, entries } = around;

describe('a reading', () => {
  test('makes a dataset of each record, published for everyone, by the machine that imports', async () => {
    expect(await read(records(0, 3))).toMatchObject({
      read: 3,
      created: 3,
      source: { canonical: 'https://data.ellermouth.example', title: 'Ellermouth data' },
    });
    const rows = await here();
    expect(rows.map(({ title, lifecycle, revision }) => [title, lifecycle, revision])).toEqual([
      ['Dataset 0', 'published', 1],
      ['Dataset 1', 'published', 1],
      ['Dataset 2', 'published', 1],
    ]);
    const [entry] = await around.given.database.rows(
      `select actor_machine, actor_organisation, actor_standing, type from ledger_entry join dataset on dataset.id = stream where slug = $1`,
      [rows[0]?.slug],
    );
    expect(entry).toEqual({
      actor_machine: 'import',
      actor_organisation: around.organisation.id,
      actor_standing: 'import',
      type: 'dataset-imported',
    });
    const seen = await around.given.database.rows(
      `select from audience join dataset on dataset.id = audience.id where reader = 'public' and organisation = $1`,
      [around.organisation.id],
    );
    expect(seen).toHaveLength(3);
  });

  test('a second one changes nothing, not even in the ledger', async () => {
    const content = catalogue(records(0, 3));
    await read(content);
    const before = [await here(), await entries()];
    expect(await read(content)).toMatchObject({ created: 0, updated: 0, unchanged: 3, vanished: 0 });
    expect([await here(), await entries()]).toEqual(before);
  });

  test('members in another order are the same record', async () => {
    await read([{ identifier: 'a', title: 'T', keyword: ['x'], license: 'cc-by' }]);
    expect(await read([{ license: 'cc-by', keyword: ['x'], title: 'T', identifier: 'a' }])).toMatchObject({
      unchanged: 1,
    });
  });

  test('a changed record brings one dataset up to date and keeps its address', async () => {
    await read(records(0, 3));
    const before = await here();
    expect(await read([record(0), record(1, { 'dct:title': 'New name' }), record(2)])).toMatchObject({
      updated: 1,
      unchanged: 2,
    });
    const after = await here();
    expect(after.map(({ title, revision, slug }) => [title, revision, slug])).toEqual([
      ['Dataset 0', 1, before[0]?.slug],
      ['New name', 2, before[1]?.slug],
      ['Dataset 2', 1, before[2]?.slug],
    ]);
  });

  test('the same title twice gives two datasets with addresses of their own', async () => {
    await read([record(1, { 'dct:title': 'Same title here' }), record(2, { 'dct:title': 'Same title here' })]);
    const slugs = (await here()).map(({ slug }) => slug).sort();
    expect(slugs[1]).toBe(`${slugs[0]}-2`);
  });

  test('another catalogue of the same organisation is another source', async () => {
    await read(catalogue([record(1)]));
    expect(await read(catalogue([record(1)], { '@id': 'https://other.example/' }))).toMatchObject({
      created: 1,
      vanished: 0,
    });
    expect(await read(catalogue([record(1)], { '@id': 'https://OTHER.example' }))).toMatchObject({ unchanged: 1 });
  });
});

describe('records that are gone', () => {
  test('are marked once, and come back', async () => {
    await read(records(0, 10));
    expect(await read(records(0, 9))).toMatchObject({ unchanged: 9, vanished: 1, heldBack: 0 });
    expect((await here()).map(({ source_present }) => source_present).filter((present) => !present)).toHaveLength(1);
    expect(await read(records(0, 9))).toMatchObject({ unchanged: 9, vanished: 0 });
    expect(await read(records(0, 10))).toMatchObject({ unchanged: 9, updated: 1, vanished: 0 });
    expect((await here()).every(({ source_present }) => source_present)).toBe(true);
  });

  test('so many at once that the feed may be at fault: none is marked, unless that is accepted', async () => {
    await read(records(0, 20));
    expect(await read(records(0, 4))).toMatchObject({ unchanged: 4, vanished: 0, heldBack: 16 });
    expect((await here()).every(({ source_present }) => source_present)).toBe(true);
    expect(await read([], { acceptRemovals: false })).toMatchObject({ heldBack: 20, vanished: 0 });
    expect(await read(records(0, 4), { acceptRemovals: true })).toMatchObject({ vanished: 16, heldBack: 0 });
    expect(await read(records(0, 4), { acceptRemovals: true })).toMatchObject({ vanished: 0 });
  });

  test('what stands in the feed and was skipped for its content is not gone', async () => {
    await read(records(0, 4));
    const skipped = { 'dct:identifier': 'id-3', 'dct:description': 'It lost its title.' };
    expect(await read([...records(0, 2), skipped])).toMatchObject({ skipped: 1, vanished: 1, unidentified: 0 });
    expect((await here()).map(({ source_present }) => source_present)).toEqual([true, true, false, true]);
    // It does not stand in the way of a later one of the same name that can be read.
    expect(await read([...records(0, 2), skipped, record(3, { 'dct:title': 'New' })])).toMatchObject({
      updated: 1,
      skipped: 1,
      vanished: 0,
    });
  });

  test('while a record cannot be read at all, any may be it: none is marked, unless that is accepted', async () => {
    const deep = JSON.parse('{"a":'.repeat(80) + '1' + '}'.repeat(80)) as object;
    await read(records(0, 4));
    const feed = [...records(0, 3), record(3, { deep })];
    expect(await read(feed)).toMatchObject({ skipped: 1, vanished: 0, heldBack: 1, unidentified: 1 });
    expect(await read(feed, { dryRun: true })).toMatchObject({ vanished: 0, heldBack: 1, unidentified: 1 });
    expect((await here()).every(({ source_present }) => source_present)).toBe(true);
    expect(await read(feed, { acceptRemovals: true })).toMatchObject({ vanished: 1, heldBack: 0 });
  });

  test('a run that goes on remembers what could not be read before it was stopped', async () => {
    await read(records(0, 602));
    const untitled = { 'dct:identifier': 'id-0' };
    const deep = JSON.parse('{"a":'.repeat(80) + '1' + '}'.repeat(80)) as object;
    const feed = catalogue([untitled, record(1, { deep }), ...records(2, 601)]);
    const controller = new AbortController();
    await read(feed, { signal: controller.signal, progress: () => controller.abort() });
    expect(await read(feed)).toMatchObject({ resumedAt: 500, skipped: 2, vanished: 0, heldBack: 2, unidentified: 1 });
  });

  test('of one page of a larger catalogue: nothing is taken for gone', async () => {
    await read(records(0, 4));
    expect(await read(catalogue([record(0)], { next: 'https://data.ellermouth.example/?page=2' }))).toMatchObject({
      vanished: 0,
      heldBack: 0,
      isPage: true,
    });
  });

  test('a feed that is cut off changes nothing', async () => {
    await read(records(0, 4));
    const before = await entries();
    expect(await attempt(catalogue(records(0, 4)).slice(0, -40))).toMatchObject({
      ok: false,
      refusals: [{ code: 'catalogue.import-not-json' }],
    });
    expect(await entries()).toBe(before);
  });
});

describe('what people decided here stands', () => {
  const person = (name: string) => ({ kind: 'machine', name }) as MachineActor;
  async function decide(command: object): Promise<void> {
    const [row] = await around.given.database.rows<{ id: string }>(
      'select id from dataset where organisation = $1 limit 1',
      [around.organisation.id],
    );
    const outcome = await around.parts.door.execute(around.parts.datasets, person('operator-command-line'), {
      id: row?.id ?? '',
      command: command as { type: string },
    });
    expect(outcome).toMatchObject({ ok: true });
  }

  test('a title set here is kept, and the source’s stands beside it', async () => {
    await read([record(1)]);
    await decide({ type: 'describe-dataset', description: { title: 'Ours' } });
    expect(await read([record(1, { 'dct:title': 'Theirs' })])).toMatchObject({ updated: 1 });
    expect(await here()).toMatchObject([{ title: 'Ours', content: { sourceSays: { title: 'Theirs' } } }]);
  });

  test('what was withdrawn stays withdrawn', async () => {
    await read([record(1)]);
    await decide({ type: 'withdraw-dataset', reason: 'Wrong' });
    await read([record(1, { 'dct:title': 'New' })]);
    expect(await here()).toMatchObject([{ title: 'New', lifecycle: 'withdrawn' }]);
  });

  test('access is never widened', async () => {
    const open = { 'dct:accessRights': 'public', 'dct:license': 'https://creativecommons.org/licenses/by/4.0/' };
    await read([record(1, { 'dct:accessRights': 'non-public' })]);
    await read([record(1, open)]);
    expect(await here()).toMatchObject([{ access: 'closed', content: { sourceSays: { access: 'open' } } }]);
  });
});

describe('bad records', () => {
  test('are skipped with their reasons and stop nothing', async () => {
    const text = catalogue([
      record(1),
      { 'dct:title': 'No identifier' },
      { 'dct:identifier': 'x' },
      null,
      record(1, { 'dct:title': 'Again' }),
      record(2),
    ]);
    const report = await read(text);
    expect(report).toMatchObject({ read: 6, created: 2, skipped: 4 });
    expect(report.skippedRecords.map(({ path, reason_code }) => [path, reason_code])).toEqual([
      ['dataset[1]', 'catalogue.import-no-identifier'],
      ['dataset[2]', 'catalogue.import-no-title'],
      ['dataset[3]', 'catalogue.import-no-record'],
      ['dataset[4]', 'catalogue.import-duplicate'],
    ]);
    expect((await here()).map(({ title }) => title)).toEqual(['Dataset 1', 'Dataset 2']);
  });

  test('NUL, lone surrogates, names of prototypes and nonsense reach the database as nothing', async () => {
    const hostile = `{"@id":"https://data.ellermouth.example","dataset":[{"identifier":"a\\u0000b","title":"T\\u0000\\ud800","description":"<p>x\\u0000</p>","keyword":["\\udfff","ok"],"__proto__":{"x":1},"spatial":{"constructor":[1e999]},"contactPoint":{"fn":"\\u0000"},"distribution":[{"accessURL":"https://x.example/\\u0000a","title":"\\ud83c"}]},${JSON.stringify(record(7))}]}`;
    expect(await read(hostile)).toMatchObject({ read: 2, created: 2 });
    expect((await here())[0]).toMatchObject({ content: { title: 'T', keywords: ['ok'], identifier: 'ab' } });
  });

  test('names of fields that no database holds are cleaned, and the run comes to its end', async () => {
    const names = ['x\\u0000y', 'z\\ud800', '\\u0007', 'constructor', '__proto__', 'w'.repeat(90)];
    const fields = names.map((name) => `"${name}":1`).join();
    const hostile = `{"@id":"https://data.ellermouth.example","dataset":[{"identifier":"a","title":"T",${fields}},${JSON.stringify(record(7))}]}`;
    const report = await read(hostile);
    expect(report).toMatchObject({ read: 2, created: 2, skipped: 0 });
    const unread = {
      ...{ 'x y': 1, z: 1, 'a field without a name': 1, constructor: 1, [`${'w'.repeat(59)}…`]: 1 },
      ['__proto__']: 1,
    };
    expect(Object.entries(report.unread).sort()).toEqual(Object.entries(unread).sort());
    const [run] = await around.given.database.rows<{ state: string; unread: object }>(
      'select state, unread from import_run where id = $1',
      [report.run],
    );
    expect([run?.state, Object.entries(run?.unread ?? {}).sort()]).toEqual(['done', Object.entries(unread).sort()]);
  });

  test('one whose findings cannot be written is left out without them', async () => {
    const owner = await around.given.owner();
    await owner.rows(`alter table import_run add constraint no_odd check (not unread ? 'odd') not valid`);
    try {
      const report = await read([record(1), record(2, { odd: 1, also: 1 }), record(3, { also: 1 })]);
      expect(report).toMatchObject({ created: 2, skipped: 1, unread: { also: 1 } });
      expect(report.skippedRecords).toMatchObject([{ path: 'dataset[1]', title: 'Dataset 2' }]);
    } finally {
      await owner.rows('alter table import_run drop constraint no_odd');
    }
  });

  test('one that cannot even be written as skipped ends the run, which is taken up afterwards', async () => {
    const owner = await around.given.owner();
    await owner.rows(`alter table import_record add constraint no_third check (path <> 'dataset[2]') not valid`);
    try {
      await expect(attempt(records(0, 4))).rejects.toThrow('no_third');
    } finally {
      await owner.rows('alter table import_record drop constraint no_third');
    }
    expect(await read(records(0, 4))).toMatchObject({ resumedAt: 2, created: 4, skipped: 0 });
  });

  test('one that nobody foresaw is left out alone, and does not count as gone', async () => {
    const node = (n: number, more: object = {}) => ({ ...record(n), '@id': `https://x.example/${n}`, ...more });
    const contact = { '@id': 'https://x.example/contact', fn: 'Trees team' };
    const graph = (...nodes: object[]) =>
      JSON.stringify({ '@graph': [{ '@id': 'https://x.example/', '@type': 'dcat:Catalog' }, contact, ...nodes] });
    const pointing = node(1, { 'dcat:contactPoint': { '@id': contact['@id'] } });
    const reference = await around.put(graph(node(0), pointing, node(2)));
    expect(await read('', { reference })).toMatchObject({ created: 3 });
    const reads = jest.spyOn(SourceFile.prototype, 'readNow').mockImplementation(() => {
      throw new Error('Nobody foresaw this');
    });
    const faults: string[] = [];
    try {
      const report = await read('', { reference, fault: (error, path) => faults.push(`${path}: ${String(error)}`) });
      expect(report).toMatchObject({ unchanged: 2, skipped: 1, vanished: 0, heldBack: 0, unidentified: 0 });
      expect(report.skippedRecords).toMatchObject([{ path: '@graph[3]', reason_code: 'catalogue.import-failed' }]);
      expect(faults).toEqual(['@graph[3]: Error: Nobody foresaw this']);
    } finally {
      reads.mockRestore();
    }
  });

  test('one that the database itself refuses is left out alone, and the run says so', async () => {
    const faults: string[] = [];
    const owner = await around.given.owner();
    await owner.rows(`alter table dataset add constraint no_sevens check (content->>'title' <> 'Dataset 7') not valid`);
    try {
      const report = await read(records(0, 20), { fault: (_, path) => faults.push(path) });
      expect(report).toMatchObject({ created: 19, skipped: 1 });
      expect(report.skippedRecords).toMatchObject([{ path: 'dataset[7]', reason_code: 'catalogue.import-failed' }]);
      expect(faults).toEqual(['dataset[7]']);
    } finally {
      await owner.rows('alter table dataset drop constraint no_sevens');
    }
    expect(await read(records(0, 20))).toMatchObject({ created: 1, unchanged: 19 });
  });

  test.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Not found</title>'],
    ['something else', '{"type":"FeatureCollection","features":[]}'],
  ])('a file that holds %s: one clear sentence', async (_, content) => {
    const outcome = await attempt(content);
    expect(outcome).toMatchObject({ ok: false, refusals: [{ message: expect.stringMatching(/^.{20,300}$/) }] });
  });

  test('a file that is not there', async () => {
    expect(await attempt('', { reference: 'nowhere.json' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'platform.file-missing' }],
    });
  });
});

describe('the report', () => {
  test('counts repairs, names fields without a place, and stands in the database with every record’s fate', async () => {
    const report = await read([
      record(1, { 'dct:description': '<p>Words</p>', bureauCode: '1', 'dcat:theme': 'odd' }),
      { title: 'x' },
    ]);
    expect(report.repairs).toEqual([
      { kind: 'html-to-text', label: 'Mark-up was turned into plain text', count: 1 },
      { kind: 'theme-to-keyword', label: expect.any(String), count: 1 },
    ]);
    expect(report.unread).toEqual({ bureauCode: 1 });
    const [run] = await around.given.database.rows(
      'select state, records, position, created, skipped, repairs, finished_at is not null as finished from import_run where id = $1',
      [report.run],
    );
    expect(run).toEqual({
      state: 'done',
      records: 2,
      position: 2,
      created: 1,
      skipped: 1,
      repairs: { 'html-to-text': 1, 'theme-to-keyword': 1 },
      finished: true,
    });
    const fates = await around.given.database.rows(
      'select path, outcome, reason_code, repairs from import_record where run = $1 order by position',
      [report.run],
    );
    expect(fates).toMatchObject([
      {
        path: 'dataset[0]',
        outcome: 'created',
        reason_code: null,
        repairs: [
          { kind: 'html-to-text', path: 'description', before: '<p>Words</p>', after: 'Words' },
          { kind: 'theme-to-keyword', path: 'theme', before: 'odd', after: 'odd' },
        ],
      },
      { path: 'dataset[1]', outcome: 'skipped', reason_code: 'catalogue.import-no-identifier' },
    ]);
  });

  test('a dry run tells the same and writes nothing', async () => {
    await read(records(0, 10));
    const before = [await entries(), await around.given.database.rows('select id, state from import_run order by id')];
    const changed = [record(0, { 'dct:title': 'New' }), ...records(1, 9), record(20), { title: 'x' }];
    const dry = await read(changed, { dryRun: true });
    expect(dry).toMatchObject({ created: 1, updated: 1, unchanged: 8, skipped: 1, vanished: 1, dryRun: true });
    expect([await entries(), await around.given.database.rows('select id, state from import_run order by id')]).toEqual(
      before,
    );
    expect(await read(changed)).toMatchObject({ created: 1, updated: 1, unchanged: 8, skipped: 1, vanished: 1 });
  });
});
