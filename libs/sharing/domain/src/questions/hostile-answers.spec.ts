import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerText } from './answer-text.ts';
import type { Answers } from './answers.ts';
import { faultsOfAnswers } from './answer-faults.ts';
import { askedSections, mergedSections } from './asked-sections.ts';
import { holds } from './condition.ts';
import { defaultQuestionSet } from './default-set/default-question-set.ts';
import { differencesOf } from './differences.ts';
import { flagsOf } from './flags.ts';
import { questionKinds, type Condition, type Question, type QuestionSet } from './question-set.ts';
import { screenedLane } from './screened-lane.ts';
import { sectionStates } from './section-states.ts';

const ids = ['a', 'b', 'c', 'd', '__proto__', 'constructor'];
const lane = fc.constantFrom('A', 'B', 'C');
const code = fc.constantFrom('x', 'y', 'toString');

const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ answer: fc.constantFrom(...ids), is: fc.oneof(code, fc.boolean()) }),
    fc.record({ answer: fc.constantFrom(...ids), has: code }),
    fc.record({ lane }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

/** Sets in which conditions may go round in circles and read what is not there: what the guards would never let in. */
const anySet: fc.Arbitrary<QuestionSet> = fc.record({
  id: fc.constantFrom('default', 'owner'),
  version: fc.constant(1),
  title: fc.constant('Set'),
  sections: fc.array(
    fc.record(
      {
        id: fc.constantFrom('one', 'two'),
        title: fc.constant('Section'),
        when: anyCondition,
        questions: fc.array(
          fc.record<Question>(
            {
              id: fc.constantFrom(...ids),
              kind: fc.constantFrom(...questionKinds),
              label: fc.constant('Question'),
              when: anyCondition,
              required: fc.constantFrom('to-submit', 'to-approve'),
              choices: fc.constant([{ code: 'x', label: 'X' }]),
            },
            { requiredKeys: ['id', 'kind', 'label'] },
          ),
          { maxLength: 6 },
        ),
      },
      { requiredKeys: ['id', 'title', 'questions'] },
    ),
    { maxLength: 3 },
  ),
});
const anySets = fc.array(anySet, { maxLength: 3 });

const defaultIds = mergedSections([defaultQuestionSet]).flatMap(({ questions }) => questions.map(({ id }) => id));
/** Anything that JSON can bring, under ids that are there and ids that are not. */
const hostileAnswers = fc.dictionary(
  fc.oneof(fc.constantFrom(...ids, ...defaultIds), fc.string()),
  fc.oneof(fc.jsonValue(), code, fc.boolean(), fc.array(code), fc.dictionary(code, fc.string())),
) as fc.Arbitrary<Answers>;

test('whatever was answered, a condition holds or does not, and its opposite does not or does', () => {
  fc.assert(
    fc.property(anyCondition, hostileAnswers, lane, (condition, answers, inLane) => {
      const held = holds(condition, { answers, lane: inLane });
      expect(typeof held).toBe('boolean');
      expect(holds({ not: condition }, { answers, lane: inLane })).toBe(!held);
    }),
  );
});

test('what is asked is the same each time, each question once, and never something that is not in a set', () => {
  fc.assert(
    fc.property(anySets, hostileAnswers, lane, (sets, answers, inLane) => {
      const asked = askedSections(sets, { answers, lane: inLane });
      expect(askedSections(structuredClone(sets), { answers: structuredClone(answers), lane: inLane })).toEqual(asked);
      const found = asked.flatMap(({ questions }) => questions.map(({ id }) => id));
      expect(new Set(found).size).toBe(found.length);
      expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
      const known = sets.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
      expect(known).toEqual(expect.arrayContaining(found));
    }),
  );
});

test('an answer to a question that is not asked changes nothing of what is asked', () => {
  const acyclic = defaultQuestionSet;
  fc.assert(
    fc.property(hostileAnswers, lane, (answers, inLane) => {
      const asked = askedSections([acyclic], { answers, lane: inLane });
      const visible = new Set(asked.flatMap(({ questions }) => questions.map(({ id }) => id)));
      const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => visible.has(id)));
      expect(askedSections([acyclic], { answers: kept, lane: inLane })).toEqual(asked);
    }),
  );
});

test('faults, states, flags, the lane, differences and texts come of any answers without a throw', () => {
  fc.assert(
    fc.property(anySets, hostileAnswers, hostileAnswers, lane, (more, answers, before, inLane) => {
      const sets = [defaultQuestionSet, ...more];
      const circumstances = { answers, lane: inLane };
      for (const check of ['shape', 'complete', 'approvable'] as const) {
        for (const { field } of faultsOfAnswers(sets, answers, circumstances, check)) {
          expect(field).toMatch(/^answers\./);
        }
      }
      for (const { asked, answered } of sectionStates(sets, circumstances)) expect(answered).toBeLessThanOrEqual(asked);
      expect(['A', 'B', 'C']).toContain(screenedLane(answers));
      flagsOf(answers, { lane: inLane, today: '2026-06-01' });
      expect(differencesOf(answers, structuredClone(answers), sets)).toEqual([]);
      differencesOf(before, answers, sets);
      for (const kind of questionKinds) {
        for (const answer of Object.values(answers)) {
          expect(typeof answerText({ id: 'a', kind, label: 'A' }, answer)).toBe('string');
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what passes the check of its shape is an answer that its question can show', () => {
  fc.assert(
    fc.property(hostileAnswers, (answers) => {
      const sets = [defaultQuestionSet];
      const faulty = new Set(
        faultsOfAnswers(sets, answers, { answers, lane: 'C' }, 'shape').map(({ field }) => field?.slice(8)),
      );
      for (const section of mergedSections(sets)) {
        for (const { id, kind } of section.questions) {
          if (!Object.hasOwn(answers, id) || faulty.has(id)) continue;
          expect(typeof answers[id]).toBe(jsonTypeOf[kind]);
        }
      }
    }),
  );
});

const jsonTypeOf: Record<Question['kind'], string> = {
  line: 'string',
  text: 'string',
  choice: 'string',
  date: 'string',
  choices: 'object',
  'explained-choices': 'object',
  period: 'object',
  list: 'object',
  files: 'object',
  'yes-no': 'boolean',
  number: 'number',
};
