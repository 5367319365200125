import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import type { OrganisationCommandName } from './commands.ts';
import type { Organisation, OrganisationStanding } from './organisation.ts';

/** `absent` is the state of an organisation that nobody has registered. */
export const organisationStates = ['absent', 'unclaimed', 'member', 'verified'] as const;
export type OrganisationState = 'absent' | OrganisationStanding;

/** What an actor is to an organisation. A member with the role `administrator` is both `administrator` and `member`. */
export const standingsToOrganisation = ['machine', 'operator', 'administrator', 'member', 'public'] as const;
export type StandingToOrganisation = (typeof standingsToOrganisation)[number];

/**
 * Who may do what to an organisation, and when: the operator registers and verifies, its own administrator looks after
 * profile, units and boards (Roles, docs of the domain). A machine does what an import or the operator's command line needs.
 */
export const organisationRights: Rights<OrganisationCommandName, OrganisationState, StandingToOrganisation> = {
  'register-organisation': { states: ['absent'], standings: ['operator', 'machine'] },
  'describe-organisation': {
    states: ['unclaimed', 'member', 'verified'],
    standings: ['administrator', 'operator', 'machine'],
  },
  'claim-organisation': { states: ['unclaimed'], standings: ['operator', 'machine'] },
  'verify-organisation': { states: ['member'], standings: ['operator', 'machine'] },
  'withdraw-verification': { states: ['verified'], standings: ['operator', 'machine'] },
  'add-unit': { states: ['member', 'verified'], standings: ['administrator', 'operator', 'machine'] },
  'rename-unit': { states: ['member', 'verified'], standings: ['administrator', 'operator', 'machine'] },
  'close-unit': { states: ['member', 'verified'], standings: ['administrator', 'operator', 'machine'] },
  'fill-profile': { states: ['member', 'verified'], standings: ['administrator', 'operator', 'machine'] },
  'join-board': { states: ['member', 'verified'], standings: ['administrator', 'machine'] },
  'leave-board': { states: ['member', 'verified'], standings: ['administrator', 'machine'] },
};

export const stateOfOrganisation = (organisation: Organisation | undefined): OrganisationState =>
  organisation?.standing ?? 'absent';

/** What the actor is to the organisation, strongest first; a member only while acting for it. */
export function standingsInOrganisation(
  actor: Actor,
  organisation: string | undefined,
): readonly StandingToOrganisation[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone') return ['public'];
  const member = actor.actingFor === organisation ? membershipIn(actor, organisation) : undefined;
  return [
    ...(actor.operator ? (['operator'] as const) : []),
    ...(member?.roles.includes('administrator') ? (['administrator'] as const) : []),
    ...(member ? (['member'] as const) : []),
    'public',
  ];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function organisationRight(
  command: OrganisationCommandName,
  organisation: Organisation | undefined,
  standings: readonly string[],
): StandingToOrganisation | undefined {
  const right = organisationRights[command];
  if (!right.states.includes(stateOfOrganisation(organisation))) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}

/** Guards that need no input: what nothing can be done about is not offered. */
const possible = (command: OrganisationCommandName, organisation: Organisation): boolean =>
  command !== 'leave-board' || organisation.boards.length > 0;

/** The commands that this actor could give now by acting for the organisation; it travels with the detail view. */
export function allowedOrganisationCommands(actor: Actor, organisation: Organisation): OrganisationCommandName[] {
  const standings = standingsInOrganisation(actingIn(actor, organisation.id), organisation.id);
  return (Object.keys(organisationRights) as OrganisationCommandName[]).filter(
    (command) => organisationRight(command, organisation, standings) !== undefined && possible(command, organisation),
  );
}

/** The same person, acting for this organisation where they belong to it: what a page of it lets them do. */
export const actingIn = (actor: Actor, organisation: string): Actor =>
  membershipIn(actor, organisation) && actor.kind === 'person' ? { ...actor, actingFor: organisation } : actor;
