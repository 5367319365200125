import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Datasets, filesInUse } from '#catalogue/server';
import { anyone } from '#kernel';
import { replay } from '#ledger/server';
import { actorOfPerson, SignIn, Sessions, Throttle, todayOf } from '#organisations/server';
import { readSettings } from '#platform/config';
import { DiskStorage, FileMissing } from '#platform/storage';
import type { Storage } from '#platform/storage';
import { testDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { compose } from '../../composition.ts';
import type { OperatorContext } from '../context.ts';
import { rowsOf } from './files/index.ts';
import { shelves } from './datasets/index.ts';
import { person } from '../person.ts';
import { loadDemonstration } from './load.ts';
import { demonstration } from './main.ts';
import { organisations } from './organisations.ts';
import { accounts, people } from './people.ts';

/** Milliseconds that entering everything may take where other things are going on. */
const patience = 120_000;

let folder: string;
const opened: TestDatabase[] = [];
const entered = shelves.flatMap(({ datasets }) => datasets);

/** An operator's command line on a database of its own, and what it printed. */
async function contextOf(more: { storage?: Storage } = {}): Promise<{ context: OperatorContext; lines: string[] }> {
  const test = await testDatabase();
  opened.push(test);
  const clock = { now: () => new Date('2026-11-23T09:30:00Z') };
  const { door, datasets } = compose(test.database, clock);
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const storage = more.storage ?? new DiskStorage(join(folder, String(opened.length)));
  const settings = readSettings({ WAYLEAVE_DATA: folder, DATABASE_URL: test.url, WAYLEAVE_DEMONSTRATION: 'yes' });
  return {
    context: { database: test.database, door, datasets, settings, storage, clock, print, complain: print },
    lines,
  };
}

const count = async ({ database }: OperatorContext, sql: string): Promise<number> => {
  const [row] = await database.rows<{ n: number }>(`select count(*)::integer as n from ${sql}`);
  return row?.n ?? -1;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demonstration-'));
});
afterAll(async () => {
  await Promise.all(opened.map((test) => test.close()));
  await rm(folder, { recursive: true, force: true });
});

describe('the demonstration in a database', () => {
  let context: OperatorContext;
  let lines: string[];
  beforeAll(async () => {
    ({ context, lines } = await contextOf());
    expect(await demonstration([], context)).toBe(0);
  }, patience);

  it('is entered whole', async () => {
    expect(lines).toHaveLength(1);
    expect(await demonstration(['--present'], context)).toBe(0);
    expect(lines.at(-1)).toBe('yes');
    expect(await count(context, 'organisation')).toBe(organisations.length);
    expect(await count(context, 'person')).toBe(people.length);
    expect(await count(context, 'dataset where source is null')).toBe(entered.length);
  });

  it('equals what its ledger folds to', async () => {
    const report = await replay(context.database, compose(context.database, context.clock).aggregates);
    expect(report.findings).toEqual([]);
    expect(report.streams).toBeGreaterThan(entered.length + people.length);
  });

  it('shows every access level, visibility, lane and state', async () => {
    const rows = await context.database.rows<{ lifecycle: string; access: string; visibility: string; people: string }>(
      `select distinct lifecycle, access, visibility, state ->> 'personalData' as people from dataset`,
    );
    const values = (field: keyof (typeof rows)[number]) => [...new Set(rows.map((row) => row[field]))].sort();
    expect(values('lifecycle')).toEqual(['draft', 'published', 'withdrawn']);
    expect(values('access')).toEqual(expect.arrayContaining(['closed', 'group', 'named', 'open', 'public-with-terms']));
    expect(values('visibility')).toEqual(['everyone', 'members', 'organisation']);
    expect(values('people')).toEqual(expect.arrayContaining(['none', 'personal', 'special-category']));
  });

  it('is entered in the names of its people, each for the own organisation', async () => {
    const rows = await context.database.rows<{ email: string }>(
      `select distinct person.email from ledger_entry join person on person.id = ledger_entry.actor_person
       where ledger_entry.type = 'dataset-published'`,
    );
    expect(rows.map(({ email }) => email)).toContain('steward@demo.example');
    expect(await count(context, `ledger_entry where type like 'dataset-%' and actor_organisation is null`)).toBe(0);
  });

  it('stores each file, and has lost none', async () => {
    const stored = await context.database.rows<{ id: string; bytes: string; name: string }>(
      `select distribution -> 'file' ->> 'id' as id, distribution -> 'file' ->> 'bytes' as bytes
       from dataset, jsonb_array_elements(state -> 'distributions') as distribution where distribution ? 'file'`,
    );
    expect(stored).toHaveLength(entered.filter(({ forms }) => forms.includes('stored')).length);
    for (const { id, bytes } of stored) expect((await context.storage.find(id))?.bytes).toBe(Number(bytes));
    expect(
      (
        await filesInUse(
          context.database,
          stored.map(({ id }) => id),
        )
      ).size,
    ).toBe(stored.length);
  });

  it('holds what the organisations publish elsewhere, one record of which is gone there', async () => {
    const rows = await context.database.rows<{ slug: string; access: string; present: boolean }>(
      `select slug, access, source_present as present from dataset where source is not null order by slug`,
    );
    expect(rows).toHaveLength(12);
    expect(rows.filter(({ present }) => !present).map(({ slug }) => slug)).toEqual(['harbour-byelaws-1987']);
    expect(rows.filter(({ access }) => access === 'not-stated').length).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ access }) => access === 'open').length).toBeGreaterThanOrEqual(2);
  });

  it('shows rows to those who may have them, and where an imported record comes from', async () => {
    const datasets = new Datasets(context.database, context.storage, { publicUrl: 'http://127.0.0.1:8080' });
    const open = await datasets.preview(anyone, 'street-lights');
    expect(open).toMatchObject({ total: rowsOf('street-lights', '2026-11-23').length });
    expect(open?.columns[0]).toBe('column_no');
    expect(open?.rows.length).toBeGreaterThan(5);
    expect(await datasets.preview(anyone, 'business-rates-accounts')).toBeUndefined();
    const [steward] = await context.database.rows<{ id: string }>(
      `select id from person where email = 'steward@demo.example'`,
    );
    const colleague = await actorOfPerson(context.database, steward?.id ?? '', todayOf(context.clock));
    expect(await datasets.preview(colleague ?? anyone, 'business-rates-accounts')).toMatchObject({ total: 480 });
    expect(await datasets.view(anyone, 'public-toilets')).toMatchObject({
      source: { title: 'https://oldstore.ellermouth.example/data.json', present: true },
    });
  });

  it.each(accounts)('lets $email sign in', async ({ email, password }) => {
    const { database, clock, door } = context;
    const signIn = new SignIn(database, door, clock, new Sessions(database, clock), new Throttle(database));
    const outcome = await signIn.withPassword({ email, password }, { address: '127.0.0.1' });
    expect(outcome.ok).toBe(true);
  });

  it('is refused by a database that holds something, which stays as it is', async () => {
    const before = await count(context, 'ledger_entry');
    expect(await demonstration([], context)).toBe(0);
    expect(lines.at(-1)).toContain('nothing was changed');
    expect(await count(context, 'ledger_entry')).toBe(before);
  });

  it('gives accounts the password that a killed process has not given', async () => {
    const owner = await opened[0]?.owner();
    await owner?.rows(`delete from credential where person = (select id from person where email = 'dpo@demo.example')`);
    expect(await demonstration([], context)).toBe(0);
    expect(lines.at(-1)).toContain('what was left to do is done');
    expect(await count(context, 'credential')).toBe(accounts.length);
  });
});

describe('the demonstration under the settings of a real installation', () => {
  it('is refused, and nothing is entered', async () => {
    const { context, lines } = await contextOf();
    const settings = { ...context.settings, demonstration: false };
    expect(await demonstration([], { ...context, settings })).toBe(1);
    expect(lines).toEqual([expect.stringContaining('its passwords are public')]);
    expect(await count(context, 'ledger_entry')).toBe(0);
  });
});

describe('the demonstration beside other things', () => {
  it('is not entered', async () => {
    const { context, lines } = await contextOf();
    expect(await person(['create', '--operator', '--email', 'first@council.example', '--name', 'First'], context)).toBe(
      0,
    );
    expect(await demonstration([], context)).toBe(0);
    expect(lines.at(-1)).toContain('nothing was changed');
    expect(await demonstration(['--present'], context)).toBe(0);
    expect(lines.at(-1)).toBe('no');
    expect(await count(context, 'person')).toBe(1);
    expect(await count(context, 'organisation')).toBe(0);
  });

  it(
    'has its catalogues read by the next start where a process was killed before',
    async () => {
      const { context, lines } = await contextOf();
      await loadDemonstration(context);
      expect(await count(context, 'dataset where source is not null')).toBe(0);
      expect(await demonstration([], context)).toBe(0);
      expect(lines.at(-1)).toContain('what was left to do is done');
      expect(await count(context, 'dataset where source is not null')).toBeGreaterThan(0);
      expect(await count(context, 'credential')).toBe(accounts.length);
    },
    patience,
  );
});

describe('the demonstration that cannot be entered', () => {
  it('leaves neither entries nor files behind', async () => {
    const { context } = await contextOf();
    const failing = { ...context.datasets, save: () => Promise.reject(new Error('the disk is full')) };
    await expect(demonstration([], { ...context, datasets: failing })).rejects.toThrow('the disk is full');
    expect(await count(context, 'ledger_entry')).toBe(0);
    expect(await count(context, 'organisation')).toBe(0);
    for await (const file of context.storage.all()) throw new FileMissing(`left behind: ${file.id}`);
  });

  it('says how it is called', async () => {
    const { context, lines } = await contextOf();
    expect(await demonstration(['--everything'], context)).toBe(2);
    expect(lines.join('\n')).toContain('--accounts');
    expect(await demonstration(['--accounts'], context)).toBe(0);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      email: 'operator@demo.example',
      password: 'wayleave-demo',
      role: 'operator',
    });
  });
});
