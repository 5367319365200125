import { describe, expect, test } from '@jest/globals';
import { datasetView, descriptionInput } from '#catalogue/contracts';
import { describedFields } from '#catalogue/domain';
import { datasetExample } from '../../../testing/dataset-example.ts';
import { descriptionFrom } from './description-from.ts';
import { changedFields, emptyColumn, emptyModel, modelOf, type EditModel } from './edit-model.ts';
import { judge } from './judge-description.ts';
import { moved, without } from './list-order.ts';
import { mergeStale } from './merge-stale.ts';

const model = modelOf(datasetExample());
const edited = (changes: Partial<EditModel>): EditModel => ({ ...model, ...changes });

test('the example of the specs is what the contract allows', () => {
  expect(() => datasetView.parse(datasetExample())).not.toThrow();
});

test('the form has every field that a description may set', () => {
  expect(Object.keys(emptyModel).sort()).toEqual([...describedFields].sort());
});

describe('what is sent', () => {
  test('holds only the fields that were touched', () => {
    const now = edited({ title: 'River levels, hourly', keywords: 'river,  flood,\n tide ' });
    const fields = changedFields(model, now);
    expect(fields).toEqual(['title', 'keywords']);
    expect(descriptionFrom(now, fields)).toEqual({
      title: 'River levels, hourly',
      keywords: ['river', 'flood', 'tide'],
    });
  });

  test('empties a field with null, and never a title', () => {
    const now = edited({ summary: '  ', title: '', contact: { name: '', email: ' ', address: '' } });
    expect(descriptionFrom(now, ['summary', 'title', 'contact'])).toEqual({ summary: null, title: '', contact: null });
  });

  test('the whole form passes the contract as it opened', () => {
    const all = descriptionFrom(model, changedFields(emptyModel, model));
    expect(descriptionInput.safeParse(all).error?.issues).toBeUndefined();
  });

  test('keeps the ids of columns and leaves out those of new ones', () => {
    const columns = [...model.columns, { ...emptyColumn('k'), name: 'unit' }];
    expect(descriptionFrom(edited({ columns }), ['columns'])).toEqual({
      columns: [
        { id: model.columns[0]?.id, name: 'level', type: 'number', sensitivity: 'none' },
        { name: 'unit', type: 'string', sensitivity: 'not-stated' },
      ],
    });
  });
});

describe('judging', () => {
  const faults = (changes: Partial<EditModel>) => {
    const now = edited(changes);
    const verdict = judge(descriptionFrom(now, changedFields(model, now)));
    return 'faults' in verdict ? verdict.faults.map((fault) => fault.path) : [];
  };

  test('names each fault by its place', () => {
    expect(faults({ title: ' ', contact: { name: 'Team', email: 'nobody', address: '' } })).toEqual([
      'title',
      'contact.email',
    ]);
    expect(faults({ columns: [...model.columns, emptyColumn('k')] })).toEqual(['columns.1.name']);
    expect(faults({ issued: 'last week', summary: 'x'.repeat(251) })).toEqual(['summary', 'issued']);
  });

  test('an edge of the box that is no number is a fault at that edge', () => {
    expect(faults({ spatial: { ...model.spatial, west: '-1', south: 'north', east: '1', north: '54' } })).toEqual([
      'spatial.box.1',
    ]);
  });
});

describe('somebody saved first', () => {
  const theirs = edited({ summary: 'Theirs', charge: 'Free' });

  test('fields touched on one side alone are both kept', () => {
    const { model: merged, conflicts } = mergeStale(model, edited({ title: 'Mine' }), theirs);
    expect(merged).toMatchObject({ title: 'Mine', summary: 'Theirs', charge: 'Free' });
    expect(conflicts).toEqual([]);
  });

  test('a field that both changed keeps what was typed, and is named', () => {
    const { model: merged, conflicts } = mergeStale(model, edited({ summary: 'Mine' }), theirs);
    expect(merged.summary).toBe('Mine');
    expect(conflicts).toEqual(['summary']);
  });

  test('the same change on both sides is no clash', () => {
    expect(mergeStale(model, edited({ summary: 'Theirs' }), theirs).conflicts).toEqual([]);
  });
});

describe('the order of a list', () => {
  test('an entry is moved up and down', () => {
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  });

  test('an impossible move changes nothing', () => {
    expect(moved(['a'], 0, 1)).toEqual(['a']);
    expect(moved(['a'], 3, 0)).toEqual(['a']);
    expect(without(['a', 'b'], 0)).toEqual(['b']);
  });
});
