import { describe, expect, test } from '@jest/globals';
import { accessSet, draft, givenDataset, ids, imported, published, visibilitySet, withdrawn } from '#testing/catalogue';
import type { DatasetEvent } from './events.ts';
import { evolveDataset } from './evolve.ts';

const file = { id: ids.file, bytes: 1, sha256: 'a'.repeat(64), mediaType: 'text/csv' };
const record = 'b'.repeat(64);
const [registered] = draft() as [DatasetEvent];

/** Every type of event but the two that begin a dataset. */
const following: Record<Exclude<DatasetEvent['type'], 'dataset-registered' | 'dataset-imported'>, DatasetEvent> = {
  'dataset-described': { type: 'dataset-described', facts: { fields: ['licence'], by: 'person', licence: 'ogl-3.0' } },
  'dataset-updated-from-source': {
    type: 'dataset-updated-from-source',
    facts: { fields: ['licence'], by: 'import', licence: 'cc0-1.0', recordHash: record, access: 'closed' },
  },
  'dataset-vanished-from-source': { type: 'dataset-vanished-from-source', facts: {} },
  'dataset-access-set': accessSet('named'),
  'dataset-visibility-set': visibilitySet('members'),
  'dataset-responsibility-assigned': { type: 'dataset-responsibility-assigned', facts: { owners: [ids.owner] } },
  'dataset-published': published,
  'dataset-withdrawn': withdrawn,
  'dataset-file-attached': { type: 'dataset-file-attached', facts: { distribution: ids.distribution, file } },
};

describe('folding', () => {
  const begun = givenDataset(imported()).dataset;

  test.each(Object.values(following))('$type may come to any dataset, and changes it', (event) => {
    const target = event.type === 'dataset-published' ? evolveDataset(begun, withdrawn) : begun;
    const given =
      event.type === 'dataset-file-attached'
        ? { ...target, distributions: [{ id: ids.distribution, format: 'csv' }] }
        : target;
    const after = evolveDataset(given, event);
    expect(after).not.toEqual(given);
    expect(after).toMatchObject({ id: ids.dataset, organisation: ids.organisation, slug: 'street-trees' });
  });

  test.each(Object.values(following))('$type begins no dataset', (event) => {
    expect(() => evolveDataset(undefined, event)).toThrow(event.type);
  });

  test.each([registered, imported()])('$type comes once', (event) => {
    expect(() => evolveDataset(begun, event)).toThrow('once');
  });

  test('leaves what it was given as it was', () => {
    const frozen = Object.freeze({ ...begun, setHere: Object.freeze([]) as never, owners: Object.freeze([]) as never });
    for (const event of Object.values(following)) evolveDataset(frozen, event);
    expect(frozen).toEqual(begun);
  });

  test('reads facts alone: without its words a history folds to the same', () => {
    const events = [...draft({ summary: 'Trees', keywords: ['tree'] }), accessSet('open'), published, withdrawn];
    const erased = events.map(({ content: _content, ...event }) => event as DatasetEvent);
    expect(givenDataset(...erased).dataset).toEqual(givenDataset(...events).dataset);
  });
});

describe('a record of a source', () => {
  test('that vanished and came back is present again, with what it says now', () => {
    const vanished = givenDataset(imported(), following['dataset-vanished-from-source']).dataset;
    expect(vanished).toMatchObject({ lifecycle: 'published', source: { present: false } });
    const back = evolveDataset(vanished, following['dataset-updated-from-source']);
    expect(back).toMatchObject({ licence: 'cc0-1.0', access: 'closed', source: { present: true, recordHash: record } });
  });

  test('does not count as set here', () => {
    expect(givenDataset(imported(), following['dataset-updated-from-source']).dataset.setHere).toEqual([]);
    expect(givenDataset(imported(), following['dataset-described']).dataset.setHere).toEqual(['licence']);
  });

  test('entered by hand has no source to vanish from', () => {
    expect(givenDataset(registered, following['dataset-vanished-from-source']).dataset.source).toBeUndefined();
  });
});
