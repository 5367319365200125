import type { Nation, OrganisationContact, OrganisationKind, OrganisationStanding } from './organisation.ts';
import type { ProfileChange } from './profile.ts';

/** How an organisation presents itself; an absent field is left as it is, `null` empties it. */
export interface OrganisationDescription {
  readonly name?: string;
  readonly description?: string | null;
  readonly website?: string | null;
  readonly contact?: OrganisationContact | null;
}

/** Puts an organisation into the list; an import registers an unclaimed one. */
export interface RegisterOrganisation {
  readonly type: 'register-organisation';
  readonly id: string;
  readonly slug: string;
  readonly kind: OrganisationKind;
  readonly standing: Exclude<OrganisationStanding, 'verified'>;
  readonly profile: OrganisationDescription & { readonly name: string };
}

export interface DescribeOrganisation {
  readonly type: 'describe-organisation';
  readonly kind?: OrganisationKind;
  readonly nation?: Nation;
  readonly profile: OrganisationDescription;
}

/** An organisation known only from a feed becomes a member: *this is us*. */
export interface ClaimOrganisation {
  readonly type: 'claim-organisation';
}

/** The operator has checked that the organisation is what it says it is. */
export interface VerifyOrganisation {
  readonly type: 'verify-organisation';
}

export interface WithdrawVerification {
  readonly type: 'withdraw-verification';
  /** Read by the organisation's own administrators. */
  readonly reason: string;
}

export interface AddUnit {
  readonly type: 'add-unit';
  readonly unit: string;
  readonly name: string;
}

export interface RenameUnit {
  readonly type: 'rename-unit';
  readonly unit: string;
  readonly name: string;
}

/** Closes a unit in which nobody works any more. */
export interface CloseUnit {
  readonly type: 'close-unit';
  readonly unit: string;
}

/** Fills the profile that goes with every request. */
export interface FillProfile {
  readonly type: 'fill-profile';
  readonly profile: ProfileChange;
}

/** Puts the organisation in the scope of a board: its board members may read what it shares. */
export interface JoinBoard {
  readonly type: 'join-board';
  readonly board: string;
}

export interface LeaveBoard {
  readonly type: 'leave-board';
  readonly board: string;
}

export type OrganisationCommand =
  | RegisterOrganisation
  | DescribeOrganisation
  | ClaimOrganisation
  | VerifyOrganisation
  | WithdrawVerification
  | AddUnit
  | RenameUnit
  | CloseUnit
  | FillProfile
  | JoinBoard
  | LeaveBoard;

export type OrganisationCommandName = OrganisationCommand['type'];
