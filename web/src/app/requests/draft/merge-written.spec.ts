import { describe, expect, test } from '@jest/globals';
import { mergeWritten, partsOf, savable, withTheirs, writtenFrom } from './merge-written.ts';
import { changesBetween, nothingWritten, withAnswer, type Written } from './written.ts';

const lamps = {
  dataset: 'lamps',
  columns: [
    { column: 'height', justification: 'To see which need a ladder' },
    { column: 'street', justification: '' },
  ],
  rows: 'The old town',
};
const trees = { dataset: 'trees', columns: [], fields: 'Species and age', whole: true };
const base: Written = {
  answers: { title: 'Light and shade', commercial: false, benefits: { safety: 'Fewer falls', services: 'Quicker' } },
  basket: [lamps, trees],
};
const written = (answers: Written['answers'], basket: Written['basket'] = base.basket): Written => ({
  answers: { ...base.answers, ...answers },
  basket,
});

test('what is written comes back from its parts as it was', () => {
  expect(writtenFrom(partsOf(base))).toEqual(base);
  expect(writtenFrom(partsOf(nothingWritten))).toEqual(nothingWritten);
});

describe('what is sent', () => {
  test('is nothing where nothing differs, in whatever order the service keeps fields', () => {
    const reordered = { benefits: { services: 'Quicker', safety: 'Fewer falls' }, commercial: false };
    expect(changesBetween(base, { ...base, answers: { ...reordered, title: 'Light and shade' } })).toBeUndefined();
  });

  test('is only the answers that differ, and null for one taken away', () => {
    const now = withAnswer(withAnswer(base, 'commercial', undefined), 'title', 'Shade');
    expect(changesBetween(base, now)).toEqual({ answers: { commercial: null, title: 'Shade' } });
  });

  test('has the basket whole as soon as one part of it differs', () => {
    expect(changesBetween(base, { ...base, basket: [trees] })).toEqual({ basket: [trees] });
  });
});

describe('somebody saved first', () => {
  test('answers touched on one side alone are both kept', () => {
    const merged = mergeWritten(base, written({ title: 'Mine' }), written({ commercial: true, aims: 'Theirs' }));
    expect(merged.written.answers).toEqual({ ...base.answers, title: 'Mine', commercial: true, aims: 'Theirs' });
    expect(merged.clashes).toEqual([]);
  });

  test('an answer that both changed keeps what was typed here, and is named', () => {
    const merged = mergeWritten(base, written({ title: 'Mine' }), written({ title: 'Theirs' }));
    expect(merged.written.answers['title']).toBe('Mine');
    expect(merged.clashes).toEqual([{ part: 'answer title', theirs: 'Theirs' }]);
  });

  test('the same change on both sides is no clash', () => {
    expect(mergeWritten(base, written({ title: 'Ours' }), written({ title: 'Ours' })).clashes).toEqual([]);
  });

  test('an answer taken away here and changed there is a clash, as is the reverse', () => {
    const gone = withAnswer(base, 'title', undefined);
    const changed = written({ title: 'Changed' });
    expect(mergeWritten(base, gone, changed)).toMatchObject({ clashes: [{ part: 'answer title', theirs: 'Changed' }] });
    const { written: kept, clashes } = mergeWritten(base, changed, gone);
    expect(kept.answers['title']).toBe('Changed');
    expect(clashes).toEqual([{ part: 'answer title' }]);
  });

  test('columns of one dataset chosen on both sides are all there', () => {
    const mine = { ...lamps, columns: [...lamps.columns, { column: 'watts', justification: 'Cost' }] };
    const theirs = { ...lamps, columns: lamps.columns.slice(0, 1), rows: 'The new town' };
    const merged = mergeWritten(base, written({}, [mine, trees]), written({}, [theirs, trees]));
    expect(merged.clashes).toEqual([]);
    expect(merged.written.basket).toEqual([
      { ...lamps, columns: [lamps.columns[0], { column: 'watts', justification: 'Cost' }], rows: 'The new town' },
      trees,
    ]);
  });

  test('a dataset removed there goes, unless something of it was changed here', () => {
    expect(mergeWritten(base, base, written({}, [trees])).written.basket).toEqual([trees]);
    const mine = written({}, [{ ...lamps, rows: 'Mine' }, trees]);
    const merged = mergeWritten(base, mine, written({}, [trees]));
    expect(merged.written.basket).toContainEqual({ dataset: 'lamps', columns: [], rows: 'Mine' });
    expect(merged.clashes).toEqual([{ part: 'dataset lamps rows' }]);
  });
});

describe('while a clash waits for a choice', () => {
  const { written: mine, clashes } = mergeWritten(
    base,
    written({ title: 'Mine', aims: 'Also mine' }),
    written({ title: 'Theirs' }),
  );

  test('theirs is saved there, and mine everywhere else', () => {
    expect(savable(mine, clashes).answers).toMatchObject({ title: 'Theirs', aims: 'Also mine' });
    expect(mine.answers['title']).toBe('Mine');
  });

  test('taking theirs changes that part alone', () =>
    expect(withTheirs(mine, clashes[0]!).answers).toEqual({ ...mine.answers, title: 'Theirs' }));
});
