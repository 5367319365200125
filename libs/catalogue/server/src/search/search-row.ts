import { audienceOf, isListed, type Dataset, type DatasetContent } from '#catalogue/domain';
import { bitsOf, packCodes } from './facet-codes.ts';
import { columnWords, foldText } from './folding.ts';

/** Who may find a dataset, as `dataset_search.audience` keeps it. */
export const audienceCodes = { public: 0, members: 1, organisation: 2 } as const;

/** One row of `dataset_search` before PostgreSQL makes its vectors; all text is folded. */
export interface SearchRow {
  readonly dataset: string;
  readonly organisation: string;
  readonly audience: number;
  /** Access, licence and personal data in one integer: `packCodes`. */
  readonly codes: number;
  readonly themes: number;
  readonly formats: number;
  /** Instant, ISO 8601: when the data was last changed, as far as that is known and not in the future. */
  readonly newest: string;
  readonly title_key: string;
  /** Weight A, B, C, D of the full text. */
  readonly title: string;
  readonly labels: string;
  readonly about: string;
  readonly body: string;
}

/**
 * Most of a text that is indexed, in characters. Title and labels stay in the row, which must fit a page of 8 kB; what they have
 * beyond goes with the rest. The rest stays far below the 1 MB that a tsvector may hold.
 */
const longest = { title: 300, labels: 600, about: 20_000, body: 60_000 };

const labelsOf = ({ alternativeTitle, keywords = [] }: DatasetContent): string =>
  [alternativeTitle ?? '', ...keywords].join(' ');

const columnsOf = ({ columns = [] }: DatasetContent): string =>
  columns.map(({ name, title }) => `${columnWords(name)} ${title ?? ''}`).join(' ');

/** The date that the record gives, if it is one and has come; else the time at which the record changed here. */
export function newestOf(modified: string | undefined, changedAt: string): string {
  const given = modified === undefined ? Number.NaN : Date.parse(modified);
  const known = Date.parse(changedAt);
  return new Date(Number.isNaN(given) ? known : Math.min(given, known)).toISOString();
}

/**
 * What the search knows of a dataset. Found is what is listed and may be seen; a draft or withdrawn one by its own
 * organisation alone.
 */
export function searchRowOf(dataset: Dataset, content: DatasetContent, changedAt: string): SearchRow {
  const labels = labelsOf(content);
  const about = [
    content.summary,
    content.creator,
    columnsOf(content),
    content.title.slice(longest.title),
    labels.slice(longest.labels),
  ];
  return {
    dataset: dataset.id,
    organisation: dataset.organisation,
    audience: audienceCodes[isListed(dataset) ? audienceOf(dataset) : 'organisation'],
    codes: packCodes(dataset),
    themes: bitsOf('theme', dataset.themes),
    formats: bitsOf(
      'format',
      dataset.distributions.map(({ format }) => format),
    ),
    newest: newestOf(content.modified, changedAt),
    title_key: [...foldText(content.title)].slice(0, 80).join(''),
    title: foldText(content.title.slice(0, longest.title)),
    labels: foldText(labels.slice(0, longest.labels)),
    about: foldText(
      about
        .filter((part) => part !== undefined)
        .join(' ')
        .slice(0, longest.about),
    ),
    body: foldText((content.description ?? '').slice(0, longest.body)),
  };
}
