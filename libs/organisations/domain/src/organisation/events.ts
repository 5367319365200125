import type { DomainEvent } from '#ledger/domain';
import type { Nation, OrganisationKind, OrganisationStanding } from './organisation.ts';
import type { OrganisationProfile, ProfileField } from './profile.ts';

type Nothing = Record<never, never>;
/** A patch of `OrganisationContent` by field; `null` empties a field. */
export type OrganisationPatch = Readonly<Record<string, unknown>>;

export type OrganisationRegistered = DomainEvent<
  'organisation-registered',
  {
    readonly id: string;
    readonly slug: string;
    readonly kind: OrganisationKind;
    readonly standing: OrganisationStanding;
  },
  OrganisationPatch
>;

export type OrganisationDescribed = DomainEvent<
  'organisation-described',
  { readonly fields: readonly string[]; readonly kind?: OrganisationKind; readonly nation?: Nation },
  OrganisationPatch
>;

export type OrganisationClaimed = DomainEvent<'organisation-claimed', Nothing>;
export type OrganisationVerified = DomainEvent<'organisation-verified', Nothing, OrganisationPatch>;
export type VerificationWithdrawn = DomainEvent<'organisation-verification-withdrawn', Nothing, OrganisationPatch>;
export type UnitAdded = DomainEvent<'organisation-unit-added', { readonly unit: string }, OrganisationPatch>;
export type UnitRenamed = DomainEvent<'organisation-unit-renamed', { readonly unit: string }, OrganisationPatch>;
export type UnitClosed = DomainEvent<'organisation-unit-closed', { readonly unit: string }>;

/** The words are the whole profile after the change; the facts say which of its fields changed. */
export type ProfileFilled = DomainEvent<
  'organisation-profile-filled',
  { readonly fields: readonly ProfileField[] },
  { readonly profile: OrganisationProfile }
>;
export type BoardJoined = DomainEvent<'organisation-board-joined', { readonly board: string }>;
export type BoardLeft = DomainEvent<'organisation-board-left', { readonly board: string }>;

export type OrganisationEvent =
  | OrganisationRegistered
  | OrganisationDescribed
  | OrganisationClaimed
  | OrganisationVerified
  | VerificationWithdrawn
  | UnitAdded
  | UnitRenamed
  | UnitClosed
  | ProfileFilled
  | BoardJoined
  | BoardLeft;
