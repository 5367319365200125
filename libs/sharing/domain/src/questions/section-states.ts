import { answerTo, isGiven, type AnswerCircumstances } from './answers.ts';
import { isAnswered } from './answer-faults.ts';
import { shapeFault } from './answer-shape.ts';
import { askedSections, mergedSections } from './asked-sections.ts';
import type { Question, QuestionSet, Requirement, Section } from './question-set.ts';

/** `not-needed`: nothing in the section is asked now. */
export type SectionState = 'not-started' | 'in-progress' | 'complete' | 'not-needed';

export const sectionStateLabels: Record<SectionState, string> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  complete: 'Complete',
  'not-needed': 'Not needed',
};

/** How far one section is: counts of questions asked now. */
export interface SectionProgress {
  readonly section: string;
  readonly title: string;
  readonly state: SectionState;
  readonly asked: number;
  readonly answered: number;
  readonly missingToSubmit: number;
  readonly missingToApprove: number;
}

/**
 * Every section of the form with its state. Complete is one in which something was answered, nothing required is missing,
 * to submit or to approve, and nothing typed is wrong.
 */
export function sectionStates(
  sets: readonly QuestionSet[],
  circumstances: AnswerCircumstances,
): readonly SectionProgress[] {
  const asked = new Map(askedSections(sets, circumstances).map((section) => [section.id, section]));
  return mergedSections(sets).map(({ id, title }) => {
    const section = asked.get(id);
    return { section: id, title, ...progressOf(section, circumstances) };
  });
}

function progressOf(
  section: Section | undefined,
  { answers }: AnswerCircumstances,
): Omit<SectionProgress, 'section' | 'title'> {
  const questions = section?.questions ?? [];
  const answered = questions.filter(({ id }) => isGiven(answerTo(answers, id)));
  const missing = (requirement: Requirement): number =>
    questions.filter((one) => one.required === requirement && !isAnswered(one, answerTo(answers, one.id))).length;
  const counts = {
    asked: questions.length,
    answered: answered.length,
    missingToSubmit: missing('to-submit'),
    missingToApprove: missing('to-approve'),
  };
  const faulty = (question: Question): boolean =>
    !isAnswered(question, answerTo(answers, question.id)) ||
    shapeFault(question, answerTo(answers, question.id)) !== undefined;
  return { state: stateOf(counts, answered.some(faulty)), ...counts };
}

function stateOf(counts: Omit<SectionProgress, 'section' | 'title' | 'state'>, faulty: boolean): SectionState {
  if (counts.asked === 0) return 'not-needed';
  if (counts.answered === 0) return 'not-started';
  return counts.missingToSubmit + counts.missingToApprove > 0 || faulty ? 'in-progress' : 'complete';
}
