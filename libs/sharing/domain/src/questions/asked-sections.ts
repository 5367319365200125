import { answerTo, type AnswerCircumstances, type Answers } from './answers.ts';
import { holds, questionsRead } from './condition.ts';
import type { Choice, Condition, Question, QuestionSet, Section } from './question-set.ts';

/** The question by which a requester asks that the register leaves answers out: its choices are those answers. */
export const withholdQuestion = 'withhold';

export const defaultSetId = 'default';

/**
 * The sections of several sets as one form, the default set first. A question whose id came before is not repeated; where
 * two owners gave their sections the same id, the later one gets a number.
 */
export function mergedSections(sets: readonly QuestionSet[]): readonly Section[] {
  const ordered = [...sets.filter(isDefault), ...sets.filter((set) => !isDefault(set))];
  const sections = new Map<string, Section>();
  const known = new Set<string>();
  for (const section of ordered.flatMap((set) => set.sections)) {
    const questions = section.questions.filter(({ id }) => !known.has(id) && known.add(id));
    const id = freeId(section.id, sections);
    sections.set(id, { ...section, id, questions });
  }
  return withEveryWithholdable([...sections.values()]);
}

const isDefault = ({ id }: QuestionSet): boolean => id === defaultSetId;

function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

/** What owners let be withheld of their own questions joins the choices of the default set. */
function withEveryWithholdable(sections: readonly Section[]): readonly Section[] {
  const withholdable = sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.withholdable === true)
    .map(({ id, label }) => ({ code: id, label }));
  const extended = (choices: readonly Choice[]): readonly Choice[] => [
    ...choices,
    ...withholdable.filter(({ code }) => !choices.some((choice) => choice.code === code)),
  ];
  const completed = (question: Question): Question =>
    question.id === withholdQuestion ? { ...question, choices: extended(question.choices ?? []) } : question;
  return sections.map((section) => ({ ...section, questions: section.questions.map(completed) }));
}

/**
 * What is asked now: the sections of several sets with only the questions whose conditions hold, and without sections that
 * would be empty. An answer to a question that is not asked counts as not given, for every other condition as well. Where
 * conditions go round in a circle, the question at which it is entered counts as not answered.
 */
export function askedSections(sets: readonly QuestionSet[], circumstances: AnswerCircumstances): readonly Section[] {
  const sections = mergedSections(sets);
  const asks = askingOf(sections, circumstances);
  return sections.flatMap((section) => {
    const questions = section.questions.filter(({ id }) => asks(id));
    return questions.length === 0 ? [] : [{ ...section, questions }];
  });
}

/** The answers to the questions asked now; all others count as not given. */
export function askedAnswers(sets: readonly QuestionSet[], circumstances: AnswerCircumstances): Answers {
  const asked = askedSections(sets, circumstances).flatMap(({ questions }) => questions);
  return answersTo(
    asked.map(({ id }) => id),
    circumstances.answers,
  );
}

function answersTo(questions: readonly string[], answers: Answers): Answers {
  return Object.fromEntries(
    questions.flatMap((id) => {
      const answer = answerTo(answers, id);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** Tells which questions are asked, each worked out once, along the chain of those that its conditions read. */
function askingOf(sections: readonly Section[], { answers, lane }: AnswerCircumstances): (question: string) => boolean {
  const conditions = new Map(
    sections.flatMap(({ when, questions }) => questions.map((question) => [question.id, both(when, question.when)])),
  );
  const known = new Map<string, boolean>();
  return function asks(question: string): boolean {
    const before = known.get(question);
    if (before !== undefined) return before;
    const condition = conditions.get(question);
    known.set(question, false);
    const asked =
      condition !== undefined &&
      holds(condition, { answers: answersTo(questionsRead(condition).filter(asks), answers), lane });
    known.set(question, asked);
    return asked;
  };
}

/** The condition of a question in its section; `all` of nothing holds. */
const both = (...conditions: readonly (Condition | undefined)[]): Condition => ({
  all: conditions.filter((condition) => condition !== undefined),
});
