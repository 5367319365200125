import type { AccessLevel, Lifecycle, PersonalData, Visibility } from './access.ts';

/** What may be known of a dataset by its rules: ids, codes and dates. It is folded from the facts of its events. */
export interface Dataset {
  readonly id: string;
  readonly organisation: string;
  readonly unit?: string;
  readonly slug: string;
  readonly lifecycle: Lifecycle;
  readonly access: AccessLevel;
  /** Whether a person chose the access level here: an import then leaves it alone. */
  readonly accessSetHere?: boolean;
  readonly visibility: Visibility;
  readonly personalData: PersonalData;
  /** Persons who may decide; each holds the role `owner` in the organisation or unit. */
  readonly owners: readonly string[];
  readonly steward?: string;
  readonly themes: readonly string[];
  readonly subjectAreas: readonly string[];
  readonly licence: string;
  readonly columns: readonly ColumnFacts[];
  readonly distributions: readonly DistributionFacts[];
  /** Where the record was imported from; absent for one entered here. */
  readonly source?: SourceFacts;
  /** Fields that a person set here: an import keeps them and records what the source says. */
  readonly setHere: readonly DescribedField[];
  /** Whether a person withdrew it: an import never publishes it again. */
  readonly withdrawnByPerson: boolean;
}

export interface ColumnFacts {
  readonly id: string;
  readonly sensitivity: Sensitivity;
}

export const sensitivities = ['none', 'indirect', 'personal', 'special-category', 'not-stated'] as const;
/** What a column says of a person; `indirect` identifies only together with others. */
export type Sensitivity = (typeof sensitivities)[number];

export const sensitivityLabels: Record<Sensitivity, string> = {
  none: 'Not about a person',
  indirect: 'Could identify a person together with other data',
  personal: 'About a person',
  'special-category': 'Sensitive, about a person',
  'not-stated': 'Not stated',
};

export interface DistributionFacts {
  readonly id: string;
  readonly format: string;
  /** The stored file, where this installation holds the data. */
  readonly file?: StoredFile;
}

export interface StoredFile {
  readonly id: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

export interface SourceFacts {
  /** Id of the import source (a remote catalogue of one organisation). */
  readonly source: string;
  /** SHA-256 of the identifier that the source gives the record: identity without its words. */
  readonly key: string;
  /** SHA-256 of the record as last read, after repair: unchanged means that nothing happens. */
  readonly recordHash: string;
  /** Whether the last full reading still had it. */
  readonly present: boolean;
}

/** What a dataset says in words: folded from the content of its events, erasable, never read by a rule. */
export interface DatasetContent {
  readonly title: string;
  readonly alternativeTitle?: string;
  /** One or two sentences, at most 250 characters (UK Cross-Government Metadata Exchange Model). */
  readonly summary?: string;
  /** Plain text; paragraphs are separated by an empty line. */
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly contact?: Contact;
  /** Who made it, where that is not the publishing organisation: a literal publisher of a feed, for instance. */
  readonly creator?: string;
  readonly landingPage?: string;
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly spatial?: SpatialCoverage;
  readonly temporal?: TemporalCoverage;
  /** A code of `frequencies`. */
  readonly frequency?: string;
  /** Dates, ISO 8601: `2026-11-23` or an instant. */
  readonly issued?: string;
  readonly modified?: string;
  readonly version?: string;
  readonly versionNotes?: string;
  /** How it came to be and from what. */
  readonly lineage?: string;
  readonly purposeOfCollection?: string;
  readonly qualityNotes?: string;
  readonly conformsTo?: readonly string[];
  readonly rights?: string;
  /** The address of the licence where the code is `own-terms`. */
  readonly licenceAddress?: string;
  readonly charge?: string;
  readonly identifier?: string;
  readonly columns?: readonly ColumnContent[];
  readonly distributions?: readonly DistributionContent[];
  readonly withdrawalReason?: string;
  /** For a field kept here against its source: what the source says. */
  readonly sourceSays?: Readonly<Record<string, unknown>>;
}

export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly address?: string;
}

export interface SpatialCoverage {
  readonly label?: string;
  /** An address such as a Geonames or ONS one. */
  readonly address?: string;
  /** West, south, east, north in degrees (WGS 84). */
  readonly box?: readonly [number, number, number, number];
}

export interface TemporalCoverage {
  readonly from?: string;
  readonly until?: string;
}

export interface ColumnContent {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  /** A type of Table Schema: string, integer, number, boolean, date, datetime, time, year, geopoint, geojson, any. */
  readonly type: string;
  readonly description?: string;
  readonly unit?: string;
  /** What it is about, in the words of ISO/IEC 30182: Place, Event, Person … */
  readonly concept?: string;
}

export interface DistributionContent {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  /** Where to get it or read about it. One of the two addresses, or a stored file, is always there. */
  readonly accessUrl?: string;
  readonly downloadUrl?: string;
  readonly mediaType?: string;
  readonly bytes?: number;
  readonly issued?: string;
  readonly modified?: string;
  readonly fileName?: string;
}

/** Every field that a person or an import may set, by the name it has on the form and in `sourceSays`. */
export const describedFields = [
  'title',
  'alternativeTitle',
  'summary',
  'description',
  'keywords',
  'contact',
  'creator',
  'landingPage',
  'languages',
  'spatial',
  'temporal',
  'frequency',
  'issued',
  'modified',
  'version',
  'versionNotes',
  'lineage',
  'purposeOfCollection',
  'qualityNotes',
  'conformsTo',
  'rights',
  'licenceAddress',
  'charge',
  'identifier',
  'themes',
  'subjectAreas',
  'licence',
  'personalData',
  'columns',
  'distributions',
] as const;

export type DescribedField = (typeof describedFields)[number];
