import { expect, test } from '@jest/globals';
import type { AgreementView } from '#sharing/contracts';
import { dataIn } from './data-rules.ts';
import { lossWords } from './step-dialog.ts';

type Dataset = AgreementView['datasets'][number];

const column = (
  id: string,
  code: Dataset['columns'][number]['form']['code'],
  rule?: Dataset['columns'][number]['rule'],
) => ({
  ...{ id, name: id, form: { code, label: code } },
  ...(rule === undefined ? {} : { rule }),
});

const dataset: Dataset = {
  ...{ id: 'kerbs', slug: 'kerbs', title: 'Kerbs', whole: false, rows: [], available: [] },
  columns: [
    column('street', 'as-is'),
    column('minutes', 'banded', { kind: 'band', width: 10 }),
    column('changed', 'generalised', { kind: 'characters', keep: 4 }),
  ],
};

const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

test('every column goes along in the form that was approved, with the rule that the form says', () => {
  const form = formOf({
    'minutes-kind': 'band',
    'minutes-band': '2,5',
    'changed-kind': 'period',
    'changed-period': 'month',
  });
  expect(dataIn(form, dataset)).toEqual({
    dataset: 'kerbs',
    columns: [
      { column: 'street', form: 'as-is' },
      { column: 'minutes', form: 'banded', rule: { kind: 'band', width: 2.5 } },
      { column: 'changed', form: 'generalised', rule: { kind: 'period', to: 'month' } },
    ],
    rows: [],
  });
});

test.each([
  ['values, a line each', { 'rows-is': 'North\n\n South ' }, [{ column: 'ward', is: ['North', 'South'] }]],
  ['a range', { 'rows-from': '2026-01-01' }, [{ column: 'ward', from: '2026-01-01' }]],
  ['both ends', { 'rows-from': '1', 'rows-until': '9' }, [{ column: 'ward', from: '1', until: '9' }]],
])('rows are chosen by %s', (_, fields, rows) => {
  expect(dataIn(formOf({ 'rows-column': 'ward', ...fields }), dataset)).toMatchObject({ rows });
});

test('who loses what is said in words that fit the numbers', () => {
  expect(lossWords(1, 0, 2)).toBe(
    '1 permission stops; 0 people have accepted the terms, and downloaded 2 times so far.',
  );
  expect(lossWords(3, 1, 1)).toBe('3 permissions stop; 1 person has accepted the terms, and downloaded 1 time so far.');
});
