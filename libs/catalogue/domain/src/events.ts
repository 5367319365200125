import type { DomainEvent } from '#ledger/domain';
import type { AccessLevel, PersonalData, Visibility } from './access.ts';
import type { ColumnFacts, DescribedField, DistributionFacts, SourceFacts, StoredFile } from './dataset.ts';

/** Codes that a description sets; the words go into the event's content. */
export interface DescribedFacts {
  /** Names of the fields that this event changed. */
  readonly fields: readonly DescribedField[];
  readonly by: 'person' | 'import';
  readonly themes?: readonly string[];
  readonly subjectAreas?: readonly string[];
  readonly licence?: string;
  readonly personalData?: PersonalData;
  readonly columns?: readonly ColumnFacts[];
  readonly distributions?: readonly DistributionFacts[];
}

/** A patch of `DatasetContent` by field; `null` empties a field. */
export type ContentPatch = Readonly<Record<string, unknown>>;

export type DatasetRegistered = DomainEvent<
  'dataset-registered',
  {
    readonly id: string;
    readonly organisation: string;
    readonly unit?: string;
    readonly slug: string;
  } & DescribedFacts,
  ContentPatch
>;

export type DatasetImported = DomainEvent<
  'dataset-imported',
  {
    readonly id: string;
    readonly organisation: string;
    readonly slug: string;
    readonly access: AccessLevel;
    readonly source: SourceFacts;
  } & DescribedFacts,
  ContentPatch
>;

export type DatasetDescribed = DomainEvent<'dataset-described', DescribedFacts, ContentPatch>;

/** The source's record changed, or came back after it had vanished. */
export type DatasetUpdatedFromSource = DomainEvent<
  'dataset-updated-from-source',
  DescribedFacts & { readonly recordHash: string; readonly access?: AccessLevel },
  ContentPatch
>;

export type DatasetVanished = DomainEvent<'dataset-vanished-from-source', Record<never, never>>;
export type AccessSet = DomainEvent<'dataset-access-set', { readonly access: AccessLevel }>;
export type VisibilitySet = DomainEvent<'dataset-visibility-set', { readonly visibility: Visibility }>;
export type ResponsibilityAssigned = DomainEvent<
  'dataset-responsibility-assigned',
  { readonly owners: readonly string[]; readonly steward?: string }
>;
/** Empties the reason for which it had been withdrawn. */
export type DatasetPublished = DomainEvent<
  'dataset-published',
  Record<never, never>,
  { readonly withdrawalReason: null }
>;
export type DatasetWithdrawn = DomainEvent<
  'dataset-withdrawn',
  Record<never, never>,
  { readonly withdrawalReason: string }
>;
export type FileAttached = DomainEvent<
  'dataset-file-attached',
  { readonly distribution: string; readonly file: StoredFile },
  ContentPatch
>;

export type DatasetEvent =
  | DatasetRegistered
  | DatasetImported
  | DatasetDescribed
  | DatasetUpdatedFromSource
  | DatasetVanished
  | AccessSet
  | VisibilitySet
  | ResponsibilityAssigned
  | DatasetPublished
  | DatasetWithdrawn
  | FileAttached;
