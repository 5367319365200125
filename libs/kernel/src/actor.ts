/**
 * Who acts, always with the organisation acted for. A person may belong to several organisations and acts for one at a
 * time; a machine is named, and a rule has an accountable person.
 */
export type Actor = PersonActor | MachineActor | Anyone;

export interface PersonActor {
  readonly kind: 'person';
  readonly person: string;
  readonly name: string;
  readonly email: string;
  /** The operator of the installation: configures it, verifies organisations, reads no case content by default. */
  readonly operator: boolean;
  /** Every current membership, so that a reader sees all that any of them lets them see. */
  readonly memberships: readonly Membership[];
  /** The organisation that this command or page is for; absent for an individual. */
  readonly actingFor?: string;
}

export interface MachineActor {
  readonly kind: 'machine';
  /** `import`, `schedule`, `rule`, `operator-command-line`, … */
  readonly name: string;
  readonly actingFor?: string;
  /** The person accountable for a rule or for a command given on the operator's command line. */
  readonly accountable?: string;
}

/** Somebody who has not signed in. */
export interface Anyone {
  readonly kind: 'anyone';
}

export interface Membership {
  readonly id: string;
  readonly organisation: string;
  readonly organisationSlug: string;
  readonly organisationName: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
  /** Those for whom this person stands in today in this organisation; absent where there are none. */
  readonly standsInFor?: readonly StandIn[];
}

/** Somebody who is covered today, and the roles of theirs that are covered: only such as they still hold. */
export interface StandIn {
  readonly person: string;
  readonly roles: readonly Role[];
}

/** Roles of `domain.md`; `requester` is every member's. */
export const roles = [
  'requester',
  'administrator',
  'signatory',
  'owner',
  'steward',
  'adviser:data-protection',
  'adviser:legal',
  'adviser:security',
  'adviser:caldicott',
  'adviser:commercial',
  'siro',
  'board-member',
  'board-chair',
  'facilitator',
] as const;

export type Role = (typeof roles)[number];

export const anyone: Anyone = { kind: 'anyone' };

export const membershipIn = (actor: Actor, organisation: string | undefined): Membership | undefined =>
  actor.kind === 'person'
    ? actor.memberships.find((membership) => membership.organisation === organisation)
    : undefined;
