import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { anyone, type Actor, type PersonActor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { membershipRights, membershipStates, standingsToMember, standingsToMembership } from './membership/rights.ts';
import {
  allowedOrganisationCommands,
  organisationRights,
  organisationStates,
  standingsInOrganisation,
  standingsToOrganisation,
} from './organisation/rights.ts';
import { personRights, personStates, standingsToAccount, standingsToPerson } from './person/rights.ts';
import { standInRights, standInStates, standingsToCover, standingsToStandIn } from './stand-in/rights.ts';

/** Every state × standing × command, one line each, so that a change of rights is read by somebody. */
function expanded<Command extends string, State extends string, Standing extends string>(
  kind: string,
  rights: Rights<Command, State, Standing>,
  states: readonly State[],
  standings: readonly Standing[],
): string[] {
  return (Object.keys(rights) as Command[]).flatMap((command) =>
    states.flatMap((state) =>
      standings.map((standing) => {
        const may = rights[command].states.includes(state) && rights[command].standings.includes(standing);
        return `${kind} · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );
}

test('the rights to organisations, people, memberships and stand-ins are those of the golden', () => {
  const golden = new URL('../../../../tests/goldens/organisations-rights.txt', import.meta.url);
  const lines = [
    ...expanded('organisation', organisationRights, organisationStates, standingsToOrganisation),
    ...expanded('person', personRights, personStates, standingsToPerson),
    ...expanded('membership', membershipRights, membershipStates, standingsToMembership),
    ...expanded('stand-in', standInRights, standInStates, standingsToStandIn),
  ];
  const text = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_GOLDENS']) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

const membership = (organisation: string, ...roles: PersonActor['memberships'][number]['roles']) => ({
  id: `m-${organisation}`,
  organisation,
  organisationSlug: organisation,
  organisationName: organisation,
  roles,
});
const administrator: PersonActor = {
  kind: 'person',
  person: 'p1',
  name: 'Ada',
  email: 'ada@exchester.example',
  operator: false,
  memberships: [membership('o1', 'requester', 'administrator'), membership('o2', 'requester')],
};
const machine: Actor = { kind: 'machine', name: 'operator-command-line' };

test('a role counts in the organisation acted for, and nowhere else', () => {
  const acting = (actingFor?: string): Actor => ({ ...administrator, actingFor });
  expect(standingsInOrganisation(acting('o1'), 'o1')).toEqual(['administrator', 'member', 'public']);
  expect(standingsInOrganisation(acting('o2'), 'o1')).toEqual(['public']);
  expect(standingsInOrganisation(acting(), 'o1')).toEqual(['public']);
  expect(standingsInOrganisation(acting('o2'), 'o2')).toEqual(['member', 'public']);
  expect(standingsToMember(acting('o1'), { person: 'p2', organisation: 'o1' })).toEqual(['administrator', 'colleague']);
  expect(standingsToMember(acting('o2'), { person: 'p2', organisation: 'o1' })).toEqual([]);
  expect(standingsToMember(acting(), { person: 'p1', organisation: 'o1' })).toEqual(['self']);
});

test('cover is the business of the organisation acted for', () => {
  const cover = { organisation: 'o1', person: 'p2', standIn: 'p1' };
  const acting = (actingFor?: string): Actor => ({ ...administrator, actingFor });
  expect(standingsToCover(acting('o1'), cover)).toEqual(['stand-in', 'administrator', 'colleague']);
  expect(standingsToCover(acting('o1'), { ...cover, person: 'p1', standIn: 'p3' })).toEqual([
    'covered',
    'administrator',
    'colleague',
  ]);
  expect(standingsToCover(acting('o2'), cover)).toEqual([]);
  expect(standingsToCover(acting(), { ...cover, person: 'p1' })).toEqual([]);
  expect(standingsToCover(acting('o3'), { ...cover, organisation: 'o3' })).toEqual([]);
  expect(standingsToCover(machine, cover)).toEqual(['machine']);
});

test('strangers are nothing to an account; an operator who registers is no administrator', () => {
  expect(standingsToAccount(administrator, 'p2')).toEqual([]);
  expect(standingsToAccount(administrator, 'p1')).toEqual(['self']);
  expect(standingsToAccount(anyone, 'p1')).toEqual([]);
  expect(standingsToAccount(machine, 'p1')).toEqual(['machine']);
  expect(standingsInOrganisation({ ...administrator, operator: true, memberships: [] }, 'o1')).toEqual([
    'operator',
    'public',
  ]);
});

test('a page offers what acting for its organisation would allow', () => {
  const state = {
    id: 'o1',
    slug: 'o1',
    kind: 'council',
    standing: 'member',
    units: [],
    nation: 'england',
    boards: [],
  } as const;
  expect(allowedOrganisationCommands(administrator, state)).toEqual([
    'describe-organisation',
    'add-unit',
    'rename-unit',
    'close-unit',
    'fill-profile',
    'join-board',
  ]);
  expect(allowedOrganisationCommands(administrator, { ...state, boards: ['b1'] })).toContain('leave-board');
  expect(allowedOrganisationCommands(anyone, state)).toEqual([]);
  expect(allowedOrganisationCommands({ ...administrator, memberships: [], operator: true }, state)).toContain(
    'verify-organisation',
  );
});
