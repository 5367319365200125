import { describe, expect, test } from '@jest/globals';
import { answerText } from './answer-text.ts';
import type { Answer } from './answers.ts';
import { defaultQuestionSet } from './default-set/default-question-set.ts';
import { differencesOf } from './differences.ts';
import type { Question, QuestionKind } from './question-set.ts';

const choices = [
  { code: 'x', label: 'Better services' },
  { code: 'y', label: 'Safety' },
];
const question = (kind: QuestionKind): Question => ({ id: 'q', kind, label: 'Q', choices });

test.each<[QuestionKind, Answer, string]>([
  ['line', 'Trees', 'Trees'],
  ['text', 'Two\nlines', 'Two\nlines'],
  ['yes-no', true, 'Yes'],
  ['yes-no', false, 'No'],
  ['number', 0, '0'],
  ['choice', 'x', 'Better services'],
  ['choice', 'gone', 'gone'],
  ['choices', ['y', 'x'], 'Safety\nBetter services'],
  ['explained-choices', { x: 'Quicker.', y: '' }, 'Better services: Quicker.\nSafety'],
  ['date', '2026-03-09', '9 March 2026'],
  ['date', 'soon', 'soon'],
  ['period', { from: '2026-03-09', until: '2027-01-31' }, 'from 9 March 2026 until 31 January 2027'],
  ['period', { until: '2027-01-31' }, 'until 31 January 2027'],
  ['period', {}, ''],
  ['list', ['Ada', 'Grace'], 'Ada\nGrace'],
  ['files', [{ id: 'f1', name: 'dpia.pdf', bytes: 1, mediaType: 'application/pdf' }], 'dpia.pdf'],
])('an answer of the kind %s, %j, reads “%s”', (kind, answer, text) => {
  expect(answerText(question(kind), answer)).toBe(text);
});

test('no answer reads as nothing', () => {
  expect(answerText(question('text'), undefined)).toBe('');
});

describe('differences between two submissions', () => {
  test('stand in the order of the questions, in words', () => {
    const before = { title: 'Trees', personal: false, frequency: 'once', geography: 'Whole city' };
    const after = { title: 'Trees', personal: true, frequency: 'live', 'use-period': { from: '2026-03-09' } };
    expect(differencesOf(before, after, [defaultQuestionSet])).toEqual([
      { question: 'frequency', label: 'How often do you need it?', before: 'Once', after: 'All the time' },
      {
        question: 'use-period',
        label: 'From when until when do you want to use it?',
        after: 'from 9 March 2026',
      },
      { question: 'geography', label: 'Which places should it tell about?', before: 'Whole city' },
      {
        question: 'personal',
        label: 'Does the data tell anything about living people?',
        before: 'No',
        after: 'Yes',
      },
    ]);
  });
});
