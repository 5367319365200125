import { refusal, type Refusal } from '#kernel';
import { answerTo, isGiven, type Answer, type AnswerCircumstances, type Answers } from './answers.ts';
import { answerField, shapeFault } from './answer-shape.ts';
import { askedSections, mergedSections } from './asked-sections.ts';
import type { Question, QuestionSet, Requirement } from './question-set.ts';

/**
 * `shape`: what is wrong with what was typed. `complete`: also what is missing to submit. `approvable`: also what is
 * missing to approve.
 */
export type AnswerCheck = 'shape' | 'complete' | 'approvable';

/** A question asked now whose answer is missing, or lacks an explanation of a choice. */
export interface MissingAnswer {
  readonly question: string;
  readonly label: string;
  readonly section: string;
  readonly required: Requirement;
}

const requiredIn: Record<AnswerCheck, readonly Requirement[]> = {
  shape: [],
  complete: ['to-submit'],
  approvable: ['to-submit', 'to-approve'],
};

/**
 * Refusals of answers, each with the field `answers.<question id>`. Every answer is checked for its shape, asked now or
 * not; only what is asked now can be missing.
 * @param answers what is checked
 * @param circumstances all answers and the lane, which decide what is asked now
 */
export function faultsOfAnswers(
  sets: readonly QuestionSet[],
  answers: Answers,
  circumstances: AnswerCircumstances,
  check: AnswerCheck,
): Refusal[] {
  const missing = missingAnswers(sets, { ...circumstances, answers }, circumstances).filter(({ required }) =>
    requiredIn[check].includes(required),
  );
  return [...faultsOfShape(sets, answers), ...missing.map(refusalOfMissing)];
}

function faultsOfShape(sets: readonly QuestionSet[], answers: Answers): Refusal[] {
  const questions = new Map(mergedSections(sets).flatMap((section) => section.questions.map((one) => [one.id, one])));
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.get(id);
    if (question) return shapeFault(question, answer) ?? [];
    return refusal('sharing.question-unknown', 'There is no such question here.', answerField(id));
  });
}

const refusalOfMissing = ({ question, label, required }: MissingAnswer): Refusal =>
  required === 'to-submit'
    ? refusal('sharing.answer-missing', `Answer this before you submit: ${label}`, answerField(question))
    : refusal(
        'sharing.answer-missing-to-approve',
        `No owner can approve without this: ${label}`,
        answerField(question),
      );

/**
 * What is asked now, required and not answered: what is missing to submit keeps a request from being submitted, what is
 * missing to approve is listed to requester and reviewer.
 * @param asking where other answers than those looked at decide what is asked
 */
export function missingAnswers(
  sets: readonly QuestionSet[],
  { answers, lane }: AnswerCircumstances,
  asking: AnswerCircumstances = { answers, lane },
): readonly MissingAnswer[] {
  return askedSections(sets, asking).flatMap((section) =>
    section.questions.flatMap((question) => {
      const { id, label, required } = question;
      if (required === undefined || isAnswered(question, answerTo(answers, id))) return [];
      return [{ question: id, label, section: section.id, required }];
    }),
  );
}

/** Whether the question has an answer, with an explanation of each choice where it asks for them. */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
  if (!isGiven(answer)) return false;
  if (question.kind !== 'explained-choices' || typeof answer !== 'object') return true;
  return Object.values(answer).every((text) => typeof text === 'string' && text.trim() !== '');
}
