import { highestLane, type Lane } from '../lane.ts';
import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import type { Condition } from './question-set.ts';

const personal: Condition = { answer: 'personal', is: true };
const sensitive: Condition = {
  any: ['special-category', 'criminal', 'care'].map((answer) => ({ answer, is: true })),
};

/**
 * The lane that the answers to the screening questions ask for: C where data about people is special category, criminal or
 * from care, B where it is about people, else A. What was answered about people counts only while the data is about them.
 * That people might be recognised leaves the lane as it is: `flagsOf` shows it.
 */
export function screenedLane(answers: Answers): Lane {
  const says = (condition: Condition): boolean => holds(condition, { answers, lane: 'A' });
  if (!says(personal)) return 'A';
  return highestLane('B', says(sensitive) ? 'C' : 'B');
}
