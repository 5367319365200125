import { describe, expect, test } from '@jest/globals';
import type { NameStandIn, StandInCommand } from './commands.ts';
import { decideStandIn, type StandInFacts } from './decide.ts';
import type { StandInEvent } from './events.ts';
import { evolveStandIn } from './evolve.ts';
import { standInRight, stateOfStandIn } from './rights.ts';
import type { StandInRecord } from './stand-in.ts';

const known: StandInFacts = { personRoles: ['requester', 'owner', 'steward'], standInKnown: true, covered: [] };
/** Half past midnight on 1 July in the United Kingdom, still June in UTC. */
const at = '2026-06-30T23:30:00.000Z';

const after = (...events: readonly StandInEvent[]): StandInRecord | undefined =>
  events.reduce<StandInRecord | undefined>(evolveStandIn, undefined);

const given = (...events: readonly StandInEvent[]) => ({
  when: (command: StandInCommand, facts: Partial<StandInFacts> = {}) =>
    decideStandIn(command, after(...events), { at, facts: { ...known, ...facts } }),
});

const codes = (outcome: ReturnType<typeof decideStandIn>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);

const asked: NameStandIn = {
  type: 'name-stand-in',
  id: 's1',
  organisation: 'o1',
  person: 'p1',
  standIn: 'p2',
  roles: ['steward', 'owner', 'requester', 'owner'],
  from: '2026-07-06',
  until: '2026-07-17',
};
const named: StandInEvent = {
  type: 'stand-in-named',
  facts: {
    ...{ id: 's1', organisation: 'o1', person: 'p1', standIn: 'p2' },
    ...{ roles: ['owner', 'steward'], from: '2026-07-06', until: '2026-07-17' },
  },
};
const ended: StandInEvent = { type: 'stand-in-ended', facts: {} };

describe('naming a stand-in', () => {
  test('roles stand once and in their order; asking is every member’s and needs no cover', () => {
    expect(given().when(asked)).toEqual({ ok: true, value: [named] });
    expect(after(named)).toEqual({ ...named.facts, ended: false });
  });

  test.each<[string, Partial<NameStandIn>, Partial<StandInFacts>, string, string]>([
    ['oneself', { standIn: 'p1' }, {}, 'organisations.stand-in-oneself', 'standIn'],
    ['for a stranger', {}, { personRoles: undefined }, 'organisations.covered-not-member', 'person'],
    ['who is a stranger', {}, { standInKnown: false }, 'organisations.stand-in-not-member', 'standIn'],
    ['for no role', { roles: [] }, {}, 'organisations.stand-in-roles-missing', 'roles'],
    ['for asking alone', { roles: ['requester'] }, {}, 'organisations.stand-in-roles-missing', 'roles'],
    ['for a role not held', { roles: ['owner', 'siro'] }, {}, 'organisations.stand-in-role-not-held', 'roles'],
    [
      'for the administrator',
      { roles: ['owner', 'administrator'] },
      { personRoles: ['administrator', 'owner'] },
      'organisations.administrator-not-covered',
      'roles',
    ],
    ['a second time', {}, { covered: ['siro', 'steward'] }, 'organisations.stand-in-overlaps', 'roles'],
    ['backwards', { until: '2026-07-05' }, {}, 'organisations.stand-in-ends-before-it-begins', 'until'],
    ['for days that are over', { from: '2026-06-01', until: '2026-06-30' }, {}, 'organisations.stand-in-over', 'until'],
    ['for more than 12 months', { until: '2027-07-06' }, {}, 'organisations.stand-in-too-long', 'until'],
  ])('is refused %s', (_, change, facts, code, field) => {
    expect(codes(given().when({ ...asked, ...change }, facts))).toEqual([[code, field]]);
  });

  test.each<[string, Partial<NameStandIn>, Partial<StandInFacts>]>([
    ['12 months', { until: '2027-07-05' }, {}],
    ['12 months from a leap day', { from: '2028-02-29', until: '2029-02-28' }, {}],
    ['today alone', { from: '2026-07-01', until: '2026-07-01' }, {}],
    ['days that have begun', { from: '2026-06-29' }, {}],
    ['a role that nobody covers, beside one that somebody does', { roles: ['owner'] }, { covered: ['steward'] }],
  ])('is accepted for %s', (_, change, facts) => {
    expect(given().when({ ...asked, ...change }, facts).ok).toBe(true);
  });

  test('every fault of roles and days is told at once', () => {
    const outcome = given().when({ ...asked, roles: [], until: '2026-07-05' });
    expect(codes(outcome).map(([, field]) => field)).toEqual(['roles', 'until']);
  });
});

describe('ending it', () => {
  test('is done once', () => {
    expect(given(named).when({ type: 'end-stand-in' })).toEqual({ ok: true, value: [ended] });
    expect(stateOfStandIn(after(named, ended))).toBe('ended');
    expect(standInRight('end-stand-in', after(named, ended), ['covered', 'administrator'])).toBeUndefined();
    expect(standInRight('end-stand-in', after(named), ['colleague'])).toBeUndefined();
    expect(standInRight('end-stand-in', after(named), ['stand-in', 'colleague'])).toBe('stand-in');
  });

  test('is not done to what is over or never was', () => {
    const past: StandInEvent = { ...named, facts: { ...named.facts, from: '2026-06-01', until: '2026-06-30' } };
    expect(codes(given(past).when({ type: 'end-stand-in' }))).toEqual([
      ['organisations.stand-in-ended-by-itself', undefined],
    ]);
    expect(codes(given().when({ type: 'end-stand-in' }))).toEqual([['organisations.stand-in-unknown', undefined]]);
    expect(() => after(ended)).toThrow('cannot begin');
  });
});

test('who covers does not say for what: the one covered or an administrator gives the right', () => {
  expect(standInRight('name-stand-in', undefined, ['stand-in', 'colleague'])).toBeUndefined();
  expect(standInRight('name-stand-in', undefined, ['covered', 'administrator', 'colleague'])).toBe('covered');
  expect(standInRight('name-stand-in', undefined, ['administrator', 'colleague'])).toBe('administrator');
});
