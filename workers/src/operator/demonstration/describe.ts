import type { Description } from '#catalogue/domain';
import { vocabularyLists } from '#catalogue/server';
import { columnsOf } from './columns.ts';
import { dateOf } from './days.ts';
import type { DemonstrationDataset, DemonstrationOrganisation } from './shape.ts';

export interface Describing {
  readonly organisation: DemonstrationOrganisation;
  /** As 2026-11-23: dates given in days lead up to it. */
  readonly today: string;
  readonly newId: () => string;
}

/** Formats that are asked a question rather than fetched whole. */
const services: readonly string[] = ['api', 'wms', 'wfs', 'esri-rest', 'html'];

const labelOf = (format: string): string =>
  vocabularyLists.formats.find(({ code }) => code === format)?.label ?? format;

const siteOf = ({ host }: DemonstrationOrganisation): string => `https://data.${host}`;

function distributionOf(dataset: DemonstrationDataset, form: string, { organisation, today, newId }: Describing) {
  const stored = form === 'stored';
  const format = stored ? 'csv' : form;
  const address = `${siteOf(organisation)}/${dataset.key}`;
  // Only what is open can be fetched by anybody: the rest is reached by the page that explains it.
  const fetched = dataset.access === 'open' && !services.includes(format);
  const addresses = fetched ? { downloadUrl: `${address}.${format}` } : { accessUrl: `${address}/` };
  return {
    id: newId(),
    title: `${dataset.title} (${labelOf(format)})`,
    format,
    ...(stored ? {} : addresses),
    ...(dataset.modified === undefined ? {} : { modified: dateOf(today, dataset.modified) }),
  };
}

/** The months of its data are its versions where nobody numbers them. */
const versionOf = (dataset: DemonstrationDataset, today: string): string | undefined =>
  dataset.version ?? (dataset.modified === undefined ? undefined : dateOf(today, dataset.modified).slice(0, 7));

const termsAddress = (dataset: DemonstrationDataset, organisation: DemonstrationOrganisation) =>
  dataset.licence === 'own-terms' ? { licenceAddress: `${siteOf(organisation)}/terms` } : {};

function timesOf(dataset: DemonstrationDataset, today: string) {
  const { from, until, issued, modified } = dataset;
  const period = {
    ...(from === undefined ? {} : { from: dateOf(today, from) }),
    ...(until === undefined ? {} : { until: dateOf(today, until) }),
  };
  return {
    ...(from === undefined && until === undefined ? {} : { temporal: period }),
    ...(issued === undefined ? {} : { issued: dateOf(today, issued) }),
    ...(modified === undefined ? {} : { modified: dateOf(today, modified) }),
    ...(versionOf(dataset, today) === undefined ? {} : { version: versionOf(dataset, today) }),
  };
}

const plainFields = [
  'alternativeTitle',
  'summary',
  'description',
  'creator',
  'frequency',
  'versionNotes',
  'lineage',
  'purposeOfCollection',
  'qualityNotes',
  'charge',
  'rights',
  'identifier',
  'themes',
  'subjectAreas',
  'licence',
] as const;

/** The description that a steward's form would send for this dataset; with an id for each column and distribution. */
export function describe(
  dataset: DemonstrationDataset,
  describing: Describing,
): Description & { readonly title: string } {
  const { organisation, today, newId } = describing;
  const plain = plainFields.flatMap((field) =>
    dataset[field] === undefined ? [] : [[field, dataset[field]] as const],
  );
  return {
    title: dataset.title,
    personalData: dataset.personalData,
    ...Object.fromEntries(plain),
    ...(dataset.keywords === undefined ? {} : { keywords: dataset.keywords.split(',').map((word) => word.trim()) }),
    contact: dataset.contact ?? organisation.contact,
    landingPage: `${siteOf(organisation)}/${dataset.key}/`,
    languages: ['en'],
    spatial: { label: (dataset.place ?? organisation.place).label, box: (dataset.place ?? organisation.place).box },
    ...timesOf(dataset, today),
    ...termsAddress(dataset, organisation),
    columns: columnsOf(dataset.columns ?? '').map((column) => ({ id: newId(), ...column })),
    distributions: dataset.forms.map((form) => distributionOf(dataset, form, describing)),
  };
}
