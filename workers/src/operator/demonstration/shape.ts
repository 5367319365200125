import type { AccessLevel, PersonalData, Visibility } from '#catalogue/domain';
import type { Role } from '#kernel';
import type { OrganisationKind, OrganisationStanding } from '#organisations/domain';
import type { Place } from './places.ts';

/** A date as it stands, or a number of days before today, so that the demonstration never looks old. */
export type Day = string | number;

export interface DemonstrationOrganisation {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly standing: OrganisationStanding;
  readonly description: string;
  /** Host under `.example`, which RFC 2606 keeps free of real sites. */
  readonly host: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly place: Place;
  readonly units: readonly string[];
}

export interface DemonstrationPerson {
  /** The part of the e-mail address before `@demo.example`. */
  readonly key: string;
  readonly name: string;
  /** Key of the organisation; absent for a resident who acts for nobody else. */
  readonly organisation?: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
  readonly operator?: boolean;
  /** What the list of accounts calls the part that they play; absent for people who do not sign in. */
  readonly part?: string;
}

export interface DemonstrationDataset {
  /** Also the stem of its addresses and of its file. */
  readonly key: string;
  readonly unit?: string;
  /** Published where absent. */
  readonly state?: 'draft' | 'withdrawn';
  /** For one withdrawn: what people who follow its address read. */
  readonly withdrawal?: string;
  readonly access: AccessLevel;
  /** Everyone where absent. */
  readonly visibility?: Visibility;
  readonly personalData: PersonalData;
  readonly title: string;
  readonly alternativeTitle?: string;
  readonly summary?: string;
  readonly description?: string;
  /** Words separated by commas. */
  readonly keywords?: string;
  readonly themes?: readonly string[];
  readonly subjectAreas?: readonly string[];
  readonly licence?: string;
  readonly frequency?: string;
  /** The organisation's own where absent. */
  readonly contact?: { readonly name: string; readonly email: string };
  readonly creator?: string;
  readonly place?: Place;
  readonly from?: Day;
  readonly until?: Day;
  readonly issued?: Day;
  readonly modified?: Day;
  readonly version?: string;
  readonly versionNotes?: string;
  readonly lineage?: string;
  readonly purposeOfCollection?: string;
  readonly qualityNotes?: string;
  readonly charge?: string;
  readonly rights?: string;
  readonly identifier?: string;
  /** Codes of formats, one distribution each; `stored` is a CSV file held by this installation. */
  readonly forms: readonly string[];
  /** A table in text, one column a line: see `columnsOf`. */
  readonly columns?: string;
}

/** The datasets that one organisation has entered here. */
export interface Shelf {
  readonly organisation: string;
  /** Keys of the persons named on each of them. */
  readonly owner: string;
  readonly steward: string;
  readonly datasets: readonly DemonstrationDataset[];
}
