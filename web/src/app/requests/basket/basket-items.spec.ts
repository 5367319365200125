import { describe, expect, test } from '@jest/globals';
import { mostWanted, wantedIn, withWanted, type WantedDataset } from './basket-items.ts';
import { byOwner } from './by-owner.ts';

const wanted = (id: string, owner = 'council'): WantedDataset => ({
  id,
  slug: `slug-${id}`,
  title: `Title ${id}`,
  publisher: { id: owner, name: `The ${owner}` },
});

describe('what a browser kept', () => {
  test('comes back as it was', () => {
    const items = [wanted('a'), wanted('b', 'water')];
    expect(wantedIn(JSON.stringify(items))).toEqual(items);
  });

  test.each([null, '', 'no json', '{}', '"a"', 'null', '[null, 1, {"id": "a"}]'])('%j holds nothing', (kept) =>
    expect(wantedIn(kept)).toEqual([]),
  );

  test('has each dataset once, and no more than can be asked for', () => {
    const many = Array.from({ length: 60 }, (_, at) => wanted(`d${at}`));
    expect(wantedIn(JSON.stringify([wanted('a'), wanted('a'), ...many]))).toHaveLength(mostWanted);
    expect(wantedIn(JSON.stringify([wanted('a'), wanted('a')]))).toEqual([wanted('a')]);
  });
});

test('a dataset is put in once, with nothing but what the basket needs', () => {
  const whole = { ...wanted('a'), summary: 'Much more', publisher: { ...wanted('a').publisher, slug: 'council' } };
  expect(withWanted([], whole)).toEqual([wanted('a')]);
  const renamed = { ...wanted('a'), title: 'A new title' };
  expect(withWanted([wanted('a'), wanted('b')], renamed)).toEqual([renamed, wanted('b')]);
});

test('a full basket takes no more', () => {
  const full = Array.from({ length: mostWanted }, (_, at) => wanted(`d${at}`));
  expect(withWanted(full, wanted('one-more'))).toBe(full);
});

test('datasets stand by the organisation that decides, as they came', () => {
  const items = [wanted('a'), wanted('b', 'water'), wanted('c')];
  expect(byOwner(items).map(({ publisher, items: theirs }) => [publisher.id, theirs.map(({ id }) => id)])).toEqual([
    ['council', ['a', 'c']],
    ['water', ['b']],
  ]);
});
