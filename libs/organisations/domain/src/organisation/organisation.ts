import type { OrganisationProfile } from './profile.ts';

export const organisationKinds = [
  'council',
  'combined-authority',
  'transport-body',
  'utility',
  'company',
  'university',
  'charity',
  'public-body',
  'board',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** `unclaimed` is known only from a feed: its data cannot be requested here. */
export const organisationStandings = ['member', 'verified', 'unclaimed'] as const;
export type OrganisationStanding = (typeof organisationStandings)[number];

export const organisationKindLabels: Record<OrganisationKind, string> = {
  council: 'Council',
  'combined-authority': 'Combined authority',
  'transport-body': 'Transport body',
  utility: 'Utility',
  company: 'Company',
  university: 'University',
  charity: 'Charity',
  'public-body': 'Public body',
  board: 'Board',
};

/** Whose holidays and whose law of information apply. */
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

export const nationLabels: Record<Nation, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** What the rules know of an organisation: folded from the facts of its events. */
export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly kind: OrganisationKind;
  readonly standing: OrganisationStanding;
  readonly units: readonly Unit[];
  readonly nation: Nation;
  /** Ids of the boards in whose scope it is, in the order in which it joined them. */
  readonly boards: readonly string[];
}

/** A part of an organisation; its name is content. A closed one stays, because history names it. */
export interface Unit {
  readonly id: string;
  readonly closed: boolean;
}

/** A team to write to, never a person. */
export interface OrganisationContact {
  readonly name?: string;
  readonly email?: string;
}

/** The key under which an organisation's content keeps the name of one unit, so that units are renamed one by one. */
export type UnitNameKey = `unit:${string}`;

export const unitNameKey = (unit: string): UnitNameKey => `unit:${unit}`;

/** What an organisation says in words: folded from the content of its events. */
export interface OrganisationContent {
  readonly name: string;
  readonly description?: string;
  readonly website?: string;
  readonly contact?: OrganisationContact;
  /** Why the operator withdrew its verification, where that was the last word. */
  readonly verificationReason?: string;
  readonly profile?: OrganisationProfile;
  readonly [unit: UnitNameKey]: string;
}

export const openUnit = (organisation: Organisation, unit: string): Unit | undefined =>
  organisation.units.find((candidate) => candidate.id === unit && !candidate.closed);
