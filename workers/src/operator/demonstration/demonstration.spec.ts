import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { descriptionInput } from '#catalogue/contracts';
import { accessLevels, faultsOfDescription, missingFields, personalDataKinds, visibilities } from '#catalogue/domain';
import type { Dataset, DatasetContent } from '#catalogue/domain';
import { isSlug, slugOf, uuidv7 } from '#kernel';
import { organisationKinds } from '#organisations/domain';
import { columnsOf } from './columns.ts';
import { shelves } from './datasets/index.ts';
import { describe as described } from './describe.ts';
import { csvOf, files, rowsOf } from './files/index.ts';
import type { Row } from './files/row.ts';
import { organisations } from './organisations.ts';
import { accounts, people } from './people.ts';

const today = '2026-11-23';
const at = Date.parse(`${today}T09:00:00Z`);
const organisationOf = (key: string) => {
  const found = organisations.find((organisation) => organisation.key === key);
  if (found === undefined) throw new Error(`No organisation ${key}`);
  return found;
};
const all = shelves.flatMap((shelf) => shelf.datasets.map((dataset) => ({ ...dataset, shelf })));
const published = all.filter(({ state }) => state === undefined);
const descriptionOf = ({ shelf, ...dataset }: (typeof all)[number]) =>
  described(dataset, { organisation: organisationOf(shelf.organisation), today, newId: () => uuidv7(at) });
const storing = all.filter(({ forms }) => forms.includes('stored'));

describe('datasets of the demonstration', () => {
  it('are sixty or more, each with its own key and title', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(all.filter(({ key }) => !isSlug(key))).toEqual([]);
  });

  it.each(all.map((dataset) => [dataset.key, dataset] as const))('%s is what a form may send', (_, dataset) => {
    const description = descriptionOf(dataset);
    expect(descriptionInput.parse(JSON.parse(JSON.stringify(description)))).toEqual(description);
    expect(faultsOfDescription(description)).toEqual([]);
  });

  it.each(published.map((dataset) => [dataset.key, dataset] as const))(
    '%s could be published by hand',
    (_, dataset) => {
      const description = descriptionOf(dataset);
      const rules = { ...description, access: dataset.access } as unknown as Dataset;
      const lacking = missingFields(rules, description as DatasetContent).filter(({ required }) => required);
      expect(lacking).toEqual([]);
    },
  );

  it('cover every access level that a person sets, visibility, lane and state', () => {
    const set = accessLevels.filter((level) => level !== 'not-stated');
    expect(set.filter((level) => !published.some(({ access }) => access === level))).toEqual([]);
    expect(
      visibilities.filter((kind) => !published.some(({ visibility = 'everyone' }) => visibility === kind)),
    ).toEqual([]);
    const lanes = personalDataKinds.filter((kind) => kind !== 'not-stated');
    expect(lanes.filter((kind) => !published.some(({ personalData }) => personalData === kind))).toEqual([]);
    expect(all.filter(({ state }) => state === 'draft').length).toBeGreaterThanOrEqual(3);
    expect(all.filter(({ state, withdrawal }) => state === 'withdrawn' && withdrawal !== undefined)).toHaveLength(1);
  });

  it('have eight to twenty columns, whose sensitivity fits what the dataset holds about people', () => {
    for (const { key, columns = '', personalData } of all) {
      const read = columnsOf(columns);
      expect([key, read.length >= 8 && read.length <= 20]).toEqual([key, true]);
      const about = read.map(({ sensitivity }) => sensitivity).filter((sensitivity) => sensitivity !== 'none');
      expect([key, about.length > 0]).toEqual([key, personalData !== 'none']);
      if (personalData !== 'special-category') continue;
      expect([key, about.includes('special-category')]).toEqual([key, true]);
    }
  });

  it('name units and people that are there, with the right role', () => {
    for (const { shelf, unit, key } of all) {
      const { units } = organisationOf(shelf.organisation);
      if (unit !== undefined) expect([key, units]).toEqual([key, expect.arrayContaining([unit])]);
      const roleOf = (person?: string) =>
        people.find((one) => one.key === person && one.organisation === shelf.organisation)?.roles;
      expect(roleOf(shelf.owner)).toContain('owner');
      expect(roleOf(shelf.steward)).toContain('steward');
    }
  });

  it('lead to no real site: every address and mailbox ends in .example', () => {
    const text = JSON.stringify([all.map(descriptionOf), organisations, accounts]);
    const hosts = [...text.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+)/g)].map(([, host = '']) => host);
    expect(hosts.length).toBeGreaterThan(100);
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });
});

const fits = (type: string, cell: Row[string]): boolean => {
  if (cell === '') return true;
  if (type === 'integer' || type === 'year') return Number.isInteger(cell);
  if (type === 'number') return typeof cell === 'number' && Number.isFinite(cell);
  if (type === 'boolean') return typeof cell === 'boolean';
  if (type === 'date')
    return typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell));
  if (type === 'datetime')
    return typeof cell === 'string' && /T\d\d:\d\d/.test(cell) && !Number.isNaN(Date.parse(cell));
  if (type === 'time') return typeof cell === 'string' && /^\d\d:\d\d$/.test(cell);
  return typeof cell === 'string';
};

describe('files of the demonstration', () => {
  it('are a dozen or more, one for each dataset that stores one', () => {
    expect(storing.map(({ key }) => key).sort()).toEqual(Object.keys(files).sort());
    expect(storing.length).toBeGreaterThanOrEqual(12);
  });

  it.each(storing.map((dataset) => [dataset.key, dataset] as const))(
    '%s has the columns it is said to have',
    (key, dataset) => {
      const columns = columnsOf(dataset.columns ?? '');
      const rows = rowsOf(key, today);
      expect(rows.length).toBeGreaterThanOrEqual(200);
      expect(rows.length).toBeLessThanOrEqual(600);
      const [heading, ...body] = parse(csvOf(rows)) as string[][];
      expect(heading).toEqual(columns.map(({ name }) => name));
      expect(body).toHaveLength(rows.length);
      for (const { name, type } of columns) {
        const misfits = rows.map((row) => row[name]).filter((cell) => cell === undefined || !fits(type, cell));
        expect([name, misfits]).toEqual([name, []]);
        expect([name, rows.some((row) => row[name] !== '')]).toEqual([name, true]);
      }
    },
  );

  it.each(Object.keys(files))('%s is the same at every run, and moves with the day', (key) => {
    expect(csvOf(rowsOf(key, today))).toBe(csvOf(rowsOf(key, today)));
    expect(csvOf(rowsOf(key, today))).not.toBe(csvOf(rowsOf(key, '2027-02-28')));
  });

  it.each(['car-park-occupancy', 'air-quality-hourly', 'flood-gauges', 'city-footfall'])(
    '%s ends before today',
    (key) => {
      const text = csvOf(rowsOf(key, today));
      expect(text).toContain('2026-11-22');
      expect(text).not.toContain('2026-11-24');
    },
  );

  it('hold nothing that contradicts itself', () => {
    for (const row of rowsOf('car-park-occupancy', today))
      expect(Number(row['occupied']) + Number(row['free'])).toBe(row['capacity']);
    for (const row of rowsOf('planning-applications', today))
      if (row['decided_on'] !== '') expect(String(row['decided_on']) > String(row['received_on'])).toBe(true);
    for (const row of rowsOf('bin-collection-rounds', today)) {
      const day = new Date(`${row['next_collection']}T00:00:00Z`).toLocaleDateString('en-GB', {
        weekday: 'long',
        timeZone: 'UTC',
      });
      expect(day).toBe(row['collection_day']);
      expect(String(row['next_collection']) > today).toBe(true);
    }
  });
});

describe('organisations and people of the demonstration', () => {
  it('are of every kind, about a dozen, one of them unclaimed', () => {
    expect(organisationKinds.filter((kind) => !organisations.some((one) => one.kind === kind))).toEqual([]);
    expect(organisations.filter(({ standing }) => standing === 'unclaimed')).toHaveLength(1);
    expect(new Set(organisations.map(({ name }) => slugOf(name, 'x'))).size).toBe(organisations.length);
  });

  it('have an account for each role, at one password of twelve characters or more', () => {
    const names = ['requester', 'owner', 'steward', 'dpo', 'siro', 'board', 'signatory', 'administrator', 'operator'];
    expect(accounts.map(({ email }) => email)).toEqual(names.map((name) => `${name}@demo.example`));
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(1);
    expect(accounts[0]?.password.length).toBeGreaterThanOrEqual(12);
    expect(accounts.filter(({ role }) => role === '')).toEqual([]);
  });

  it('belong to organisations and units that are there', () => {
    const residents = people.filter(({ organisation }) => organisation === undefined);
    expect(residents.map(({ key }) => key)).toEqual(['i.merrowdale']);
    for (const { organisation, unit, key } of people) {
      if (organisation === undefined) continue;
      const { units, standing } = organisationOf(organisation);
      expect([key, standing === 'unclaimed']).toEqual([key, false]);
      if (unit !== undefined) expect([key, units]).toEqual([key, expect.arrayContaining([unit])]);
    }
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  });
});
