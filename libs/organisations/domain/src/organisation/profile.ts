/**
 * What an organisation shows of itself with every request: filled once, reused in each. Dates are YYYY-MM-DD, the last day
 * on which a thing holds.
 */
export interface OrganisationProfile {
  /** With the register of companies or of charities. */
  readonly registrationNumber?: string;
  /** In the register of fee payers of the Information Commissioner's Office. */
  readonly icoNumber?: string;
  /** Where replies go by post. */
  readonly address?: string;
  readonly insurance?: Insurance;
  readonly certificates?: readonly Certificate[];
  readonly signatories?: readonly Signatory[];
}

export interface Insurance {
  readonly insurer?: string;
  readonly reference?: string;
  readonly expires: string;
}

/** Such as Cyber Essentials or ISO 27001. */
export interface Certificate {
  readonly name: string;
  readonly number?: string;
  readonly expires?: string;
}

/** Who may sign for the organisation. */
export interface Signatory {
  readonly name: string;
  readonly position: string;
  readonly email?: string;
}

/** Fields of a profile; an absent one is left as it is, `null` empties it. */
export type ProfileChange = { readonly [Field in keyof OrganisationProfile]?: OrganisationProfile[Field] | null };

export const profileFields = [
  'registrationNumber',
  'icoNumber',
  'address',
  'insurance',
  'certificates',
  'signatories',
] as const satisfies readonly (keyof OrganisationProfile)[];
export type ProfileField = (typeof profileFields)[number];
