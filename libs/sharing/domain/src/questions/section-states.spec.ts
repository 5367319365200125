import { expect, test } from '@jest/globals';
import type { Answers } from './answers.ts';
import type { QuestionSet } from './question-set.ts';
import { sectionStates } from './section-states.ts';

const sets: readonly QuestionSet[] = [
  {
    id: 'default',
    version: 1,
    title: 'Set',
    sections: [
      {
        id: 'purpose',
        title: 'Purpose',
        questions: [
          { id: 'title', kind: 'line', label: 'Title', required: 'to-submit', longest: 10 },
          { id: 'aims', kind: 'text', label: 'Aims', required: 'to-approve' },
          { id: 'place', kind: 'text', label: 'Place' },
          { id: 'secret', kind: 'text', label: 'Secret', when: { answer: 'title', is: 'Secret' } },
        ],
      },
      { id: 'law', title: 'Law', when: { lane: 'B' }, questions: [{ id: 'basis', kind: 'text', label: 'Basis' }] },
    ],
  },
];
const states = (answers: Answers, lane: 'A' | 'B' = 'A') =>
  sectionStates(sets, { answers, lane }).map(({ section, state }) => [section, state]);

test('a section that nobody needs is told from one that nobody began', () => {
  expect(states({ basis: 'Public task' })).toEqual([
    ['purpose', 'not-started'],
    ['law', 'not-needed'],
  ]);
  expect(states({}, 'B')[1]).toEqual(['law', 'not-started']);
});

test('a section is complete once nothing required is missing', () => {
  expect(states({ place: 'Here' })[0]?.[1]).toBe('in-progress');
  expect(states({ title: 'Trees' })[0]?.[1]).toBe('in-progress');
  expect(states({ title: 'Trees', aims: 'Shade' })[0]?.[1]).toBe('complete');
  expect(states({ basis: 'Public task' }, 'B')[1]?.[1]).toBe('complete');
});

test('what is wrong keeps a section from being complete', () => {
  expect(states({ title: 'Far too long a title', aims: 'Shade' })[0]?.[1]).toBe('in-progress');
});

test('counts what is asked, answered and missing', () => {
  expect(sectionStates(sets, { answers: { place: 'Here', secret: 'x' }, lane: 'A' })[0]).toEqual({
    section: 'purpose',
    title: 'Purpose',
    state: 'in-progress',
    asked: 3,
    answered: 1,
    missingToSubmit: 1,
    missingToApprove: 1,
  });
});
