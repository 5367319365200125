import type { Role } from '#kernel';

/** The place of a person in an organisation, or in a unit of it, and what they may do there. */
export interface MembershipRecord {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
  readonly ended: boolean;
}
