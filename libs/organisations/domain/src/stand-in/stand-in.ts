import { roles, type Role } from '#kernel';

/** Cover while somebody is away: on these days one person may do what these roles of another may do. */
export interface StandInRecord {
  readonly id: string;
  readonly organisation: string;
  /** Who is covered. */
  readonly person: string;
  /** Who covers. */
  readonly standIn: string;
  /** Roles of the covered person, in the order of the list of roles. */
  readonly roles: readonly Role[];
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
  /** The last day, YYYY-MM-DD; cover holds on it too. */
  readonly until: string;
  readonly ended: boolean;
}

/**
 * Roles that can be covered. An administrator gives others their rights: that takes a membership, not cover for a while.
 * Asking for data is every member's, so nobody needs cover for it.
 */
export const coverableRoles: readonly Role[] = roles.filter((role) => role !== 'administrator' && role !== 'requester');
