import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings } from '#platform/config';
import { systemClock } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { testDatabase, type TestDatabase } from '#testing';
import { compose } from '../composition.ts';
import { importCatalogue } from './import.ts';

let given: TestDatabase;
let folder: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  given = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wayleave-import-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await given.close();
  await rm(folder, { recursive: true });
});

const root = resolve(import.meta.dirname, '../../..');
// The real programme in a process of its own, from its source: there is no build in a run of specs.
const flags = ['--conditions=source', '--experimental-transform-types', '--disable-warning=ExperimentalWarning'];

function start(...parameters: string[]): ChildProcess & { output: string; errors: string } {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: given.url,
    WAYLEAVE_DATA: folder,
    WAYLEAVE_PUBLIC_URL: 'http://localhost:8080',
  };
  const child = Object.assign(
    spawn(process.execPath, [...flags, join(root, 'workers/src/operator/main.ts'), 'import', ...parameters], {
      cwd: folder,
      env,
    }),
    { output: '', errors: '' },
  );
  child.stdout.on('data', (chunk) => (child.output += String(chunk)));
  child.stderr.on('data', (chunk) => (child.errors += String(chunk)));
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

async function run(...parameters: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = start(...parameters);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: child.output, errors: child.errors };
}

/** The command itself, in this process. */
async function call(...parameters: string[]): Promise<{ code: number; output: string; errors: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const { door, datasets } = compose(given.database, systemClock);
  const settings = readSettings({ WAYLEAVE_DATA: folder });
  const code = await importCatalogue(
    parameters.map((one, index) => (index === 0 && files.has(one) ? join(folder, one) : one)),
    {
      ...{
        database: given.database,
        door,
        datasets,
        settings,
        storage: new DiskStorage(join(folder, 'files')),
        clock: systemClock,
      },
      print: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
    },
  );
  return { code, output: said.join('\n'), errors: complained.join('\n') };
}

const files = new Set<string>();
async function put(name: string, records: number, more: object[] = []): Promise<string> {
  const dataset = Array.from({ length: records }, (_, n) => ({
    ...{ identifier: `id-${n}`, title: `Dataset number ${n}`, description: '<p>Words about it.</p>' },
    distribution: [{ accessURL: `https://x.example/${n}.csv`, format: 'CSV' }],
  }));
  files.add(name);
  await writeFile(
    join(folder, name),
    JSON.stringify({ '@id': `https://${name}.example`, title: name, dataset: [...dataset, ...more] }),
  );
  return name;
}

async function position(slug: string): Promise<number> {
  const [row] = await given.database.rows<{ position: number }>(
    `select position from import_run join import_source on import_source.id = source
     join organisation on organisation.id = import_source.organisation where slug = $1 order by started_at desc limit 1`,
    [slug],
  );
  return row?.position ?? 0;
}

describe('a run that is killed', () => {
  test('goes on where it was: no record lost, none doubled', async () => {
    const total = 3000;
    const file = await put('killed', total, [{ title: 'No identifier' }]);
    const call = [file, '--organisation', 'killed', '--create-organisation', 'Killed Council'];
    for (const beyond of [0, 1000]) {
      const child = start(...call);
      const ended = once(child, 'exit');
      while ((await position('killed')) <= beyond && child.exitCode === null)
        await new Promise((soon) => setTimeout(soon, 10));
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      expect(await position('killed')).toBeLessThan(total);
    }
    const [kept] = await given.database.rows<{ count: number }>('select count(*)::integer as count from dataset');
    expect(kept?.count).toBe(await position('killed'));
    const { code, output } = await run(...call);
    expect(code).toBe(0);
    expect(output).toContain(`Went on at record ${(kept?.count ?? 0) + 1}`);
    expect(output).toContain(
      `Read ${(total + 1).toLocaleString('en-GB')} records from killed (https://killed.example) for Killed Council`,
    );
    expect(output).toContain(`${total} new, 0 changed, 0 as before, 1 skipped`);
    const [sums] = await given.database.rows(
      `select count(*)::integer as datasets, count(distinct source_key)::integer as keys, max(revision) as revision,
         (select count(*)::integer from ledger_entry where kind = 'dataset') as entries,
         (select count(*)::integer from import_record where outcome = 'created') as fates from dataset`,
    );
    expect(sums).toEqual({ datasets: total, keys: total, revision: 1, entries: total, fates: total });
    const again = await run(...call);
    expect(again.output).toContain('Nothing changed.');
    expect(again.output).toContain(`0 new, 0 changed, ${total} as before, 1 skipped`);
  }, 180_000);

  test('asked to end in order, it finishes its batch and says how to go on', async () => {
    const file = await put('stopped', 2000);
    const call = [file, '--organisation', 'stopped', '--create-organisation', 'Stopped Council'];
    const child = start(...call);
    const closed = once(child, 'close');
    while ((await position('stopped')) === 0 && child.exitCode === null)
      await new Promise((soon) => setTimeout(soon, 10));
    child.kill('SIGTERM');
    expect(await closed).toEqual([1, null]);
    expect(child.output).toMatch(/Stopped at record \d+ of 2000\. The same command goes on from there\./);
    expect((await run(...call)).output).toContain('2000 new, 0 changed, 0 as before, 0 skipped');
  }, 120_000);
});

describe('called at the command line', () => {
  test('progress in numbers, in a bounded number of plain lines', async () => {
    const file = await put('lines', 3000);
    const { output } = await call(file, '--organisation', 'lines', '--create-organisation', 'Lines Council');
    expect(output).toContain('500 of 3,000 records: 500 new, 0 changed, 0 as before, 0 skipped');
    expect(output.match(/ of 3,000 records:/g)?.length).toBeLessThanOrEqual(21);
  }, 60_000);

  test('--json prints the report and nothing else; --dry-run writes nothing', async () => {
    const file = await put('json', 3, [{ title: 'No identifier' }]);
    const made = await call(file, '--organisation', 'json', '--create-organisation', 'JSON Council', '--json');
    expect(JSON.parse(made.output)).toMatchObject({
      ...{
        read: 4,
        created: 3,
        updated: 0,
        unchanged: 0,
        skipped: 1,
        vanished: 0,
        organisation: { slug: 'json', name: 'JSON Council' },
      },
      repairs: [{ kind: 'html-to-text', count: 3 }],
      skippedRecords: [{ path: 'dataset[3]', title: 'No identifier', reason_code: 'catalogue.import-no-identifier' }],
    });
    await put('json', 9);
    const dry = await call(file, '--organisation', 'json', '--dry-run');
    expect(dry.output).toContain('Would import 9 records');
    expect(dry.output).toContain('6 new, 0 changed, 3 as before, 0 skipped');
    expect((await call(file, '--organisation', 'json', '--json')).output).toContain('"created": 6');
  }, 60_000);

  test('removals are held back, said so, and accepted', async () => {
    const fewer = ['fewer', '--organisation', 'fewer', '--create-organisation', 'Fewer Council'];
    await put('fewer', 20);
    await call(...fewer);
    await put('fewer', 2);
    expect((await call(...fewer)).output).toContain('--accept-removals');
    expect((await call(...fewer, '--accept-removals')).output).toContain(
      '18 records of earlier readings were marked as gone',
    );
  }, 60_000);

  test('a record that could not be read holds removals back, and the report says why', async () => {
    const unread = ['unread', '--organisation', 'unread', '--create-organisation', 'Unread Council'];
    await put('unread', 4);
    await call(...unread);
    await put('unread', 3, [JSON.parse(`${'{"a":'.repeat(80)}1${'}'.repeat(80)}`) as object]);
    const { output } = await call(...unread);
    expect(output).toContain(
      '1 record of earlier readings is not found in it and may be among the 1 record that could',
    );
    expect(output).toContain('--accept-removals');
    expect(output).not.toContain('marked as gone from');
  }, 60_000);

  test.each([
    [2, /import <file or address> --organisation <slug>/, []],
    [2, /import <file or address> --organisation <slug>/, ['x.json']],
    [2, /Unknown option/, ['x.json', '--organisation', 'x', '--wrong']],
    [1, /There is no organisation “nobody”/, ['x.json', '--organisation', 'nobody']],
    [
      1,
      /There is no file .*nowhere\.json/,
      ['nowhere.json', '--organisation', 'exit', '--create-organisation', 'Exit Council'],
    ],
    [
      1,
      /127\.0\.0\.1:9.*WAYLEAVE_FETCH_PRIVATE/,
      ['http://127.0.0.1:9/data.json', '--organisation', 'exit', '--create-organisation', 'Exit Council'],
    ],
  ])(
    'exit code %i and one clear sentence: %s',
    async (code, sentence, parameters) => {
      const outcome = await call(...parameters);
      expect(outcome.code).toBe(code);
      expect(outcome.errors).toMatch(sentence);
      expect(outcome.errors).not.toMatch(/^\s+at /m);
    },
    30_000,
  );
});
