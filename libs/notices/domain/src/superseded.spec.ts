import { expect, test } from '@jest/globals';
import { superseded, type OpenAsk } from './superseded.ts';

const day = (date: number): Date => new Date(Date.UTC(2026, 10, date));
const ask = (id: string, date: number, { person = 'ada', subject = 'case' } = {}): OpenAsk => ({
  id,
  person,
  subject,
  at: day(date),
});

test('the newest stands for all that asked the same person about the same subject, in whatever order they come', () => {
  const asks = [ask('second', 2), ask('third', 3), ask('first', 1)];
  expect(superseded(asks)).toEqual([
    { id: 'second', at: day(3) },
    { id: 'first', at: day(3) },
  ]);
});

test('another person and another subject are left alone', () => {
  const others = [ask('of another', 1, { person: 'ben' }), ask('about another', 1, { subject: 'agreement' })];
  expect(superseded([...others, ask('newest', 3)])).toEqual([]);
});

test('two of the same instant both stand, and settle what is older', () => {
  expect(superseded([ask('validate', 2), ask('advise', 2), ask('before', 1)])).toEqual([{ id: 'before', at: day(2) }]);
});

test('nothing supersedes one alone, or none', () => {
  expect(superseded([ask('alone', 1)])).toEqual([]);
  expect(superseded([])).toEqual([]);
});
