import { describe, expect, test } from '@jest/globals';
import type { MembershipCommand } from './commands.ts';
import { decideMembership, type MembershipFacts } from './decide.ts';
import type { MembershipEvent } from './events.ts';
import { evolveMembership } from './evolve.ts';
import type { MembershipRecord } from './membership.ts';

const known: MembershipFacts = {
  organisation: 'member',
  personKnown: true,
  alreadyMember: false,
  units: ['u1'],
  otherAdministrators: 1,
};

const granted = (...roles: MembershipRecord['roles']): MembershipEvent => ({
  type: 'membership-granted',
  facts: { id: 'm1', person: 'p1', organisation: 'o1', unit: 'u1', roles },
});

const after = (...events: readonly MembershipEvent[]): MembershipRecord | undefined =>
  events.reduce<MembershipRecord | undefined>(evolveMembership, undefined);

const given = (...events: readonly MembershipEvent[]) => ({
  when: (command: MembershipCommand, facts: Partial<MembershipFacts> = {}, standing = 'administrator') =>
    decideMembership(command, after(...events), { standing, facts: { ...known, ...facts } }),
});

const codes = (outcome: ReturnType<typeof decideMembership>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

const grant: MembershipCommand = {
  type: 'grant-membership',
  id: 'm1',
  person: 'p1',
  organisation: 'o1',
  unit: 'u1',
  roles: ['steward', 'administrator', 'steward'],
};

describe('granting a membership', () => {
  test('every member is a requester; roles stand once, in their order', () => {
    expect(given().when(grant)).toEqual({ ok: true, value: [granted('requester', 'administrator', 'steward')] });
  });

  test.each<[string, Partial<MembershipFacts>, string]>([
    ['in no organisation', { organisation: undefined }, 'organisations.unknown'],
    ['in one that nobody has claimed', { organisation: 'unclaimed' }, 'organisations.unclaimed'],
    ['to nobody', { personKnown: false }, 'organisations.person-unknown'],
    ['twice', { alreadyMember: true }, 'organisations.already-member'],
    ['in a unit that is not there', { units: [] }, 'organisations.unit-unknown'],
  ])('is refused %s', (_, facts, code) => {
    expect(codes(given().when(grant, facts))).toEqual([code]);
  });

  test('the operator places the first administrator and leaves the rest to them', () => {
    expect(given().when(grant, { otherAdministrators: 0 }, 'operator').ok).toBe(true);
    expect(codes(given().when(grant, { otherAdministrators: 1 }, 'operator'))).toEqual([
      'organisations.has-administrator',
    ]);
    expect(given().when(grant, { otherAdministrators: 1 }, 'machine').ok).toBe(true);
  });
});

describe('roles', () => {
  test('are set with the unit; an absent unit stays, null is the whole organisation', () => {
    const before = granted('requester');
    const kept = given(before).when({ type: 'set-roles', roles: ['owner'] });
    expect(kept).toEqual({
      ok: true,
      value: [{ type: 'membership-roles-set', facts: { roles: ['requester', 'owner'], unit: 'u1' } }],
    });
    const whole = given(before).when({ type: 'set-roles', roles: [], unit: null });
    expect(whole).toMatchObject({ ok: true, value: [{ facts: { roles: ['requester'], unit: null } }] });
    const state = after(before, ...(whole.ok ? whole.value : []));
    expect(state).toEqual({ id: 'm1', person: 'p1', organisation: 'o1', roles: ['requester'], ended: false });
    expect(codes(given(before).when({ type: 'set-roles', roles: [], unit: 'u9' }))).toEqual([
      'organisations.unit-unknown',
    ]);
  });

  test('a unit closed meanwhile does not hinder a change of roles', () => {
    expect(given(granted('requester')).when({ type: 'set-roles', roles: ['owner'] }, { units: [] }).ok).toBe(true);
  });
});

describe('an organisation keeps an administrator', () => {
  const before = granted('requester', 'administrator');

  test('the last one neither goes nor loses the role', () => {
    const alone = { otherAdministrators: 0 };
    expect(codes(given(before).when({ type: 'end-membership' }, alone))).toEqual(['organisations.last-administrator']);
    expect(codes(given(before).when({ type: 'set-roles', roles: ['owner'] }, alone))).toEqual([
      'organisations.last-administrator',
    ]);
    expect(given(before).when({ type: 'set-roles', roles: ['administrator', 'owner'] }, alone).ok).toBe(true);
    expect(given(granted('requester')).when({ type: 'end-membership' }, alone).ok).toBe(true);
  });

  test('one of two may go', () => {
    expect(given(before).when({ type: 'end-membership' })).toEqual({
      ok: true,
      value: [{ type: 'membership-ended', facts: {} }],
    });
    expect(after(before, { type: 'membership-ended', facts: {} })?.ended).toBe(true);
  });
});
