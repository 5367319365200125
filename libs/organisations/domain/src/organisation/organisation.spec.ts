import { describe, expect, test } from '@jest/globals';
import type { OrganisationCommand } from './commands.ts';
import { decideOrganisation, type OrganisationFacts } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { evolveOrganisation } from './evolve.ts';
import type { Organisation } from './organisation.ts';
import { organisationRight, stateOfOrganisation } from './rights.ts';

const nothingKnown: OrganisationFacts = { slugTaken: false, peopleInUnit: 0 };

const registered: OrganisationEvent = {
  type: 'organisation-registered',
  facts: { id: 'o1', slug: 'exchester', kind: 'council', standing: 'member' },
};
const unclaimed: OrganisationEvent = { ...registered, facts: { ...registered.facts, standing: 'unclaimed' } };
const unitAdded: OrganisationEvent = { type: 'organisation-unit-added', facts: { unit: 'u1' } };

const after = (...events: readonly OrganisationEvent[]): Organisation | undefined =>
  events.reduce<Organisation | undefined>(evolveOrganisation, undefined);

const given = (...events: readonly OrganisationEvent[]) => ({
  when: (command: OrganisationCommand, facts: Partial<OrganisationFacts> = {}) =>
    decideOrganisation(command, after(...events), { facts: { ...nothingKnown, ...facts } }),
});

const codes = (outcome: ReturnType<typeof decideOrganisation>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field]);

const register: OrganisationCommand = {
  type: 'register-organisation',
  id: 'o1',
  slug: 'exchester',
  kind: 'council',
  standing: 'member',
  profile: { name: 'Exchester City Council', description: 'A city.', website: undefined },
};

describe('registering an organisation', () => {
  test('keeps rules’ codes in the facts and words in the content', () => {
    expect(given().when(register)).toEqual({
      ok: true,
      value: [{ ...registered, content: { name: 'Exchester City Council', description: 'A city.' } }],
    });
  });

  test.each([
    ['a name of blanks', { profile: { name: '  ' } }, {}, 'organisations.name-missing', 'name'],
    ['a malformed slug', { slug: 'Ex Chester' }, {}, 'organisations.slug-malformed', 'slug'],
    ['a reserved slug', { slug: 'new' }, {}, 'organisations.slug-malformed', 'slug'],
    ['a taken slug', {}, { slugTaken: true }, 'organisations.slug-taken', 'slug'],
  ])('refuses %s', (_, change, facts, code, field) => {
    expect(codes(given().when({ ...register, ...change }, facts))).toEqual([[code, field]]);
  });
});

describe('its profile', () => {
  test('changes by field; null empties', () => {
    const command = { type: 'describe-organisation', kind: 'charity', profile: { website: null } } as const;
    expect(given(registered).when(command)).toEqual({
      ok: true,
      value: [
        {
          type: 'organisation-described',
          facts: { fields: ['website', 'kind'], kind: 'charity' },
          content: { website: null },
        },
      ],
    });
    expect(
      after(registered, { type: 'organisation-described', facts: { fields: ['kind'], kind: 'charity' } })?.kind,
    ).toBe('charity');
  });

  test('keeps a name, and a change names something', () => {
    expect(codes(given(registered).when({ type: 'describe-organisation', profile: { name: '' } }))).toEqual([
      ['organisations.name-missing', 'name'],
    ]);
    expect(codes(given(registered).when({ type: 'describe-organisation', profile: {} }))).toEqual([
      ['organisations.nothing-to-change', undefined],
    ]);
  });
});

describe('its standing', () => {
  test('goes from unclaimed to member to verified and back to member', () => {
    const history: OrganisationEvent[] = [unclaimed];
    const standings = [stateOfOrganisation(after(...history))];
    const steps: OrganisationCommand[] = [
      { type: 'claim-organisation' },
      { type: 'verify-organisation' },
      { type: 'withdraw-verification', reason: 'Struck off.' },
    ];
    for (const command of steps) {
      expect(organisationRight(command.type, after(...history), ['operator'])).toBe('operator');
      const outcome = given(...history).when(command);
      history.push(...(outcome.ok ? outcome.value : []));
      standings.push(stateOfOrganisation(after(...history)));
    }
    expect(standings).toEqual(['unclaimed', 'member', 'verified', 'member']);
  });

  test('is not withdrawn without a reason', () => {
    expect(codes(given(registered).when({ type: 'withdraw-verification', reason: ' ' }))).toEqual([
      ['organisations.reason-missing', 'reason'],
    ]);
  });
});

describe('its units', () => {
  test('are added, renamed and closed; a closed one stays in the history', () => {
    expect(given(registered).when({ type: 'add-unit', unit: 'u1', name: 'Highways' })).toEqual({
      ok: true,
      value: [{ ...unitAdded, content: { 'unit:u1': 'Highways' } }],
    });
    expect(given(registered, unitAdded).when({ type: 'rename-unit', unit: 'u1', name: 'Roads' })).toMatchObject({
      ok: true,
      value: [{ content: { 'unit:u1': 'Roads' } }],
    });
    expect(after(registered, unitAdded, { type: 'organisation-unit-closed', facts: { unit: 'u1' } })?.units).toEqual([
      { id: 'u1', closed: true },
    ]);
  });

  const closed: OrganisationEvent = { type: 'organisation-unit-closed', facts: { unit: 'u1' } };
  test.each<[string, OrganisationEvent[], OrganisationCommand, Partial<OrganisationFacts>, string]>([
    ['a unit twice', [unitAdded], { type: 'add-unit', unit: 'u1', name: 'X' }, {}, 'organisations.unit-known'],
    ['a unit without a name', [], { type: 'add-unit', unit: 'u1', name: '' }, {}, 'organisations.unit-name-missing'],
    ['a name for no unit', [], { type: 'rename-unit', unit: 'u1', name: 'X' }, {}, 'organisations.unit-unknown'],
    ['no name', [unitAdded], { type: 'rename-unit', unit: 'u1', name: ' ' }, {}, 'organisations.unit-name-missing'],
    ['closing twice', [unitAdded, closed], { type: 'close-unit', unit: 'u1' }, {}, 'organisations.unit-unknown'],
    [
      'closing a unit with people',
      [unitAdded],
      { type: 'close-unit', unit: 'u1' },
      { peopleInUnit: 2 },
      'organisations.unit-has-people',
    ],
  ])('refuse %s', (_, before, command, facts, code) => {
    expect(codes(given(registered, ...before).when(command, facts)).map(([first]) => first)).toEqual([code]);
  });
});

test('a history begins with its registration', () => {
  expect(() => after(unitAdded)).toThrow('cannot begin');
  expect(codes(given().when({ type: 'verify-organisation' }))).toEqual([['organisations.unknown', undefined]]);
});
