import type { Role } from '#kernel';
import type { DomainEvent } from '#ledger/domain';

export type MembershipGranted = DomainEvent<
  'membership-granted',
  {
    readonly id: string;
    readonly person: string;
    readonly organisation: string;
    readonly unit?: string;
    readonly roles: readonly Role[];
  }
>;

/** `unit` is `null` for the organisation as a whole. */
export type RolesSet = DomainEvent<
  'membership-roles-set',
  { readonly roles: readonly Role[]; readonly unit: string | null }
>;

export type MembershipEnded = DomainEvent<'membership-ended', Record<never, never>>;

export type MembershipEvent = MembershipGranted | RolesSet | MembershipEnded;
