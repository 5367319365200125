import type { DatasetView } from '#catalogue/contracts';
import { formatDate } from '#ui';
import { catalogueTexts, fieldLabels } from '../catalogue-texts.ts';
import { datasetTexts } from './dataset-texts.ts';

/** One line of *At a glance*. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Address of what the value names. */
  readonly href?: string;
}

export interface Words {
  readonly page: typeof datasetTexts.en;
  readonly shared: typeof catalogueTexts.en;
  readonly fields: typeof fieldLabels.en;
}

const fact = (label: string, value: string | undefined, href?: string): readonly Fact[] =>
  value === undefined || value === '' ? [] : [href === undefined ? { label, value } : { label, value, href }];

const dated = (iso: string | undefined): string | undefined => (iso === undefined ? undefined : formatDate(iso));

export const periodOf = (words: Words, period: DatasetView['temporal']): string | undefined =>
  period && (period.from ?? period.until) !== undefined
    ? words.page.periodBetween(dated(period.from), dated(period.until))
    : undefined;

/** Distinct formats in which the data comes, by their labels. */
export const formatsOf = (dataset: DatasetView): string =>
  [...new Set(dataset.distributions.map((distribution) => distribution.format.label))].join(', ');

/** What a reader weighs first, shown beside the next action; what is not stated is said to be so only where it matters. */
export const factsOf = (words: Words, dataset: DatasetView): readonly Fact[] => [
  ...fact(words.fields.modified, dated(dataset.modified) ?? words.page.unknown),
  ...fact(words.fields.frequency, dataset.frequency?.label),
  ...fact(words.fields.licence, dataset.licence.label, dataset.licence.address),
  ...fact(words.fields.charge, dataset.charge),
  ...fact(words.shared.formats, formatsOf(dataset)),
  ...fact(words.fields.personalData, words.shared.personalData[dataset.personalData]),
  ...fact(words.fields.temporal, periodOf(words, dataset.temporal)),
  ...fact(words.fields.spatial, dataset.spatial?.label),
];

/** Everything else that was said of it. */
export const detailsOf = (words: Words, dataset: DatasetView): readonly Fact[] => [
  ...fact(words.fields.alternativeTitle, dataset.alternativeTitle),
  ...fact(words.fields.themes, dataset.themes.map((theme) => theme.label).join(', ')),
  ...fact(words.fields.subjectAreas, dataset.subjectAreas.map((area) => area.label).join(', ')),
  ...fact(words.fields.creator, dataset.creator),
  ...fact(words.fields.landingPage, dataset.landingPage, dataset.landingPage),
  ...fact(words.fields.languages, dataset.languages.map(languageName).join(', ')),
  ...fact(words.fields.issued, dated(dataset.issued)),
  ...fact(words.fields.version, dataset.version),
  ...fact(words.fields.rights, dataset.rights),
  ...dataset.conformsTo.flatMap((standard) => fact(words.fields.conformsTo, standard, standard)),
  ...fact(words.fields.identifier, dataset.sourceIdentifier),
  ...fact(words.page.registered, dated(dataset.registeredAt)),
  ...fact(words.page.changed, dated(dataset.changedAt)),
];

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** English for `en`; the tag itself where it is not known. */
export function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Text in paragraphs, as an empty line parts them. */
export const paragraphs = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
