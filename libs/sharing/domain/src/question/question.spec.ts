import { describe, expect, test } from '@jest/globals';
import { anyone, type Actor, type PersonActor, type Role } from '#kernel';
import type { QuestionCommand } from './commands.ts';
import { decideQuestion, type QuestionFacts } from './decide.ts';
import type { QuestionEvent } from './events.ts';
import { evolveQuestion } from './evolve.ts';
import type { DatasetQuestion } from './question.ts';
import { allowedQuestionCommands, questionRight, questionStandingsOf } from './rights.ts';
import { audienceOfQuestion, maySeeAsker, maySeeQuestion } from './visibility.ts';

/** Half past midnight on 24 November. */
const at = '2026-11-24T00:30:00.000Z';
const known: QuestionFacts = {
  dataset: { organisation: 'council', published: true, claimed: true },
  addressConfirmed: true,
  askedLately: [],
  target: { answers: true, seesDataset: true },
};

const person = (name: string, ...memberships: readonly [organisation: string, ...roles: Role[]][]): PersonActor => ({
  ...{ kind: 'person', person: name, name, email: `${name}@exchester.example`, operator: false },
  memberships: memberships.map(([organisation, ...roles]) => ({
    ...{ id: `m-${organisation}`, organisation, organisationSlug: organisation, organisationName: organisation, roles },
  })),
});
const ann = person('ann', ['firm']);
const steward = person('sue', ['council', 'steward']);

const after = (...events: readonly QuestionEvent[]): DatasetQuestion | undefined =>
  events.reduce<DatasetQuestion | undefined>(evolveQuestion, undefined);
const seen = (...events: readonly QuestionEvent[]) => after(...events) as DatasetQuestion;

const given = (...events: readonly QuestionEvent[]) => ({
  when: (command: QuestionCommand, facts: Partial<QuestionFacts> = {}, standing = 'steward', actor: Actor = steward) =>
    decideQuestion(command, after(...events), { actor, standing, at, facts: { ...known, ...facts } }),
});
const codes = (outcome: ReturnType<typeof decideQuestion>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);

const asked: QuestionEvent = {
  type: 'question-asked',
  facts: { id: 'q1', dataset: 'd1', publisher: 'council', asker: { person: 'ann', organisation: 'firm' } },
  content: { text: 'What is it?' },
};
const answered = (published: boolean): QuestionEvent => ({
  ...{ type: 'question-answered', facts: { published }, content: { answer: 'This.' } },
});
const passedOn: QuestionEvent = {
  ...{ type: 'question-passed-on', facts: { organisation: 'bus' }, content: { passReason: 'They count.' } },
};
const closed = (takenBack: boolean): QuestionEvent => ({
  ...{ type: 'question-closed', facts: { takenBack }, content: takenBack ? {} : { closeReason: 'Enough.' } },
});
const withdrawn: QuestionEvent = { type: 'question-publication-withdrawn', facts: {} };

describe('asking', () => {
  const ask: QuestionCommand = { type: 'ask-question', id: 'q1', dataset: 'd1', text: ' What is it? ' };
  const when = (facts: Partial<QuestionFacts> = {}, command = ask, actor: Actor = { ...ann, actingFor: 'firm' }) =>
    given().when(command, facts, 'reader', actor);

  test('begins a question to the publisher', () => {
    expect(when()).toEqual({ ok: true, value: [asked] });
    expect(after(asked)).toEqual({
      ...{ id: 'q1', dataset: 'd1', publisher: 'council', organisation: 'council', passedBy: [], state: 'asked' },
      ...{ asker: { person: 'ann', organisation: 'firm' }, published: false, takenBack: false },
    });
  });

  test('for oneself names no organisation', () => {
    const outcome = when({}, ask, ann);
    expect(outcome.ok && outcome.value[0]?.facts).toMatchObject({ asker: { person: 'ann' } });
    expect(outcome.ok && outcome.value[0]?.facts).not.toHaveProperty('asker.organisation');
  });

  test.each<[string, Partial<QuestionFacts>, string]>([
    ['what one may not see', { dataset: undefined }, 'ledger.unseen'],
    [
      'who has not joined',
      { dataset: { organisation: 'o', published: true, claimed: false } },
      'sharing.publisher-unclaimed',
    ],
    ['a draft', { dataset: { organisation: 'o', published: false, claimed: true } }, 'sharing.dataset-not-published'],
    ['without an address', { addressConfirmed: false }, 'sharing.address-unconfirmed'],
  ])('%s is refused', (_, facts, code) => {
    expect(codes(when(facts))).toEqual([[code, undefined]]);
  });

  test.each([
    [' ', 'sharing.text-missing'],
    ['x'.repeat(5001), 'sharing.text-too-long'],
  ])('in no words or too many is refused', (text, code) => {
    expect(codes(when({}, { ...ask, text }))).toEqual([[code, 'text']]);
  });

  test('ten questions a day are taken, by the day in the United Kingdom', () => {
    const today = Array.from({ length: 10 }, (_, minute) => `2026-11-24T00:0${minute}:00.000Z`);
    expect(codes(when({ askedLately: today }))).toEqual([['sharing.too-many-questions', undefined]]);
    expect(when({ askedLately: today.slice(1) }).ok).toBe(true);
    expect(when({ askedLately: ['2026-11-23T23:59:59.000Z', ...today.slice(1)] }).ok).toBe(true);
  });
});

describe('answering', () => {
  const answer: QuestionCommand = { type: 'answer-question', text: ' This. ', publish: true };

  test('publishes where that is wanted', () => {
    expect(given(asked).when(answer)).toEqual({ ok: true, value: [answered(true)] });
    expect(after(asked, answered(true))).toMatchObject({ state: 'answered', published: true });
    expect(after(asked, answered(false))).toMatchObject({ state: 'answered', published: false });
  });

  test('again puts another answer in its place', () => {
    expect(given(asked, answered(true)).when({ ...answer, publish: false })).toEqual({
      ok: true,
      value: [answered(false)],
    });
    expect(after(asked, answered(true), answered(false))).toMatchObject({ published: false });
  });

  test('nothing is refused, and so is too much', () => {
    expect(codes(given(asked).when({ ...answer, text: ' ' }))).toEqual([['sharing.text-missing', 'text']]);
    expect(codes(given(asked).when({ ...answer, text: 'x'.repeat(20_001) }))).toEqual([
      ['sharing.text-too-long', 'text'],
    ]);
  });

  test('and withdrawing what was published keeps the answer', () => {
    expect(given(asked, answered(true)).when({ type: 'withdraw-publication' })).toEqual({
      ok: true,
      value: [withdrawn],
    });
    expect(given(asked, answered(false)).when({ type: 'withdraw-publication' })).toEqual({ ok: true, value: [] });
    expect(after(asked, answered(true), withdrawn)).toMatchObject({ state: 'answered', published: false });
  });
});

describe('passing on', () => {
  const pass: QuestionCommand = { type: 'pass-on-question', organisation: 'bus', reason: ' They count. ' };

  test('gives it to another organisation, where it waits again', () => {
    expect(given(asked).when(pass)).toEqual({ ok: true, value: [passedOn] });
    expect(after(asked, passedOn)).toMatchObject({
      ...{ state: 'asked', publisher: 'council', organisation: 'bus', passedBy: ['council'] },
    });
    expect(given(asked, passedOn).when({ ...pass, organisation: 'council' }).ok).toBe(true);
  });

  test.each<[string, Partial<QuestionFacts>, Partial<typeof pass>, string, string]>([
    ['to itself', {}, { organisation: 'council' }, 'sharing.passed-on-to-itself', 'organisation'],
    ['to who has not joined', { target: undefined }, {}, 'sharing.organisation-unknown', 'organisation'],
    ['to nobody', { target: { answers: false, seesDataset: true } }, {}, 'sharing.nobody-answers', 'organisation'],
    [
      'where it is hidden',
      { target: { answers: true, seesDataset: false } },
      {},
      'sharing.dataset-unseen-there',
      'organisation',
    ],
    ['without a reason', {}, { reason: '' }, 'sharing.text-missing', 'reason'],
  ])('%s is refused', (_, facts, change, code, field) => {
    expect(codes(given(asked).when({ ...pass, ...change } as QuestionCommand, facts))).toEqual([[code, field]]);
  });
});

describe('closing', () => {
  test('takes a reason from those who answer, none from who takes it back', () => {
    expect(codes(given(asked).when({ type: 'close-question' }))).toEqual([['sharing.text-missing', 'reason']]);
    expect(given(asked).when({ type: 'close-question', reason: ' Enough. ' })).toEqual({
      ok: true,
      value: [closed(false)],
    });
    expect(given(asked).when({ type: 'close-question' }, {}, 'asker', ann)).toEqual({
      ok: true,
      value: [closed(true)],
    });
    expect(after(asked, closed(true))).toMatchObject({ state: 'closed', takenBack: true });
    expect(after(asked, closed(false))).toMatchObject({ state: 'closed', takenBack: false });
  });
});

test('no other event begins a history', () => {
  for (const event of [answered(true), passedOn, closed(true), withdrawn]) {
    expect(() => after(event)).toThrow('cannot begin');
    expect(codes(given().when({ type: 'answer-question', text: 'x', publish: true }))).toEqual([
      ['ledger.unseen', undefined],
    ]);
  }
});

describe('what somebody may do', () => {
  const owner = person('olu', ['council', 'owner']);
  const office = person('ada', ['council', 'administrator']);
  const colleague = person('cal', ['council', 'requester']);
  const busSteward = person('bus', ['bus', 'steward']);

  const states = {
    asked: seen(asked),
    published: seen(asked, answered(true)),
    answered: seen(asked, answered(false)),
    passed: seen(asked, passedOn),
    'passed and published': seen(asked, passedOn, answered(true)),
    closed: seen(asked, closed(true)),
  };
  const may = (actor: Actor) =>
    Object.fromEntries(
      Object.entries(states).map(([state, question]) => [
        state,
        allowedQuestionCommands(actor, question).map((command) => command.split('-')[0]),
      ]),
    );

  test('the office answers, passes on and closes; once passed on the other does', () => {
    const all = ['answer', 'pass', 'close'];
    const answers = { asked: all, published: ['answer', 'withdraw'], answered: ['answer'], closed: [] };
    const publisher = { ...answers, passed: [], 'passed and published': ['withdraw'] };
    expect(may(steward)).toEqual(publisher);
    expect(may(owner)).toEqual(publisher);
    expect(may({ ...owner, actingFor: 'council' })).toEqual(publisher);
    const passed = { passed: all, 'passed and published': ['answer', 'withdraw'] };
    expect(may(busSteward)).toEqual({ ...passed, asked: [], published: [], answered: [], closed: [] });
  });

  test('the asker takes it back; all others do nothing', () => {
    expect(may(ann)).toMatchObject({ asked: ['close'], passed: ['close'], published: [], closed: [] });
    for (const actor of [
      office,
      colleague,
      { ...owner, actingFor: 'firm' },
      anyone,
      { kind: 'machine', name: 'x' } as Actor,
    ])
      expect(Object.values(may(actor)).flat()).toEqual([]);
  });

  test('who stands in for a steward answers as one', () => {
    const covering = person('cov', ['council']);
    const [membership] = covering.memberships;
    const standsIn = {
      ...covering,
      memberships: [{ ...membership!, standsInFor: [{ person: 'sue', roles: ['steward' as Role] }] }],
    };
    expect(questionStandingsOf(standsIn, states.asked)).toEqual(['steward', 'office']);
  });

  test('anybody signed in may ask, and nobody else', () => {
    expect(questionRight('ask-question', undefined, questionStandingsOf(ann, undefined))).toBe('reader');
    expect(questionRight('ask-question', undefined, questionStandingsOf(anyone, undefined))).toBeUndefined();
    expect(questionRight('answer-question', undefined, ['steward'])).toBeUndefined();
  });

  test('what is not published is read by asker and office; who asked is never told to others', () => {
    const read = (question: DatasetQuestion) =>
      [ann, steward, office, colleague, busSteward, anyone].map((actor) => maySeeQuestion(actor, question));
    expect(read(states.asked)).toEqual([true, true, true, false, false, false]);
    expect(read(states.passed)).toEqual([true, true, true, false, true, false]);
    expect(read(states.published)).toEqual([true, true, true, true, true, true]);
    expect([ann, steward, colleague, anyone].map((actor) => maySeeAsker(actor, states.published))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('the audience says the same', () => {
    expect(audienceOfQuestion(states.published)).toContainEqual({ everybody: true, standing: 'public' });
    expect(audienceOfQuestion(states.asked)).toContainEqual({ person: 'ann', standing: 'asker' });
    const organisations = (question: DatasetQuestion) => [
      ...new Set(
        audienceOfQuestion(question).flatMap((reader) => ('organisation' in reader ? reader.organisation : [])),
      ),
    ];
    expect(organisations(states.asked)).toEqual(['council']);
    expect(organisations(states.passed)).toEqual(['bus', 'council']);
  });
});
