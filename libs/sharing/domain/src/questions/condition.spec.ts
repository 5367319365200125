import { describe, expect, test } from '@jest/globals';
import type { Answers } from './answers.ts';
import { holds, questionsRead } from './condition.ts';
import type { Condition } from './question-set.ts';

const inLane = (condition: Condition, answers: Answers, lane: 'A' | 'B' | 'C' = 'A') =>
  holds(condition, { answers, lane });

describe('a condition', () => {
  test('on an answer compares it as it stands', () => {
    expect(inLane({ answer: 'frequency', is: 'once' }, { frequency: 'once' })).toBe(true);
    expect(inLane({ answer: 'frequency', is: 'once' }, { frequency: 'live' })).toBe(false);
    expect(inLane({ answer: 'personal', is: false }, { personal: false })).toBe(true);
    expect(inLane({ answer: 'personal', is: false }, {})).toBe(false);
    expect(inLane({ answer: 'personal', is: true }, { personal: 'true' })).toBe(false);
  });

  test('on one of several answers finds it among choices, explained or not', () => {
    const condition: Condition = { answer: 'benefits', has: 'safety' };
    expect(inLane(condition, { benefits: ['health', 'safety'] })).toBe(true);
    expect(inLane(condition, { benefits: { safety: '' } })).toBe(true);
    expect(inLane(condition, { benefits: ['health'] })).toBe(false);
    expect(inLane(condition, { benefits: 'safety' })).toBe(false);
    expect(inLane({ answer: 'benefits', has: 'toString' }, { benefits: {} })).toBe(false);
    expect(inLane({ answer: 'toString', has: 'length' }, {})).toBe(false);
  });

  test('on the lane holds from that lane on', () => {
    const held = (['A', 'B', 'C'] as const).map((lane) => inLane({ lane: 'B' }, {}, lane));
    expect(held).toEqual([false, true, true]);
  });

  test('joins others; all of nothing holds, any of nothing does not', () => {
    const yes: Condition = { all: [] };
    const no: Condition = { any: [] };
    expect(inLane(yes, {})).toBe(true);
    expect(inLane(no, {})).toBe(false);
    expect(inLane({ not: no }, {})).toBe(true);
    expect(inLane({ all: [yes, no] }, {})).toBe(false);
    expect(inLane({ any: [yes, no] }, {})).toBe(true);
  });

  test('tells what it reads', () => {
    const condition: Condition = {
      all: [{ not: { answer: 'a', is: true } }, { any: [{ answer: 'b', has: 'x' }, { lane: 'B' }] }],
    };
    expect(questionsRead(condition)).toEqual(['a', 'b']);
  });
});
