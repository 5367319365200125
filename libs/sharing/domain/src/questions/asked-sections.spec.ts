import { describe, expect, test } from '@jest/globals';
import { askedAnswers, askedSections, mergedSections } from './asked-sections.ts';
import { defaultQuestionSet } from './default-set/default-question-set.ts';
import type { Condition, Question, QuestionSet, Section } from './question-set.ts';

const question = (id: string, when?: Condition): Question => ({
  id,
  kind: 'yes-no',
  label: `Is it ${id}?`,
  ...(when ? { when } : {}),
});
const yes = (answer: string): Condition => ({ answer, is: true });
const section = (id: string, questions: readonly Question[], when?: Condition): Section => ({
  id,
  title: id,
  questions,
  ...(when ? { when } : {}),
});
const set = (id: string, ...sections: readonly Section[]): QuestionSet => ({ id, version: 1, title: id, sections });

const asked = (sets: readonly QuestionSet[], answers: Record<string, boolean>, lane: 'A' | 'B' | 'C' = 'A') =>
  askedSections(sets, { answers, lane }).map(({ id, questions }) => [id, ...questions.map((one) => one.id)]);

describe('several sets are one form', () => {
  const standard = set('default', section('purpose', [question('title'), question('shared')]));
  const owner = set('o1', section('own-care', [question('own-a'), question('shared')]));
  const other = set('o2', section('own-care', [question('own-a'), question('own-b')]));

  test('the default one first, each question once, each section under an id of its own', () => {
    expect(asked([owner, standard, other], {})).toEqual([
      ['purpose', 'title', 'shared'],
      ['own-care', 'own-a'],
      ['own-care-2', 'own-b'],
    ]);
  });

  test('what owners let be withheld joins what the requester may ask to withhold', () => {
    const own = set('o1', section('own-care', [{ ...question('own-secret'), withholdable: true }, question('own-b')]));
    const choices = (sets: readonly QuestionSet[]) =>
      mergedSections(sets)
        .flatMap(({ questions }) => questions)
        .find(({ id }) => id === 'withhold')
        ?.choices?.map(({ code }) => code);
    const before = choices([defaultQuestionSet]) ?? [];
    expect(choices([defaultQuestionSet, own])).toEqual([...before, 'own-secret']);
  });
});

describe('what is asked', () => {
  test('follows a chain: a hidden answer counts as not given', () => {
    const sets = [set('default', section('one', [question('c', yes('b')), question('b', yes('a')), question('a')]))];
    expect(asked(sets, { a: true, b: true })).toEqual([['one', 'c', 'b', 'a']]);
    expect(asked(sets, { a: false, b: true })).toEqual([['one', 'a']]);
    expect(askedAnswers(sets, { answers: { a: false, b: true, c: true }, lane: 'A' })).toEqual({ a: false });
  });

  test('leaves out a section whose condition does not hold, or that would be empty', () => {
    const sets = [
      set(
        'default',
        section('law', [question('basis')], { lane: 'B' }),
        section('more', [question('x', yes('basis'))]),
      ),
    ];
    expect(asked(sets, { basis: true }, 'A')).toEqual([]);
    expect(asked(sets, { basis: true }, 'B')).toEqual([
      ['law', 'basis'],
      ['more', 'x'],
    ]);
  });

  test('a circle of conditions ends, and asks nothing that needs it', () => {
    const circle = [question('a', yes('b')), question('b', yes('a')), question('self', { not: yes('self') })];
    expect(asked([set('default', section('one', circle))], { a: true, b: true, self: true })).toEqual([
      ['one', 'self'],
    ]);
  });

  test('a long chain is followed to its end', () => {
    const links = Array.from({ length: 500 }, (_, index) =>
      question(`q${index}`, index === 499 ? undefined : yes(`q${index + 1}`)),
    );
    const answers = Object.fromEntries(links.map(({ id }) => [id, true]));
    expect(asked([set('default', section('one', links))], answers)[0]).toHaveLength(501);
  });
});
