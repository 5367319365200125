import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evolveContent } from '#ledger/domain';
import { accessLevels, widens } from '../access.ts';
import type { ImportDataset } from '../commands.ts';
import type { Dataset, DatasetContent } from '../dataset.ts';
import type { DatasetEvent } from '../events.ts';
import { evolveDataset } from '../evolve.ts';
import { decideImport, decideVanished } from './decide-import.ts';

const id = '0197f000-0000-7000-8000-000000000001';
const csv = { id: '0197f000-0000-8000-8000-0000000000c1', format: 'csv', accessUrl: 'https://x.example/t.csv' };
const file = { id: '0197f000-0000-7000-8000-0000000000f1', bytes: 3, sha256: 'a'.repeat(64), mediaType: 'text/csv' };

const record = (
  hash: string,
  description: Partial<ImportDataset['description']> = {},
  access: ImportDataset['access'] = 'open',
): ImportDataset => ({
  type: 'import-dataset',
  ...{ id, organisation: 'org', slug: 'trees', source: 'source', key: 'key', recordHash: hash, access },
  description: { title: 'Trees', licence: 'ogl-3.0', identifier: 'trees', distributions: [csv], ...description },
});

interface Stored {
  readonly state?: Dataset;
  readonly content?: DatasetContent;
}

const after = ({ state, content }: Stored, ...events: readonly DatasetEvent[]): Stored =>
  events.reduce<Stored>(
    (stored, event) => ({
      state: evolveDataset(stored.state, event),
      content: evolveContent(stored.content, event.content),
    }),
    { state, content },
  );

function decided(stored: Stored, command: ImportDataset): readonly DatasetEvent[] {
  const outcome = decideImport(stored.state, stored.content, command);
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return outcome.value;
}

const imported = (command = record('1', { description: 'Every tree.', themes: ['ENVI'] })): Stored =>
  after({}, ...decided({}, command));
const describedHere = (fields: Record<string, unknown>, facts: object = {}): DatasetEvent => ({
  type: 'dataset-described',
  facts: { fields: [...Object.keys(fields), ...Object.keys(facts)] as never, by: 'person', ...facts },
  content: fields,
});

describe('a record that is new', () => {
  test('becomes a dataset, published and seen by everyone, in one event', () => {
    const events = decided({}, record('1'));
    expect(events.map(({ type }) => type)).toEqual(['dataset-imported']);
    expect(after({}, ...events).state).toMatchObject({
      ...{ id, lifecycle: 'published', visibility: 'everyone', access: 'open', licence: 'ogl-3.0', setHere: [] },
      source: { source: 'source', key: 'key', recordHash: '1', present: true },
      distributions: [{ id: csv.id, format: 'csv' }],
    });
  });

  test('its facts hold no words', () => {
    const [event] = decided({}, record('1', { description: 'Secret words', contact: { name: 'Ann' } }));
    expect(JSON.stringify(event?.facts)).not.toMatch(/Secret|Ann|Trees|x\.example/);
  });
});

describe('a record read again', () => {
  test('unchanged: nothing at all', () => expect(decided(imported(), record('1'))).toEqual([]));

  test('changed: only the fields that differ', () => {
    const [event, ...more] = decided(
      imported(),
      record('2', { title: 'Trees and shrubs', description: 'Every tree.', themes: ['ENVI'] }),
    );
    expect(more).toEqual([]);
    expect(event).toEqual({
      type: 'dataset-updated-from-source',
      facts: { fields: ['title'], by: 'import', recordHash: '2' },
      content: { title: 'Trees and shrubs' },
    });
  });

  test('a field that the source no longer gives is emptied, one it never speaks of is left', () => {
    const here = after(imported(), {
      type: 'dataset-described',
      facts: { fields: [], by: 'import', personalData: 'none' },
      content: {},
    });
    const stored = after(here, ...decided(here, record('2')));
    expect(stored.content).not.toHaveProperty('description');
    expect(stored.state).toMatchObject({ themes: [], personalData: 'none' });
  });

  test('a field that a person set here is kept; what the source says stands beside it until it says the same', () => {
    const here = after(imported(), describedHere({ title: 'Our trees' }));
    const differs = after(
      here,
      ...decided(here, record('2', { title: 'City trees', description: 'Every tree.', themes: ['ENVI'] })),
    );
    expect(differs.content).toMatchObject({ title: 'Our trees', sourceSays: { title: 'City trees' } });
    const agrees = after(
      differs,
      ...decided(differs, record('3', { title: 'Our trees', description: 'Every tree.', themes: ['ENVI'] })),
    );
    expect(agrees.content).toMatchObject({ title: 'Our trees' });
    expect(agrees.content).not.toHaveProperty('sourceSays');
  });

  test('codes that a person set here are kept as well', () => {
    const here = after(imported(), describedHere({}, { themes: ['TRAN'] }));
    const stored = after(here, ...decided(here, record('2', { description: 'Every tree.', themes: ['ENVI'] })));
    expect(stored.state?.themes).toEqual(['TRAN']);
    expect(stored.content?.sourceSays).toEqual({ themes: ['ENVI'] });
  });

  test('a stored file stays with its distribution', () => {
    const here = after(imported(), {
      type: 'dataset-file-attached',
      facts: { distribution: csv.id, file },
      content: {},
    });
    const stored = after(here, ...decided(here, record('2', { distributions: [{ ...csv, title: 'All trees' }] })));
    expect(stored.state?.distributions).toEqual([{ id: csv.id, format: 'csv', file }]);
  });

  test('withdrawn by a person: brought up to date, never published again', () => {
    const here = after(imported(), { type: 'dataset-withdrawn', facts: {}, content: { withdrawalReason: 'Wrong' } });
    const events = decided(here, record('2', { title: 'New title' }));
    expect(events.map(({ type }) => type)).toEqual(['dataset-updated-from-source']);
    expect(after(here, ...events).state).toMatchObject({ lifecycle: 'withdrawn', withdrawnByPerson: true });
  });

  test('of another source or with another key: refused', () => {
    const outcome = decideImport(imported().state, imported().content, { ...record('2'), key: 'other' });
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'catalogue.import-other-dataset' }] });
  });
});

describe('access', () => {
  test('narrower is followed; wider is only noted', () => {
    const here = imported();
    const closed = after(here, ...decided(here, record('2', {}, 'closed')));
    expect(closed.state?.access).toBe('closed');
    const again = after(closed, ...decided(closed, record('3', {}, 'open')));
    expect(again.state?.access).toBe('closed');
    expect(again.content?.sourceSays).toEqual({ access: 'open' });
  });

  test('what a person chose here is left alone', () => {
    const here = after(imported(), { type: 'dataset-access-set', facts: { access: 'named' } });
    const stored = after(here, ...decided(here, record('2', {}, 'closed')));
    expect(stored.state?.access).toBe('named');
  });

  test('no sequence of readings ever widens it', () => {
    const levels = fc.array(fc.constantFrom(...accessLevels), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(levels, fc.option(fc.constantFrom(...accessLevels)), (said, chosen) => {
        let stored = after({}, ...decided({}, record('0', {}, said[0])));
        if (chosen) stored = after(stored, { type: 'dataset-access-set', facts: { access: chosen } });
        for (const [index, access] of said.entries()) {
          const before = stored.state?.access ?? 'closed';
          stored = after(stored, ...decided(stored, record(String(index + 1), {}, access)));
          const now = stored.state?.access ?? 'open';
          expect(widens(before, now)).toBe(false);
          if (chosen || before === 'closed') expect(now).toBe(before);
        }
      }),
    );
  });
});

describe('a record that is gone', () => {
  const vanished = (stored: Stored) => {
    const outcome = decideVanished(stored.state);
    return outcome.ok ? outcome.value : outcome.refusals;
  };

  test('is marked once', () => {
    const here = imported();
    const gone = after(here, ...(vanished(here) as DatasetEvent[]));
    expect(gone.state).toMatchObject({ lifecycle: 'published', source: { present: false } });
    expect(vanished(gone)).toEqual([]);
  });

  test('comes back with the same words: present again, nothing else changed', () => {
    const here = imported(record('1'));
    const gone = after(here, { type: 'dataset-vanished-from-source', facts: {} });
    const events = decided(gone, record('1'));
    expect(events).toEqual([
      { type: 'dataset-updated-from-source', facts: { fields: [], by: 'import', recordHash: '1' }, content: {} },
    ]);
    expect(after(gone, ...events).state?.source?.present).toBe(true);
  });

  test('a dataset entered here has no source to vanish from', () => {
    expect(vanished({ state: { ...imported().state, source: undefined } as Dataset })).toMatchObject([
      { code: 'catalogue.import-no-source' },
    ]);
  });
});

test('repeating any reading changes nothing more', () => {
  const title = fc.constantFrom('A', 'B', 'C');
  const description = fc.record(
    {
      title,
      description: fc.option(title, { nil: undefined }),
      keywords: fc.option(fc.array(title), { nil: undefined }),
      themes: fc.option(fc.constant(['ENVI']), { nil: undefined }),
    },
    { requiredKeys: ['title'] },
  );
  fc.assert(
    fc.property(fc.array(description, { minLength: 1, maxLength: 5 }), fc.option(title), (readings, edited) => {
      let stored: Stored = {};
      for (const [index, words] of readings.entries()) {
        const command = record(String(index), words);
        stored = after(stored, ...decided(stored, command));
        if (edited && index === 0) stored = after(stored, describedHere({ title: edited }));
        stored = after(stored, ...decided(stored, { ...command, recordHash: `${index}b` }));
        expect(decided(stored, { ...command, recordHash: `${index}c` })).toEqual([]);
        if (edited) expect(stored.content?.title).toBe(edited);
      }
    }),
  );
});
