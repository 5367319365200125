import { describe, expect, test } from '@jest/globals';
import { faultsOfAnswers, missingAnswers, type AnswerCheck } from './answer-faults.ts';
import type { Answer, Answers } from './answers.ts';
import type { Question, QuestionSet } from './question-set.ts';

const choices = [
  { code: 'x', label: 'X' },
  { code: 'y', label: 'Y' },
];
const questions: readonly Question[] = [
  { id: 'title', kind: 'line', label: 'Title', required: 'to-submit', longest: 10 },
  { id: 'text', kind: 'text', label: 'Text', longest: 10 },
  { id: 'one', kind: 'choice', label: 'One', choices },
  { id: 'some', kind: 'choices', label: 'Some', choices },
  { id: 'why', kind: 'explained-choices', label: 'Why', choices, longest: 10, required: 'to-approve' },
  { id: 'personal', kind: 'yes-no', label: 'Personal?', required: 'to-submit' },
  { id: 'private', kind: 'yes-no', label: 'Private?', required: 'to-submit', when: { answer: 'personal', is: true } },
  { id: 'day', kind: 'date', label: 'Day' },
  { id: 'period', kind: 'period', label: 'Period' },
  { id: 'count', kind: 'number', label: 'Count' },
  { id: 'names', kind: 'list', label: 'Names', longest: 10 },
  { id: 'evidence', kind: 'files', label: 'Evidence' },
];
const sets: readonly QuestionSet[] = [
  { id: 'default', version: 1, title: 'Set', sections: [{ id: 'all', title: 'All', questions }] },
];
const file = { id: 'f1', name: 'dpia.pdf', bytes: 1200, mediaType: 'application/pdf' };

const faults = (answers: Answers, check: AnswerCheck = 'shape') =>
  faultsOfAnswers(sets, answers, { answers, lane: 'A' }, check).map(({ code, field }) => [code, field]);

describe('the shape of an answer', () => {
  test.each<[string, Answer]>([
    ['title', 'Trees'],
    ['text', 'Two\nlines'],
    ['text', ''],
    ['one', 'x'],
    ['some', ['y', 'x']],
    ['some', []],
    ['why', { x: 'Because' }],
    ['why', { x: '' }],
    ['personal', false],
    ['day', '2028-02-29'],
    ['day', ''],
    ['period', { from: '2026-01-01', until: '2026-01-01' }],
    ['period', { from: '', until: '2026-01-01' }],
    ['period', {}],
    ['count', 0],
    ['names', ['Ada', 'Grace']],
    ['evidence', [file]],
  ])('%s may be %j', (id, answer) => {
    expect(faults({ [id]: answer })).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['title', 'Trees and roads', 'too-long'],
    ['title', 'a\nb', 'misshapen'],
    ['text', 12, 'misshapen'],
    ['text', null, 'misshapen'],
    ['one', 'z', 'choice-unknown'],
    ['one', ['x'], 'misshapen'],
    ['some', ['x', 'x'], 'misshapen'],
    ['some', ['z'], 'choice-unknown'],
    ['some', 'x', 'misshapen'],
    ['why', { z: 'Because' }, 'choice-unknown'],
    ['why', { x: 1 }, 'misshapen'],
    ['why', { x: 'Because it is so' }, 'too-long'],
    ['why', ['x'], 'misshapen'],
    ['personal', 'yes', 'misshapen'],
    ['day', '2026-02-29', 'date-malformed'],
    ['day', '1.2.2026', 'date-malformed'],
    ['period', { from: '2026-02-01', until: '2026-01-31' }, 'period-backwards'],
    ['period', { from: '2026-02-30' }, 'date-malformed'],
    ['period', { since: '2026-02-01' }, 'misshapen'],
    ['count', Number.NaN, 'misshapen'],
    ['count', '12', 'misshapen'],
    ['names', ['a\nb'], 'misshapen'],
    ['names', ['Ada Lovelace'], 'too-long'],
    ['names', Array.from({ length: 51 }, () => 'Ada'), 'too-many'],
    ['evidence', [{ ...file, bytes: '12' }], 'misshapen'],
    ['evidence', Array.from({ length: 21 }, () => file), 'too-many'],
  ])('%s may not be %j', (id, answer, reason) => {
    expect(faults({ [id]: answer as Answer })).toEqual([[`sharing.answer-${reason}`, `answers.${id}`]]);
  });

  test('an unknown question is named', () => {
    expect(faults({ nobody: 'x' })).toEqual([['sharing.question-unknown', 'answers.nobody']]);
  });
});

describe('what is missing', () => {
  test('to submit keeps from submitting; to approve it is named apart', () => {
    expect(faults({}, 'shape')).toEqual([]);
    expect(faults({}, 'complete')).toEqual([
      ['sharing.answer-missing', 'answers.title'],
      ['sharing.answer-missing', 'answers.personal'],
    ]);
    expect(faults({ title: ' ', personal: false }, 'approvable')).toEqual([
      ['sharing.answer-missing', 'answers.title'],
      ['sharing.answer-missing-to-approve', 'answers.why'],
    ]);
    expect(missingAnswers(sets, { answers: { title: 'Trees', personal: false }, lane: 'A' })).toEqual([
      { question: 'why', label: 'Why', section: 'all', required: 'to-approve' },
    ]);
  });

  test('is only what is asked now', () => {
    expect(faults({ title: 'Trees', personal: true }, 'complete')).toEqual([
      ['sharing.answer-missing', 'answers.private'],
    ]);
    expect(faults({ title: 'Trees', personal: false }, 'complete')).toEqual([]);
  });

  test('a choice without its explanation is not answered', () => {
    const answers = { title: 'Trees', personal: false, why: { x: 'So it is', y: ' ' } };
    expect(faults(answers, 'approvable')).toEqual([['sharing.answer-missing-to-approve', 'answers.why']]);
    expect(faults({ ...answers, why: { x: 'So it is' } }, 'approvable')).toEqual([]);
  });
});
