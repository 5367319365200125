import { expect, test } from '@jest/globals';
import { readOwnQuestions } from './read-own-questions.ts';

const faults = (file: unknown) => {
  const read = readOwnQuestions(typeof file === 'string' ? file : JSON.stringify(file));
  return read.ok ? [] : read.refusals.map(({ code, field }) => [code, field]);
};
const question = { id: 'own-a', kind: 'line', label: 'A?' };
const fileOf = (...questions: object[]) => ({
  title: 'Ours',
  sections: [{ id: 'own-s', title: 'S', questions }],
});

test('a sound file has none', () => {
  expect(faults(fileOf(question))).toEqual([]);
});

test('what is no JSON is said to be none', () => {
  expect(faults('{ "title": ')).toEqual([['sharing.file-malformed', undefined]]);
});

test('a slip of the shape is named by its path, before any rule', () => {
  const kind = { ...question, kind: 'colour', hints: 'x' };
  expect(faults(fileOf(question, kind))).toEqual([
    ['sharing.questions-malformed', 'sections[0].questions[1].kind'],
    ['sharing.questions-malformed', 'sections[0].questions[1]'],
  ]);
  expect(faults([])).toEqual([['sharing.questions-malformed', undefined]]);
});

test('a breach of a rule is named by its path', () => {
  expect(faults(fileOf(question, { ...question, when: { answer: 'own-gone', is: true } }))).toEqual([
    ['sharing.question-id-taken', 'sections[0].questions[1].id'],
    ['sharing.condition-unknown', 'sections[0].questions[1].when.answer'],
  ]);
});

test('what the database could not keep is refused', () => {
  expect(faults(fileOf({ ...question, label: 'A\u0000' }))).toEqual([
    ['sharing.questions-malformed', 'sections[0].questions[0].label'],
  ]);
});
