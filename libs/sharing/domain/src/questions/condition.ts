import { laneAtLeast } from '../lane.ts';
import { answerTo, type Answer, type AnswerCircumstances } from './answers.ts';
import type { Condition } from './question-set.ts';

/**
 * Whether a condition holds. It reads the answers as they stand; that those to questions which are not asked count as not
 * given is `askedSections`' part. It never throws, whatever an answer holds.
 */
export function holds(condition: Condition, circumstances: AnswerCircumstances): boolean {
  const holdsHere = (part: Condition): boolean => holds(part, circumstances);
  if ('all' in condition) return condition.all.every(holdsHere);
  if ('any' in condition) return condition.any.some(holdsHere);
  if ('not' in condition) return !holdsHere(condition.not);
  if ('lane' in condition) return laneAtLeast(circumstances.lane, condition.lane);
  const answer = answerTo(circumstances.answers, condition.answer);
  return 'is' in condition ? answer === condition.is : includes(answer, condition.has);
}

function includes(answer: Answer | undefined, choice: string): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return Array.isArray(answer) ? (answer as readonly unknown[]).includes(choice) : Object.hasOwn(answer, choice);
}

/** The questions whose answers a condition reads. */
export function questionsRead(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsRead);
  if ('any' in condition) return condition.any.flatMap(questionsRead);
  if ('not' in condition) return questionsRead(condition.not);
  return 'answer' in condition ? [condition.answer] : [];
}
