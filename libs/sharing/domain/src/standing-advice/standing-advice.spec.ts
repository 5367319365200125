import { describe, expect, test } from '@jest/globals';
import { anyone, type PersonActor, type Role } from '#kernel';
import type { GiveStandingAdvice, StandingAdviceCommand } from './commands.ts';
import { decideStandingAdvice, yearAfter } from './decide.ts';
import { evolveStandingAdvice, type StandingAdviceEvent } from './events.ts';
import { allowedStandingAdviceCommands, labelsToGive, standingAdviceRight, standingsInAdvice } from './rights.ts';
import { adviceOf, isCurrentAdvice, purposeClasses, type StandingAdviceRecord } from './standing-advice.ts';

/** Half past midnight on 1 July in the United Kingdom, still June in UTC. */
const at = '2026-06-30T23:30:00.000Z';
const adviser = (...roles: readonly Role[]): PersonActor => ({
  ...{ kind: 'person', person: 'dee', name: 'Dee', email: 'dee@exchester.example', operator: false },
  memberships: [
    { id: 'm1', organisation: 'council', organisationSlug: 'council', organisationName: 'Council', roles },
    { id: 'm2', organisation: 'firm', organisationSlug: 'firm', organisationName: 'Firm', roles: [] },
  ],
});

const after = (...events: readonly StandingAdviceEvent[]): StandingAdviceRecord | undefined =>
  events.reduce<StandingAdviceRecord | undefined>(evolveStandingAdvice, undefined);
const given = (...events: readonly StandingAdviceEvent[]) => ({
  when: (command: StandingAdviceCommand) =>
    decideStandingAdvice(command, after(...events), {
      ...{ actor: adviser('adviser:legal'), at, facts: { ownDatasets: ['d1', 'd2'] } },
    }),
});
const codes = (outcome: ReturnType<typeof decideStandingAdvice>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);

const give: GiveStandingAdvice = {
  ...{ type: 'give-standing-advice', id: 'a1', organisation: 'council', label: 'legal', verdict: 'support-if' },
  ...{ lane: 'A', datasets: ['d1', 'd1'], purposeClasses: ['research'], until: '2026-12-31', text: ' Fine if cited. ' },
};
const advised: StandingAdviceEvent = {
  type: 'standing-advice-given',
  facts: {
    ...{ id: 'a1', organisation: 'council', label: 'legal', verdict: 'support-if', lane: 'A', by: 'dee' },
    ...{ from: '2026-07-01', until: '2026-12-31', datasets: ['d1'], purposeClasses: ['research'] },
  },
  content: { text: 'Fine if cited.' },
};
const ended: StandingAdviceEvent = { type: 'standing-advice-ended', facts: {} };

describe('giving it', () => {
  test('keeps for what it is, from today until its last day', () => {
    expect(given().when(give)).toEqual({ ok: true, value: [advised] });
    expect(after(advised)).toEqual({ ...advised.facts, ended: false });
  });

  test('for all datasets and all purposes names none', () => {
    const { datasets: _datasets, purposeClasses: _classes, ...all } = give;
    const outcome = given().when(all);
    expect(outcome.ok && Object.keys(outcome.value[0]?.facts ?? {})).toEqual([
      ...['id', 'organisation', 'label', 'verdict', 'lane', 'by', 'from', 'until'],
    ]);
  });

  test.each<[string, Partial<GiveStandingAdvice>, string, string]>([
    ['without words', { text: ' ' }, 'sharing.advice-missing', 'text'],
    ['in too many words', { text: 'x'.repeat(20_001) }, 'sharing.text-too-long', 'text'],
    ['for days that are over', { until: '2026-06-30' }, 'sharing.standing-advice-over', 'until'],
    ['for more than 12 months', { until: '2027-07-02' }, 'sharing.standing-advice-too-long', 'until'],
    ['for no dataset', { datasets: [] }, 'sharing.standing-advice-for-nothing', 'datasets'],
    ['for another’s dataset', { datasets: ['d1', 'd3'] }, 'sharing.dataset-of-others', 'datasets'],
    ['for no purpose', { purposeClasses: [] }, 'sharing.standing-advice-for-nothing', 'purposeClasses'],
    ['for a purpose that is none', { purposeClasses: ['fun'] }, 'sharing.purpose-unknown', 'purposeClasses'],
  ])('is refused %s', (_, change, code, field) => {
    expect(codes(given().when({ ...give, ...change }))).toEqual([[code, field]]);
  });

  test.each(['2026-07-01', '2027-07-01'])('until %s is taken', (until) => {
    expect(given().when({ ...give, until }).ok).toBe(true);
  });

  test('every fault is told at once', () => {
    expect(codes(given().when({ ...give, datasets: [], until: '2020-01-01', text: '' }))).toHaveLength(3);
  });
});

test('a year after a leap day is a day that exists', () => {
  expect(['2026-07-01', '2028-02-29', '2027-02-28'].map(yearAfter)).toEqual(['2027-07-01', '2029-02-28', '2028-02-28']);
});

describe('ending it', () => {
  const end: StandingAdviceCommand = { type: 'end-standing-advice' };

  test('is done once, while it is used', () => {
    expect(given(advised).when(end)).toEqual({ ok: true, value: [ended] });
    expect(after(advised, ended)).toMatchObject({ ended: true });
    expect(codes(given({ ...advised, facts: { ...advised.facts, until: '2026-06-30' } }).when(end))).toEqual([
      ['sharing.standing-advice-past', undefined],
    ]);
    expect(codes(given().when(end))).toEqual([['ledger.unseen', undefined]]);
    expect(() => after(ended)).toThrow('cannot begin');
  });

  test('ends its use at once; its last day is the last of its use', () => {
    const record = after(advised) as StandingAdviceRecord;
    expect([isCurrentAdvice(record, '2026-12-31'), isCurrentAdvice(record, '2027-01-01')]).toEqual([true, false]);
    expect(isCurrentAdvice({ ...record, ended: true }, '2026-07-01')).toBe(false);
  });
});

describe('who may', () => {
  const record = after(advised) as StandingAdviceRecord;

  test('an adviser of the label who acts for the organisation, or who stands in for one', () => {
    const acting = { ...adviser('adviser:legal'), actingFor: 'council' };
    expect(standingsInAdvice(acting, record)).toEqual(['adviser', 'colleague']);
    expect(standingsInAdvice(acting, { organisation: 'council', label: 'security' })).toEqual(['colleague']);
    expect(standingsInAdvice({ ...acting, actingFor: 'firm' }, record)).toEqual([]);
    expect(standingsInAdvice(adviser('adviser:legal'), record)).toEqual([]);
    expect(standingsInAdvice(anyone, record)).toEqual([]);
    const [membership] = adviser().memberships;
    const covers = { ...membership!, standsInFor: [{ person: 'p', roles: ['adviser:legal' as Role] }] };
    expect(standingsInAdvice({ ...acting, memberships: [covers] }, record)).toEqual(['adviser', 'colleague']);
  });

  test('an administrator ends it, and gives none', () => {
    expect(standingAdviceRight('end-standing-advice', record, ['administrator'])).toBe('administrator');
    expect(standingAdviceRight('give-standing-advice', undefined, ['administrator', 'colleague'])).toBeUndefined();
    expect(standingAdviceRight('give-standing-advice', record, ['adviser'])).toBeUndefined();
    expect(standingAdviceRight('end-standing-advice', after(advised, ended), ['adviser'])).toBeUndefined();
  });

  test('a page offers what acting for its organisation would allow', () => {
    expect(allowedStandingAdviceCommands(adviser('adviser:legal'), record)).toEqual(['end-standing-advice']);
    expect(allowedStandingAdviceCommands(adviser('owner'), record)).toEqual([]);
    expect(labelsToGive(adviser('adviser:legal', 'adviser:security'), 'council')).toEqual(['legal', 'security']);
    expect(labelsToGive(adviser('administrator'), 'council')).toEqual([]);
    expect(labelsToGive(anyone, 'council')).toEqual([]);
  });
});

test('a case takes it in the shape that its rules know', () => {
  const record = after(advised) as StandingAdviceRecord;
  expect(adviceOf(record, { text: 'Fine.' })).toEqual({
    ...{ id: 'a1', label: 'legal', verdict: 'support-if', by: 'dee', until: '2026-12-31', lane: 'A', text: 'Fine.' },
    ...{ datasets: ['d1'], purposeClasses: ['research'] },
  });
  expect(purposeClasses.map(({ code }) => code)).toContain('research');
});
