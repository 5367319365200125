import { describe, expect, test } from '@jest/globals';
import { longestOf } from '../answer-shape.ts';
import type { Answer, Answers } from '../answers.ts';
import { askedSections, withholdQuestion } from '../asked-sections.ts';
import { questionsRead } from '../condition.ts';
import { lanes, type Lane } from '../../lane.ts';
import type { Condition, Question } from '../question-set.ts';
import { faultsOfSections } from '../question-set-faults.ts';
import { defaultQuestionSet } from './default-question-set.ts';

const { sections } = defaultQuestionSet;
const questions = sections.flatMap((section) => section.questions);
const conditionsOf = new Map<string, readonly Condition[]>(
  sections.flatMap((section) =>
    section.questions.map(({ id, when }) => [id, [section.when, when].filter((one) => one !== undefined)]),
  ),
);

test('it has the five sections, each with a title and an introduction', () => {
  expect(sections.map(({ id }) => id)).toEqual(['purpose', 'data', 'law', 'safety', 'declaration']);
  for (const { title, intro } of sections) {
    expect(title).not.toBe('');
    expect(intro).toMatch(/\.$/);
  }
});

test('ids and codes stand once, conditions read what is there and can hold, lengths are sane', () => {
  expect(faultsOfSections(sections)).toEqual([]);
});

/** Every answer to a question by which a condition could be met. */
const answersWorthTrying = ({ kind, choices = [] }: Question): readonly (Answer | undefined)[] => {
  if (kind === 'yes-no') return [true, false];
  const codes = choices.map(({ code }) => code);
  if (kind === 'choice') return codes;
  return kind === 'choices' ? codes.map((code) => [code]) : [undefined];
};

/** The questions that decide whether one is asked, the whole chain of them. */
function chainOf(id: string, found = new Set<string>()): readonly string[] {
  for (const read of (conditionsOf.get(id) ?? []).flatMap(questionsRead)) {
    if (!found.has(read)) chainOf(read, found.add(read));
  }
  return [...found];
}

const combined = (ids: readonly string[]): readonly Answers[] =>
  ids.reduce<readonly Answers[]>(
    (all, id) => {
      const question = questions.find((one) => one.id === id);
      if (!question) throw new Error(`no question ${id}`);
      return all.flatMap((answers) =>
        answersWorthTrying(question).map((answer) => (answer === undefined ? answers : { ...answers, [id]: answer })),
      );
    },
    [{}],
  );

const isAsked = (id: string, answers: Answers, lane: Lane): boolean =>
  askedSections([defaultQuestionSet], { answers, lane }).some((section) =>
    section.questions.some((question) => question.id === id),
  );

test.each(questions.map(({ id }) => id))('some answers make it ask %s', (id) => {
  const found = combined(chainOf(id)).some((answers) => lanes.some((lane) => isAsked(id, answers, lane)));
  expect(found).toBe(true);
});

describe('what is required', () => {
  const required = (when: 'to-submit' | 'to-approve', answers: Answers, lane: Lane): readonly string[] =>
    askedSections([defaultQuestionSet], { answers, lane })
      .flatMap((section) => section.questions)
      .filter((question) => question.required === when)
      .map(({ id }) => id);

  test('to submit: a title, a summary, whether it is about people, and one’s word', () => {
    const always = ['title', 'summary', 'personal', 'publication-understood', 'truthful'];
    expect(required('to-submit', { personal: false }, 'A')).toEqual(always);
    expect(required('to-submit', { personal: true }, 'B')).toEqual([
      ...always.slice(0, 3),
      ...['special-category', 'criminal', 'children', 'care'],
      ...always.slice(3),
    ]);
  });

  test('the law is asked about people alone, and needed to approve', () => {
    const inLaw = (lane: Lane) => required('to-approve', { personal: lane !== 'A' }, lane);
    expect(inLaw('A')).not.toContain('lawful-basis');
    expect(inLaw('B')).toEqual(
      expect.arrayContaining(['lawful-basis', 'public-body', 'dpia', 'confidence', 'law-enforcement', 'transfer']),
    );
    const sensitive = required(
      'to-approve',
      { personal: true, 'special-category': true, criminal: true, care: true },
      'C',
    );
    expect(sensitive).toEqual(
      expect.arrayContaining(['article-9-condition', 'article-10-condition', 'national-data-opt-out']),
    );
  });

  test('a request that is not about people asks much less', () => {
    const count = (answers: Answers, lane: Lane) =>
      askedSections([defaultQuestionSet], { answers, lane }).flatMap((section) => section.questions).length;
    expect(count({ personal: false }, 'A')).toBeLessThanOrEqual(40);
    expect(count({ personal: true }, 'B')).toBeGreaterThan(count({ personal: false }, 'A') + 20);
  });

  test('whether people could be recognised is asked of everybody', () => {
    for (const lane of lanes) expect(isAsked('re-identification', {}, lane)).toBe(true);
  });
});

test('what may be withheld is what the declaration lets one choose', () => {
  const withholdable = questions.filter((question) => question.withholdable).map(({ id }) => id);
  const choices = questions.find(({ id }) => id === withholdQuestion)?.choices?.map(({ code }) => code);
  expect(withholdable.length).toBeGreaterThan(3);
  expect([...(choices ?? [])].sort()).toEqual([...withholdable].sort());
});

describe('the words', () => {
  const texts = [
    ...sections.flatMap(({ title, intro }) => [title, intro]),
    ...questions.flatMap(({ label, hint, choices = [] }) => [
      label,
      hint,
      ...choices.flatMap((choice) => [choice.label, choice.hint]),
    ]),
  ].filter((text) => text !== undefined);
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!:])\s+/));

  test('come in short sentences', () => {
    const long = sentences.filter((sentence) => sentence.split(/\s+/).length > 25);
    expect(long).toEqual([]);
  });

  test('use typographic quotes and no double spaces', () => {
    expect(texts.filter((text) => /["']| {2}|\s$/.test(text))).toEqual([]);
  });

  test('a text may hold what its question asks for', () => {
    const short = questions.filter((one) => ['line', 'text'].includes(one.kind) && longestOf(one) < 100);
    expect(short).toEqual([]);
  });
});
