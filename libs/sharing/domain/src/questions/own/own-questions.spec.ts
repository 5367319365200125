import { describe, expect, test } from '@jest/globals';
import { anyone, type Actor, type PersonActor } from '#kernel';
import { golden } from '#testing/golden';
import type { Question } from '../question-set.ts';
import { decideQuestionSet, type QuestionSetFacts } from './decide.ts';
import { evolveQuestionSet } from './events.ts';
import type { OwnQuestions, QuestionSetCommand } from './own-questions.ts';
import {
  questionSetRight,
  questionSetRights,
  questionSetStates,
  standingsInQuestionSet,
  standingsToQuestionSet,
} from './rights.ts';

const insured: Question = { id: 'own-insured', kind: 'yes-no', label: 'Are you insured?', required: 'to-approve' };
const insurer: Question = {
  id: 'own-insurer',
  kind: 'line',
  label: 'With whom?',
  when: { all: [{ answer: 'own-insured', is: true }, { not: { answer: 'frequency', is: 'once' } }, { lane: 'B' }] },
};
const definition: OwnQuestions = {
  title: 'Questions of Exchester',
  sections: [{ id: 'own-insurance', title: 'Insurance', questions: [insured, insurer] }],
};
const publish: QuestionSetCommand = { type: 'publish-question-set', id: 's1', organisation: 'o1', definition };
const nothing: QuestionSetFacts = { organisation: 'member', hash: 'h1', elsewhere: [] };
const before = { id: 's1', organisation: 'o1', version: 2, hash: 'h0' };

const codes = (outcome: ReturnType<typeof decideQuestionSet>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);
const decided = (own: Partial<OwnQuestions>, facts: Partial<QuestionSetFacts> = {}) =>
  codes(
    decideQuestionSet(
      { ...publish, definition: { ...definition, ...own } },
      undefined,
      { facts: { ...nothing, ...facts } },
      undefined,
    ),
  );

describe('publishing an organisation’s own questions', () => {
  test('keeps ids and the hash in the facts, words in the content, and counts versions', () => {
    const first = decideQuestionSet(publish, undefined, { facts: nothing }, undefined);
    expect(first).toEqual({
      ok: true,
      value: [
        {
          type: 'question-set-published',
          facts: { id: 's1', organisation: 'o1', version: 1, hash: 'h1' },
          content: { definition },
        },
      ],
    });
    const next = decideQuestionSet(publish, before, { facts: { ...nothing, stream: 's1' } }, undefined);
    expect(next).toMatchObject({ ok: true, value: [{ facts: { version: 3 } }] });
    const state = next.ok && next.value[0] ? evolveQuestionSet(before, next.value[0]) : undefined;
    expect(state).toEqual({ id: 's1', organisation: 'o1', version: 3, hash: 'h1' });
  });

  test('the same once more changes nothing', () => {
    const same = { facts: { ...nothing, hash: 'h0', stream: 's1' } };
    expect(decideQuestionSet(publish, before, same, undefined)).toEqual({ ok: true, value: [] });
  });

  test('is refused without a claimed organisation, and beside another history of its questions', () => {
    expect(decided({}, { organisation: 'unknown' })).toEqual([['sharing.organisation-unknown', 'organisation']]);
    expect(decided({}, { organisation: 'unclaimed' })).toEqual([['sharing.organisation-unclaimed', 'organisation']]);
    expect(decided({}, { stream: 's2' })).toEqual([['sharing.question-set-stale', undefined]]);
    const others = { ...before, organisation: 'o2' };
    expect(codes(decideQuestionSet(publish, others, { facts: nothing }, undefined))).toEqual([
      ['sharing.question-set-stale', undefined],
    ]);
  });
});

describe('the guards of a definition', () => {
  const section = definition.sections[0]!;

  test('ids begin with own-', () => {
    const questions = [{ ...insured, id: 'insured' }];
    expect(decided({ sections: [{ ...section, id: 'insurance', questions }] })).toEqual([
      ['sharing.own-id-malformed', 'sections[0].id'],
      ['sharing.own-id-malformed', 'sections[0].questions[0].id'],
    ]);
  });

  test('no id of the default set, no condition on what neither set asks', () => {
    const questions = [
      { ...insured, id: 'title' },
      { ...insurer, when: { answer: 'own-gone', is: true } },
    ];
    expect(decided({ sections: [{ ...section, questions }] })).toEqual([
      ['sharing.own-id-malformed', 'sections[0].questions[0].id'],
      ['sharing.question-id-taken', 'sections[0].questions[0].id'],
      ['sharing.condition-unknown', 'sections[0].questions[1].when.answer'],
    ]);
  });

  test('something is asked, and no more than people answer', () => {
    expect(decided({ title: ' ', sections: [] })).toEqual([
      ['sharing.title-missing', 'title'],
      ['sharing.questions-missing', 'sections'],
      ['sharing.questions-missing', 'sections'],
    ]);
    const many = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => ({ ...insured, id: `own-q${from + index}` }));
    expect(decided({ sections: [{ ...section, questions: many(40) }] })).toEqual([]);
    expect(decided({ sections: [{ ...section, questions: many(41) }] })).toEqual([
      ['sharing.questions-too-many', 'sections'],
    ]);
    const sections = Array.from({ length: 6 }, (_, at) => ({ ...section, id: `own-s${at}`, questions: many(1, at) }));
    expect(decided({ sections: sections.slice(1) })).toEqual([]);
    expect(decided({ sections })).toEqual([['sharing.questions-too-many', 'sections']]);
    expect(decided({ sections: [...sections.slice(2), { ...section, questions: [] }] })).toEqual([
      ['sharing.section-empty', 'sections[4].questions'],
    ]);
  });

  test('an id of another organisation’s question is that question, word for word', () => {
    expect(decided({}, { elsewhere: [insured] })).toEqual([]);
    for (const other of [
      { ...insured, kind: 'text' as const },
      { ...insured, label: 'Are you a member?' },
    ]) {
      expect(decided({}, { elsewhere: [other] })).toEqual([
        ['sharing.question-id-in-use', 'sections[0].questions[0].id'],
      ]);
    }
  });

  test('what an organisation asks already it may reword, whoever took it up meanwhile', () => {
    const facts = { ...nothing, stream: 's1', elsewhere: [{ ...insured, label: 'Are you insured, then?' }] };
    expect(codes(decideQuestionSet(publish, before, { facts }, { definition }))).toEqual([]);
  });
});

describe('who may publish', () => {
  const steward: PersonActor = {
    kind: 'person',
    person: 'p1',
    name: 'Ada',
    email: 'ada@exchester.example',
    operator: true,
    memberships: [
      {
        id: 'm1',
        organisation: 'o1',
        organisationSlug: 'exchester',
        organisationName: 'Exchester',
        roles: ['requester', 'steward'],
      },
    ],
    actingFor: 'o1',
  };

  test.each<[string, Actor, readonly string[]]>([
    ['its steward', steward, ['steward', 'public']],
    ['its steward acting for nobody', { ...steward, actingFor: undefined }, ['public']],
    ['its owner', { ...steward, memberships: [{ ...steward.memberships[0]!, roles: ['owner'] }] }, ['public']],
    ['somebody else’s steward', { ...steward, actingFor: 'o2' }, ['public']],
    ['the command line', { kind: 'machine', name: 'operator-command-line' }, ['operator']],
    ['another machine', { kind: 'machine', name: 'schedule' }, ['public']],
    ['anyone', anyone, ['public']],
  ])('%s', (_, actor, standings) => {
    expect(standingsInQuestionSet(actor, 'o1')).toEqual(standings);
    const may = standings[0] === 'public' ? undefined : standings[0];
    expect(questionSetRight('publish-question-set', undefined, standings)).toBe(may);
    expect(questionSetRight('publish-question-set', before, standings)).toBe(may);
  });

  test('is that of the golden', () => {
    const { states, standings } = questionSetRights['publish-question-set'];
    const lines = questionSetStates.flatMap((state) =>
      standingsToQuestionSet.map((standing) => {
        const may = states.includes(state) && standings.includes(standing);
        return `question-set · ${state} · ${standing} · publish-question-set: ${may ? 'yes' : 'no'}`;
      }),
    );
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(golden('tests/goldens/question-set-rights.txt', text));
  });
});
