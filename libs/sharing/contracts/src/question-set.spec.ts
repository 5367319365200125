import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { defaultQuestionSet, type Answers, type QuestionSet } from '#sharing/domain';
import { golden } from '#testing/golden';
import { questionSetEvents } from './events/question-set-events.ts';
import { answersInput, answersView, ownQuestions, questionSet } from './question-set.ts';

const sections = defaultQuestionSet.sections.map((section) => ({ ...section, id: `own-${section.id}` }));

test('the default set is one, and comes out of it as it went in', () => {
  const parsed: QuestionSet = questionSet.parse(structuredClone(defaultQuestionSet));
  expect(parsed).toEqual(defaultQuestionSet);
});

test('its shape can be published with the interface', () => {
  const schema = z.toJSONSchema(questionSet, { io: 'output' });
  expect(JSON.stringify(schema)).toContain('"$ref":"#/$defs/QuestionCondition"');
});

describe('an owner’s file', () => {
  const issues = (file: unknown) =>
    ownQuestions.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  test('is read as sections of questions', () => {
    expect(issues({ title: 'Ours', sections })).toEqual([]);
  });

  test('is told each mistake by its path', () => {
    const [first] = sections;
    const mistyped = [{ ...first, questions: [{ id: 'own-A', kind: 'line', label: '', requried: true }] }];
    const found = issues({ title: 'Ours', sections: mistyped, id: 'default' });
    expect(found).toEqual([
      expect.stringMatching(/^sections\.0\.questions\.0\.id: Write it in a to z/),
      expect.stringMatching(/^sections\.0\.questions\.0\.label: /),
      expect.stringMatching(/^sections\.0\.questions\.0: .*requried/),
      expect.stringMatching(/^: .*id/),
    ]);
  });

  test('is told how a condition is written', () => {
    const [first] = sections;
    expect(
      issues({ title: 'Ours', sections: [{ ...first, when: { all: [{ answer: 'own-a', equals: 1 }] } }] }),
    ).toEqual([expect.stringMatching(/^sections\.0\.when: Write a condition/)]);
  });

  test('nested without end is refused, and does not exhaust the reader', () => {
    let condition: unknown = { lane: 'B' };
    for (let depth = 0; depth < 100_000; depth += 1) condition = { not: condition };
    expect(issues({ title: 'Ours', sections: [{ ...sections[0], when: condition }] })).toEqual([
      ': is nested too deep',
    ]);
  });
});

describe('answers', () => {
  test.each<[string, unknown]>([
    ['every kind', { a: 'x', b: true, c: 0, d: ['x'], e: { from: '2026-01-01' }, f: { services: 'Quicker' }, g: [] }],
    [
      'a file',
      { a: [{ id: '019ab0c2-0000-7000-8000-000000000001', name: 'a.pdf', bytes: 1, mediaType: 'text/plain' }] },
    ],
  ])('of %s are taken', (_, answers) => {
    const parsed: Answers = answersInput.parse(answers);
    expect(parsed).toEqual(answers);
    expect(answersView.parse(answers)).toEqual(answers);
  });

  test.each<[string, unknown]>([
    ['of no known kind', { a: null }],
    ['under a name that something inherits', { __proto: 'x' }],
    ['too long', { a: 'x'.repeat(20_001) }],
    ['too many lines', { a: Array.from({ length: 51 }, () => 'x') }],
    ['too many at once', Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`a${index}`, 'x']))],
    ['explained too often', { a: Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`a${index}`, 'x'])) }],
    ['a file of no known id', { a: [{ id: '../x', name: 'a.pdf', bytes: 1, mediaType: 'text/plain' }] }],
    ['a list', []],
  ])('%s are refused', (_, answers) => {
    expect(answersInput.safeParse(answers).success).toBe(false);
  });

  test('anything else is refused by a value, not by an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        answersInput.safeParse(value);
        ownQuestions.safeParse(value);
        questionSet.safeParse(value);
      }),
    );
  });
});

test('one example of every version of its event stands in the golden and is still understood', () => {
  const examples = Object.fromEntries(Object.entries(questionSetEvents).map(([type, one]) => [type, one.examples]));
  const text = `${JSON.stringify(examples, null, 2)}\n`;
  expect(text).toBe(golden('tests/goldens/question-set-events.json', text));
  const contract = questionSetEvents['question-set-published'];
  expect(Object.keys(contract.examples)).toEqual(['1']);
  for (const { facts, content } of Object.values(contract.examples)) {
    expect(contract.facts.safeParse(facts)).toMatchObject({ success: true });
    expect(contract.content?.safeParse(content)).toMatchObject({ success: true });
    expect(contract.facts.safeParse({ ...(facts as object), title: 'Words' }).success).toBe(false);
  }
});
