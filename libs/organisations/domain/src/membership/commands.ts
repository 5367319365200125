import type { Role } from '#kernel';

export interface GrantMembership {
  readonly type: 'grant-membership';
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly unit?: string;
  /** `requester` is every member's and need not be named. */
  readonly roles: readonly Role[];
}

/** Sets roles and unit; an absent unit stays, `null` means the organisation as a whole. */
export interface SetRoles {
  readonly type: 'set-roles';
  readonly roles: readonly Role[];
  readonly unit?: string | null;
}

export interface EndMembership {
  readonly type: 'end-membership';
}

export type MembershipCommand = GrantMembership | SetRoles | EndMembership;
export type MembershipCommandName = MembershipCommand['type'];
