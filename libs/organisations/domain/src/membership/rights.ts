import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import { actingIn } from '../organisation/rights.ts';
import type { MembershipCommandName } from './commands.ts';
import type { MembershipRecord } from './membership.ts';

export const membershipStates = ['absent', 'current', 'ended'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** What an actor is to a membership: its holder, a colleague, the organisation's administrator, the operator, a machine. */
export const standingsToMembership = ['machine', 'administrator', 'operator', 'self', 'colleague'] as const;
export type StandingToMembership = (typeof standingsToMembership)[number];

/**
 * Who may do what to a membership. An administrator manages the members of the own organisation; the operator may only
 * place the first administrator (a guard of the decision); anyone may leave.
 */
export const membershipRights: Rights<MembershipCommandName, MembershipState, StandingToMembership> = {
  'grant-membership': { states: ['absent'], standings: ['administrator', 'operator', 'machine'] },
  'set-roles': { states: ['current'], standings: ['administrator', 'machine'] },
  'end-membership': { states: ['current'], standings: ['administrator', 'self', 'machine'] },
};

export const stateOfMembership = (membership: { readonly ended: boolean } | undefined): MembershipState => {
  if (membership === undefined) return 'absent';
  return membership.ended ? 'ended' : 'current';
};

/** What the actor is to a membership of this person in this organisation, strongest first; empty for strangers. */
export function standingsToMember(
  actor: Actor,
  membership: { readonly person?: string; readonly organisation: string },
): readonly StandingToMembership[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone') return [];
  const acting = actor.actingFor === membership.organisation ? membershipIn(actor, membership.organisation) : undefined;
  return [
    ...(acting?.roles.includes('administrator') ? (['administrator'] as const) : []),
    ...(actor.operator ? (['operator'] as const) : []),
    ...(actor.person === membership.person ? (['self'] as const) : []),
    ...(acting ? (['colleague'] as const) : []),
  ];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function membershipRight(
  command: MembershipCommandName,
  membership: MembershipRecord | undefined,
  standings: readonly string[],
): StandingToMembership | undefined {
  const right = membershipRights[command];
  if (!right.states.includes(stateOfMembership(membership))) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}

/** The commands that this actor could give now by acting for the membership's organisation. */
export function allowedMembershipCommands(actor: Actor, membership: MembershipRecord): MembershipCommandName[] {
  const standings = standingsToMember(actingIn(actor, membership.organisation), membership);
  return (Object.keys(membershipRights) as MembershipCommandName[]).filter(
    (command) => membershipRight(command, membership, standings) !== undefined,
  );
}
