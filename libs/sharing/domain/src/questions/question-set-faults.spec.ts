import { describe, expect, test } from '@jest/globals';
import type { Condition, Question, Section } from './question-set.ts';
import { faultsOfSections } from './question-set-faults.ts';

const choices = [
  { code: 'x', label: 'X' },
  { code: 'y', label: 'Y' },
];
const sound: readonly Question[] = [
  { id: 'sure', kind: 'yes-no', label: 'Sure?' },
  { id: 'one', kind: 'choice', label: 'One', choices },
  { id: 'some', kind: 'choices', label: 'Some', choices, when: { answer: 'sure', is: true } },
];
const section = (questions: readonly Question[], more: Partial<Section> = {}): Section => ({
  id: 'own-a',
  title: 'A',
  questions,
  ...more,
});
const faults = (...sections: readonly Section[]) =>
  faultsOfSections(sections, [{ id: 'title', kind: 'line', label: 'Title' }]).map(({ code, field }) => [code, field]);
const withCondition = (when: Condition) =>
  faults(section([...sound, { id: 'text', kind: 'text', label: 'Text', when }]));
const at = 'sections[0].questions[3]';

test('a sound set has no faults', () => {
  expect(faults(section(sound, { when: { lane: 'B' } }))).toEqual([]);
});

describe('ids and codes', () => {
  test('stand once, here and in the sets beside', () => {
    expect(faults(section(sound), section([{ ...sound[0]!, id: 'one' }]))).toEqual([
      ['sharing.section-id-taken', 'sections[1].id'],
      ['sharing.question-id-taken', 'sections[1].questions[0].id'],
    ]);
    expect(faults(section([{ id: 'title', kind: 'line', label: 'Title' }]))).toEqual([
      ['sharing.question-id-taken', 'sections[0].questions[0].id'],
    ]);
  });

  test('choices are there where they are chosen from, and nowhere else', () => {
    const kinds: readonly Question[] = [
      { id: 'a', kind: 'choice', label: 'A' },
      { id: 'b', kind: 'explained-choices', label: 'B', choices: [...choices, choices[0]!] },
      { id: 'c', kind: 'date', label: 'C', choices },
    ];
    expect(faults(section(kinds))).toEqual([
      ['sharing.choices-missing', 'sections[0].questions[0].choices'],
      ['sharing.choice-code-taken', 'sections[0].questions[1].choices[2].code'],
      ['sharing.choices-unwanted', 'sections[0].questions[2].choices'],
    ]);
  });

  test('lengths are for texts, and sane', () => {
    const lengths: readonly Question[] = [
      { id: 'a', kind: 'text', label: 'A', longest: 0 },
      { id: 'b', kind: 'list', label: 'B', longest: 20_001 },
      { id: 'c', kind: 'number', label: 'C', longest: 5 },
    ];
    expect(faults(section(lengths))).toEqual([
      ['sharing.length-out-of-range', 'sections[0].questions[0].longest'],
      ['sharing.length-out-of-range', 'sections[0].questions[1].longest'],
      ['sharing.length-unwanted', 'sections[0].questions[2].longest'],
    ]);
  });
});

describe('conditions', () => {
  test.each<[string, Condition]>([
    ['a code', { answer: 'one', is: 'x' }],
    ['a yes', { not: { answer: 'sure', is: false } }],
    ['one of several', { all: [{ answer: 'some', has: 'y' }, { lane: 'C' }] }],
  ])('on %s stand', (_, condition) => {
    expect(withCondition(condition)).toEqual([]);
  });

  test.each<[string, Condition, string, string]>([
    ['a question that is not there', { answer: 'gone', is: true }, 'unknown', '.when.answer'],
    ['a code that is not there', { any: [{ answer: 'one', is: 'z' }] }, 'never', '.when.any[0]'],
    ['a yes to a choice', { answer: 'one', is: true }, 'never', '.when'],
    ['a code of a yes', { not: { answer: 'sure', is: 'x' } }, 'never', '.when.not'],
    ['several of one choice', { all: [{ answer: 'one', has: 'x' }] }, 'never', '.when.all[0]'],
    ['one code of several choices', { answer: 'some', is: 'x' }, 'never', '.when'],
    ['a text', { answer: 'title', is: 'x' }, 'never', '.when'],
    ['any of nothing', { any: [] }, 'never', '.when.any'],
  ])('on %s are refused', (_, condition, reason, path) => {
    expect(withCondition(condition)).toEqual([[`sharing.condition-${reason}`, `${at}${path}`]]);
  });

  test('too deep to be understood are refused', () => {
    const nested = (depth: number): Condition => (depth === 1 ? { lane: 'B' } : { not: nested(depth - 1) });
    expect(withCondition(nested(6))).toEqual([]);
    expect(withCondition(nested(7))).toEqual([['sharing.condition-too-deep', `${at}.when`]]);
  });

  test('in a circle are refused, through a section as well', () => {
    const circle: readonly Question[] = [
      { id: 'a', kind: 'yes-no', label: 'A', when: { answer: 'b', is: true } },
      { id: 'b', kind: 'yes-no', label: 'B', when: { answer: 'a', is: true } },
      { id: 'c', kind: 'yes-no', label: 'C', when: { answer: 'a', is: true } },
    ];
    expect(faults(section(circle))).toEqual([
      ['sharing.condition-circle', 'sections[0].questions[0].when'],
      ['sharing.condition-circle', 'sections[0].questions[1].when'],
    ]);
    expect(faults(section([{ id: 'a', kind: 'yes-no', label: 'A' }], { when: { answer: 'a', is: true } }))).toEqual([
      ['sharing.condition-circle', 'sections[0].questions[0].when'],
    ]);
  });
});
