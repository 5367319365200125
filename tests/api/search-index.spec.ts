import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dataset, DatasetContent } from '#catalogue/domain';
import { searchRowOf, writeSearchRows } from '#catalogue/server';
import { testDatabase, type TestDatabase } from '#testing';
import { CatalogueFixture, type Imported } from './catalogue-fixture.ts';
import { People, StandingClock } from './people.ts';

let given: TestDatabase;
let fixture: CatalogueFixture;
let council: string;

beforeAll(async () => {
  given = await testDatabase();
  const people = new People(given.database, new StandingClock());
  fixture = new CatalogueFixture(people);
  council = await people.organisation('eastwick');
}, 60_000);

afterAll(() => given.close());

const rows = (): Promise<object[]> => given.database.rows('select * from dataset_search order by dataset');

/** Takes one dataset through every way of being seen; each step leaves what search and audience then hold. */
const steps: readonly ((dataset: Imported) => Promise<void>)[] = [
  (dataset) => fixture.give(dataset, { type: 'set-visibility', visibility: 'members' }),
  (dataset) => fixture.give(dataset, { type: 'set-visibility', visibility: 'organisation' }),
  (dataset) => fixture.give(dataset, { type: 'set-visibility', visibility: 'everyone' }),
  (dataset) => fixture.give(dataset, { type: 'set-access', access: 'named' }),
  (dataset) => fixture.give(dataset, { type: 'describe-dataset', description: { keywords: ['ferry', 'harbour'] } }),
  (dataset) => fixture.give(dataset, { type: 'withdraw-dataset', reason: 'It was wrong.' }),
];

describe('what the search keeps of a dataset', () => {
  test('is what would be made anew of its state, after every step', async () => {
    const dataset = await fixture.imported(council, {
      title: 'Piers',
      description: 'Each pier.',
      modified: '2026-02-03',
    });
    await fixture.imported(council, {
      title: 'Slipways',
      themes: ['TRAN', 'nonsense'],
      licence: 'unheard-of',
    });
    for (const step of steps) {
      await step(dataset);
      const kept = await rows();
      const state = await given.database.rows<{ state: Dataset; content: DatasetContent; at: string }>(
        'select state, content, to_json(changed_at) as at from dataset order by id',
      );
      await given.database.rows('delete from dataset_search');
      const made = state.map((row) => searchRowOf(row.state, row.content, new Date(row.at).toISOString()));
      await writeSearchRows(given.database, made);
      expect(await rows()).toEqual(kept);
    }
  });

  test('lets nobody find what the audience does not let them see, and hides nothing listed', async () => {
    const datasets = [];
    for (let index = 0; index < steps.length; index += 1) {
      const dataset = await fixture.imported(council, { title: `Quay ${index}` });
      for (const step of steps.slice(0, index)) await step(dataset);
      datasets.push(dataset.id);
    }
    const differing = await given.database.rows(
      `select dataset.id from dataset join dataset_search on dataset_search.dataset = dataset.id
       where dataset_search.audience is distinct from (select case
         when lifecycle <> 'published' then 2
         when bool_or(reader = 'public') then 0 when bool_or(reader = 'members') then 1 else 2 end
         from audience where audience.kind = 'dataset' and audience.id = dataset.id)`,
    );
    expect(differing).toEqual([]);
    const kinds = await given.database.rows<{ audience: number }>(
      'select distinct audience from dataset_search order by 1',
    );
    expect(kinds.map(({ audience }) => audience)).toEqual([0, 1, 2]);
  });
});
