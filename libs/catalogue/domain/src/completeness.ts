import type { Dataset, DatasetContent } from './dataset.ts';

export interface MissingField {
  readonly field: string;
  readonly label: string;
  readonly why: string;
  /** Whether a person may publish without it. An imported record is listed as it is: nothing is invented. */
  readonly required: boolean;
}

interface Wanted extends Omit<MissingField, 'required'> {
  readonly required: boolean;
  present(dataset: Dataset, content: DatasetContent): boolean;
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/**
 * Fields that the UK Cross-Government Metadata Exchange Model requires, as far as this catalogue does not know them by
 * itself (identifier, type, publisher and creator are always there), then those that DCAT-AP 3.0.1 recommends.
 */
const wanted: readonly Wanted[] = [
  {
    field: 'description',
    label: 'Description',
    why: 'People decide by it whether this is what they need.',
    required: true,
    present: (_, content) => filled(content.description),
  },
  {
    field: 'contact',
    label: 'Contact e-mail',
    why: 'Somebody must be able to answer a question.',
    required: true,
    present: (_, content) => filled(content.contact?.email),
  },
  {
    field: 'access',
    label: 'Access level',
    why: 'Without it nobody knows whether and how it can be had.',
    required: true,
    present: (dataset) => dataset.access !== 'not-stated',
  },
  {
    field: 'licence',
    label: 'Licence',
    why: 'Without it nobody knows what they may do with it.',
    required: true,
    present: (dataset) => dataset.licence !== 'not-stated',
  },
  {
    field: 'frequency',
    label: 'How often it is updated',
    why: 'It tells whether the data is fresh enough.',
    required: true,
    present: (_, content) => filled(content.frequency),
  },
  {
    field: 'modified',
    label: 'Last updated',
    why: 'It tells whether the data is fresh enough.',
    required: true,
    present: (_, content) => filled(content.modified),
  },
  {
    field: 'version',
    label: 'Version',
    why: 'It lets people say which data they used.',
    required: true,
    present: (_, content) => filled(content.version),
  },
  {
    field: 'personalData',
    label: 'Data about people',
    why: 'It decides who must be asked before it is shared.',
    required: true,
    present: (dataset) => dataset.personalData !== 'not-stated',
  },
  {
    field: 'themes',
    label: 'Themes',
    why: 'People who browse find it by its theme.',
    required: false,
    present: (dataset) => dataset.themes.length > 0,
  },
  {
    field: 'keywords',
    label: 'Keywords',
    why: 'They let people find it by the words they use.',
    required: false,
    present: (_, content) => (content.keywords?.length ?? 0) > 0,
  },
  {
    field: 'columns',
    label: 'Columns',
    why: 'A request can then name just the columns it needs.',
    required: false,
    present: (dataset) => dataset.columns.length > 0,
  },
  {
    field: 'distributions',
    label: 'Where to get it',
    why: 'Without it there is nothing to follow.',
    required: false,
    present: (dataset) => dataset.distributions.length > 0,
  },
  {
    field: 'spatial',
    label: 'Area covered',
    why: 'People look for data about their place.',
    required: false,
    present: (_, content) => content.spatial !== undefined,
  },
  {
    field: 'temporal',
    label: 'Period covered',
    why: 'People look for data about a time.',
    required: false,
    present: (_, content) => content.temporal !== undefined,
  },
];

/** What the record lacks, the required fields first. */
export const missingFields = (dataset: Dataset, content: DatasetContent): MissingField[] =>
  wanted
    .filter((one) => !one.present(dataset, content))
    .map(({ field, label, why, required }) => ({ field, label, why, required }));
