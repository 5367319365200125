import { membershipIn, type Actor, type PersonActor, type Role } from '#kernel';
import { boardRoles, isAsking, rolesHeld } from '../case/standings.ts';
import type { Asker } from '../case/case.ts';
import type { Party } from './agreement.ts';

/** What somebody is to an agreement and to the permissions it gives, those first who may do most for their side. */
export const agreementStandings = [
  'owner',
  'siro',
  'signatory',
  'steward',
  'adviser',
  'administrator',
  'recipient-signatory',
  'recipient',
  'board',
  'machine',
] as const;
export type AgreementStanding = (typeof agreementStandings)[number];

/** Between whom, and who looks on. */
export interface Between {
  readonly provider: string;
  readonly recipient: Asker;
  readonly boards: readonly string[];
}

const byRole: readonly (readonly [AgreementStanding, Role])[] = [
  ['owner', 'owner'],
  ['siro', 'siro'],
  ['signatory', 'signatory'],
  ['steward', 'steward'],
  ['adviser', 'adviser:data-protection'],
  ['administrator', 'administrator'],
];

/** Other advisers read what they advised on. */
const readsAlong = (role: Role): boolean => role.startsWith('adviser:');

export const providerStandings: readonly AgreementStanding[] = byRole.map(([standing]) => standing);

function inProvider(actor: PersonActor, provider: string): readonly AgreementStanding[] {
  if (actor.actingFor !== undefined && actor.actingFor !== provider) return [];
  const membership = membershipIn(actor, provider);
  const roles = membership ? rolesHeld(membership) : new Set<Role>();
  const standings = byRole.filter(([, role]) => roles.has(role)).map(([standing]) => standing);
  return standings.includes('adviser') || ![...roles].some(readsAlong) ? standings : [...standings, 'adviser'];
}

function inRecipient(actor: PersonActor, recipient: Asker): readonly AgreementStanding[] {
  if (!isAsking(actor, recipient)) return [];
  if (recipient.organisation === undefined) return ['recipient-signatory', 'recipient'];
  const membership = membershipIn(actor, recipient.organisation);
  const signs = membership !== undefined && rolesHeld(membership).has('signatory');
  return signs ? ['recipient-signatory', 'recipient'] : ['recipient'];
}

const onBoard = (actor: PersonActor, boards: readonly string[]): boolean =>
  actor.memberships.some(
    (membership) =>
      boards.includes(membership.organisation) &&
      (actor.actingFor === undefined || actor.actingFor === membership.organisation) &&
      boardRoles.some((role) => rolesHeld(membership).has(role)),
  );

/** What the actor is to an agreement between these; empty for those who may not know of it. */
export function standingsBetween(actor: Actor, between: Between): AgreementStanding[] {
  if (actor.kind === 'machine') return ['machine'];
  if (actor.kind === 'anyone') return [];
  return [
    ...inProvider(actor, between.provider),
    ...inRecipient(actor, between.recipient),
    ...(onBoard(actor, between.boards) ? (['board'] as const) : []),
  ];
}

/** For which side somebody of this standing acts; undefined for boards and machines. */
export function partyOf(standing: string): Party | undefined {
  if (standing === 'recipient' || standing === 'recipient-signatory') return 'recipient';
  return providerStandings.some((one) => one === standing) ? 'provider' : undefined;
}

/** Holds the data protection adviser's right to stop: other advisers read along. */
export const advisesOnDataProtection = (actor: Actor, provider: string): boolean => {
  const membership = membershipIn(actor, provider);
  return membership !== undefined && rolesHeld(membership).has('adviser:data-protection');
};
