import type { DatasetView } from '#catalogue/contracts';
import type { DescribedField } from '#catalogue/domain';

export interface ColumnModel {
  /** Tells rows apart on the form; the column's id where it has one. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly description: string;
  readonly unit: string;
  readonly concept: string;
  readonly sensitivity: string;
}

export interface DistributionModel {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly accessUrl: string;
  readonly downloadUrl: string;
  readonly format: string;
  readonly mediaType: string;
  readonly bytes: string;
  readonly issued: string;
  readonly modified: string;
  /** Whether this installation holds the file, so that no address is needed. */
  readonly stored: boolean;
}

/** Fields that are one text on the form: lists are written one entry a line or with commas. */
export const textFields = [
  'title',
  'alternativeTitle',
  'summary',
  'description',
  'keywords',
  'creator',
  'landingPage',
  'languages',
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
  'licence',
  'personalData',
] as const satisfies readonly DescribedField[];
export type TextField = (typeof textFields)[number];

/** What the form holds: everything as it is typed, nothing yet judged. */
export type EditModel = Readonly<Record<TextField, string>> & {
  readonly themes: readonly string[];
  readonly subjectAreas: readonly string[];
  readonly contact: { readonly name: string; readonly email: string; readonly address: string };
  readonly spatial: {
    readonly label: string;
    readonly address: string;
    readonly west: string;
    readonly south: string;
    readonly east: string;
    readonly north: string;
  };
  readonly temporal: { readonly from: string; readonly until: string };
  readonly columns: readonly ColumnModel[];
  readonly distributions: readonly DistributionModel[];
};

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

const columnsOf = (dataset: DatasetView): readonly ColumnModel[] =>
  dataset.columns.map((column) => ({
    key: column.id,
    id: column.id,
    name: column.name,
    title: column.title ?? '',
    type: column.type,
    description: column.description ?? '',
    unit: column.unit ?? '',
    concept: column.concept ?? '',
    sensitivity: column.sensitivity,
  }));

const distributionsOf = (dataset: DatasetView): readonly DistributionModel[] =>
  dataset.distributions.map((file) => ({
    key: file.id,
    id: file.id,
    title: file.title ?? '',
    description: file.description ?? '',
    accessUrl: file.accessUrl ?? '',
    // Of a file that is kept here the address, the type and the size are the installation's, not words of the description.
    downloadUrl: file.stored ? '' : (file.downloadUrl ?? ''),
    format: file.format.code,
    mediaType: file.stored ? '' : (file.mediaType ?? ''),
    bytes: file.stored ? '' : shown(file.bytes),
    issued: file.issued ?? '',
    modified: file.modified ?? '',
    stored: file.stored,
  }));

const textsOf = (dataset: DatasetView): Record<TextField, string> => ({
  title: dataset.title,
  alternativeTitle: dataset.alternativeTitle ?? '',
  summary: dataset.summary ?? '',
  description: dataset.description ?? '',
  keywords: dataset.keywords.join(', '),
  creator: dataset.creator ?? '',
  landingPage: dataset.landingPage ?? '',
  languages: dataset.languages.join(', '),
  frequency: dataset.frequency?.code ?? '',
  issued: dataset.issued ?? '',
  modified: dataset.modified ?? '',
  version: dataset.version ?? '',
  versionNotes: dataset.versionNotes ?? '',
  lineage: dataset.lineage ?? '',
  purposeOfCollection: dataset.purposeOfCollection ?? '',
  qualityNotes: dataset.qualityNotes ?? '',
  conformsTo: dataset.conformsTo.join('\n'),
  rights: dataset.rights ?? '',
  licenceAddress: dataset.licence.code === 'own-terms' ? (dataset.licence.address ?? '') : '',
  charge: dataset.charge ?? '',
  identifier: dataset.sourceIdentifier ?? '',
  licence: dataset.licence.code,
  personalData: dataset.personalData,
});

/** The form as it opens on a dataset. */
export function modelOf(dataset: DatasetView): EditModel {
  const [west, south, east, north] = dataset.spatial?.box ?? [];
  return {
    ...textsOf(dataset),
    themes: dataset.themes.map((theme) => theme.code),
    subjectAreas: dataset.subjectAreas.map((area) => area.code),
    contact: {
      name: dataset.contact?.name ?? '',
      email: dataset.contact?.email ?? '',
      address: dataset.contact?.address ?? '',
    },
    spatial: {
      label: dataset.spatial?.label ?? '',
      address: dataset.spatial?.address ?? '',
      west: shown(west),
      south: shown(south),
      east: shown(east),
      north: shown(north),
    },
    temporal: { from: dataset.temporal?.from ?? '', until: dataset.temporal?.until ?? '' },
    columns: columnsOf(dataset),
    distributions: distributionsOf(dataset),
  };
}

/** A form that waits for its dataset. */
export const emptyModel: EditModel = {
  ...(Object.fromEntries(textFields.map((field) => [field, ''])) as Record<TextField, string>),
  themes: [],
  subjectAreas: [],
  contact: { name: '', email: '', address: '' },
  spatial: { label: '', address: '', west: '', south: '', east: '', north: '' },
  temporal: { from: '', until: '' },
  columns: [],
  distributions: [],
};

export const emptyColumn = (key: string): ColumnModel => ({
  key,
  id: '',
  name: '',
  title: '',
  type: 'string',
  description: '',
  unit: '',
  concept: '',
  sensitivity: 'not-stated',
});

export const emptyDistribution = (key: string): DistributionModel => ({
  key,
  id: '',
  title: '',
  description: '',
  accessUrl: '',
  downloadUrl: '',
  format: 'csv',
  mediaType: '',
  bytes: '',
  issued: '',
  modified: '',
  stored: false,
});

/** Fields that differ between two states of the form, by their names on the form. */
export const changedFields = (before: EditModel, now: EditModel): readonly DescribedField[] =>
  (Object.keys(now) as DescribedField[]).filter(
    (field) =>
      field in before &&
      JSON.stringify(before[field as keyof EditModel]) !== JSON.stringify(now[field as keyof EditModel]),
  );
