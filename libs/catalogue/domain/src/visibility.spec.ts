import { describe, expect, test } from '@jest/globals';
import { anyone, type Actor } from '#kernel';
import {
  accessSet,
  draft,
  givenDataset,
  ids,
  imported,
  personWith,
  published,
  visibilitySet,
  withdrawn,
} from '#testing/catalogue';
import { golden } from '#testing/golden';
import { accessLevels, lifecycles, visibilities } from './access.ts';
import type { Dataset } from './dataset.ts';
import type { DatasetEvent } from './events.ts';
import { audienceOf, isListed, mayDownload, maySeeAddresses, maySeeDataset } from './visibility.ts';

const readers: Record<string, Actor> = {
  visitor: anyone,
  'person without organisation': { ...personWith([]), memberships: [], actingFor: undefined },
  'member elsewhere': personWith(['steward', 'owner'], ids.otherOrganisation),
  colleague: personWith(['requester', 'administrator']),
  steward: personWith(['steward']),
  owner: personWith(['owner']),
  'member acting elsewhere': { ...personWith(['owner']), actingFor: ids.otherOrganisation },
};

interface Combination {
  readonly name: string;
  readonly dataset: Dataset;
  readonly reader: string;
}

/** Every dataset that events can make of these parts, for every reader. */
const combinations: Combination[] = ['entered', 'imported'].flatMap((origin) =>
  lifecycles.flatMap((lifecycle) =>
    visibilities.flatMap((visibility) =>
      accessLevels.flatMap((access) => {
        if (origin === 'imported' && lifecycle === 'draft') return [];
        const begun: readonly DatasetEvent[] =
          origin === 'imported'
            ? [imported(access)]
            : [...draft(), ...(access === 'not-stated' ? [] : [accessSet(access)])];
        const grown: DatasetEvent[] = [];
        if (origin === 'entered' && lifecycle !== 'draft') grown.push(published);
        if (lifecycle === 'withdrawn') grown.push(withdrawn);
        const { dataset } = givenDataset(...begun, visibilitySet(visibility), ...grown);
        expect(dataset).toMatchObject({ lifecycle, visibility, access });
        return Object.keys(readers).map((reader) => ({
          name: `${origin} · ${lifecycle} · ${visibility} · ${access} · ${reader}`,
          dataset,
          reader,
        }));
      }),
    ),
  ),
);

const actorOf = ({ reader }: Combination): Actor => readers[reader] ?? anyone;
const every = (rule: (one: Combination, actor: Actor) => boolean): void => {
  expect(combinations.filter((one) => !rule(one, actorOf(one))).map(({ name }) => name)).toEqual([]);
};

test('who sees a dataset, its rows and its addresses is as in the golden', () => {
  const lines = combinations.map((one) => {
    const actor = actorOf(one);
    const may = [
      maySeeDataset(actor, one.dataset) && 'sees',
      mayDownload(actor, one.dataset) && 'rows',
      maySeeAddresses(actor, one.dataset) && 'addresses',
    ].filter(Boolean);
    return `${one.name}: ${may.length === 0 ? 'nothing' : may.join(', ')}`;
  });
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/datasets-visibility.txt', text));
});

describe('whatever the dataset and the reader', () => {
  test('who has the rows sees the dataset, and has the addresses', () => {
    every(({ dataset }, actor) => !mayDownload(actor, dataset) || maySeeDataset(actor, dataset));
    every(({ dataset }, actor) => !mayDownload(actor, dataset) || maySeeAddresses(actor, dataset));
    every(({ dataset }, actor) => !maySeeAddresses(actor, dataset) || maySeeDataset(actor, dataset));
  });

  test('a draft is its organisation’s alone, a colleague sees everything of theirs', () => {
    every(
      ({ dataset, reader }, actor) =>
        dataset.lifecycle !== 'draft' || maySeeDataset(actor, dataset) === isColleague(reader),
    );
    every(({ dataset, reader }, actor) => !isColleague(reader) || maySeeDataset(actor, dataset));
  });

  test('the rows of what is not open are nobody’s but its stewards’ and owners’', () => {
    const keeps = (reader: string) => ['steward', 'owner', 'member acting elsewhere'].includes(reader);
    every(({ dataset, reader }, actor) =>
      dataset.access === 'open' ? true : mayDownload(actor, dataset) === keeps(reader),
    );
    every(({ dataset, reader }, actor) =>
      dataset.lifecycle === 'published' ? true : mayDownload(actor, dataset) === keeps(reader),
    );
  });

  test('silence about access is no permission: its rows are not given, its publisher’s own addresses are', () => {
    every(({ dataset, reader }, actor) => {
      if (dataset.access !== 'not-stated' || ['steward', 'owner', 'member acting elsewhere'].includes(reader))
        return true;
      const shown = dataset.source !== undefined && dataset.lifecycle === 'published' && maySeeDataset(actor, dataset);
      return maySeeAddresses(actor, dataset) === shown;
    });
  });

  test('a machine sees that it is there and has no rows but open ones', () => {
    const machine: Actor = { kind: 'machine', name: 'schedule' };
    for (const { dataset } of combinations) {
      expect(maySeeDataset(machine, dataset)).toBe(true);
      expect(mayDownload(machine, dataset)).toBe(dataset.access === 'open' && dataset.lifecycle === 'published');
    }
  });

  test('only what is published is listed, and the audience is the one who may see', () => {
    const smallest = { public: 'visitor', members: 'member elsewhere', organisation: 'colleague' };
    for (const { dataset } of combinations) {
      expect(isListed(dataset)).toBe(dataset.lifecycle === 'published');
      const audience = audienceOf(dataset);
      expect(maySeeDataset(readers[smallest[audience]] ?? anyone, dataset)).toBe(true);
      if (audience !== 'public') expect(maySeeDataset(anyone, dataset)).toBe(false);
      if (audience === 'organisation')
        expect(maySeeDataset(readers['member elsewhere'] ?? anyone, dataset)).toBe(false);
    }
  });
});

function isColleague(reader: string): boolean {
  return ['colleague', 'steward', 'owner', 'member acting elsewhere'].includes(reader);
}
