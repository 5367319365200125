import type { ColumnView, DatasetView, DistributionView } from '#catalogue/contracts';
import {
  accessLabels,
  allowedDatasetCommands,
  formats,
  frequencies,
  labelOf,
  licences,
  isGivenForTerms,
  maySeeAddresses,
  mayDownload,
  maySeeDescription,
  missingFields,
  nextActionFor,
  subjectAreas,
  termsOf as termsToAccept,
  themes,
  type DatasetCommandName,
  type Term,
} from '#catalogue/domain';
import { membershipIn, type Actor } from '#kernel';
import { hashOfTerms } from '../terms/terms-aggregate.ts';
import type { DatasetRow } from './dataset-row.ts';
import { fieldSourcesOf } from './field-sources.ts';
import { withheldRow } from './withheld-row.ts';

/** Where this installation is reached from outside: addresses in views are made from it. */
export interface Addresses {
  /** Origin without a slash at its end. */
  readonly publicUrl: string;
}

export const identifierOf = (addresses: Addresses, id: string): string => `${addresses.publicUrl}/id/dataset/${id}`;

export const fileAddress = (addresses: Addresses, dataset: string, distribution: string): string =>
  `${addresses.publicUrl}/api/v1/datasets/${dataset}/distributions/${distribution}/file`;

const termsOf = (codes: readonly string[], terms: readonly Term[]) =>
  codes.map((code) => ({ code, label: labelOf(terms, code) }));

/** The HTTP name of a command: the path segment under `/commands/`. */
const httpNames: Partial<Record<DatasetCommandName, string>> = {
  'describe-dataset': 'describe',
  'attach-file': 'attach-file',
  'set-access': 'set-access',
  'set-visibility': 'set-visibility',
  'assign-responsibility': 'assign-responsibility',
  'publish-dataset': 'publish',
  'withdraw-dataset': 'withdraw',
};

const allowedNames = (actor: Actor, row: DatasetRow): string[] =>
  allowedDatasetCommands(actor, row.state).flatMap((command) => httpNames[command] ?? []);

function columnsOf({ state, content }: DatasetRow): ColumnView[] {
  const facts = new Map(state.columns.map((column) => [column.id, column.sensitivity]));
  return (content.columns ?? []).map((column) => ({ ...column, sensitivity: facts.get(column.id) ?? 'not-stated' }));
}

function distributionsOf(
  { state, content, termsAccepted }: DatasetRow,
  actor: Actor,
  addresses: Addresses,
): DistributionView[] {
  const words = new Map(content.distributions?.map((distribution) => [distribution.id, distribution]));
  const rows = mayDownload(actor, state, termsAccepted);
  const shown = maySeeAddresses(actor, state, termsAccepted);
  return state.distributions.map(({ id, format, file }) => {
    const { accessUrl, downloadUrl, fileName: _fileName, ...rest } = words.get(id) ?? { id };
    return {
      ...rest,
      format: { code: format, label: labelOf(formats, format) },
      stored: file !== undefined,
      ...(file && { bytes: file.bytes, mediaType: file.mediaType }),
      ...(shown && accessUrl !== undefined && { accessUrl }),
      ...(shown && downloadUrl !== undefined && { downloadUrl }),
      ...(rows && file && { downloadUrl: fileAddress(addresses, state.id, id) }),
    };
  });
}

function sourceOf(row: DatasetRow): Pick<DatasetView, 'source'> {
  if (!row.state.source || row.source_title === null) return {};
  return {
    source: {
      title: row.source_title,
      ...(row.source_address !== null && { address: row.source_address }),
      ...(row.source_read_at !== null && { lastRead: row.source_read_at.toISOString() }),
      present: row.state.source.present,
    },
  };
}

function termsViewOf({ state, content, termsAccepted = false }: DatasetRow): Pick<DatasetView, 'terms'> {
  if (!isGivenForTerms(state)) return {};
  const lines = [...termsToAccept(state, content)];
  return { terms: { hash: hashOfTerms(state, content), lines, accepted: termsAccepted } };
}

/** People named as owners and steward, for readers of the same organisation. */
export interface Responsible {
  readonly owners: DatasetView['owners'];
  readonly steward?: DatasetView['steward'];
}

/** What describes the dataset itself, the same for every reader. */
function describedIn({ state, content }: DatasetRow) {
  const {
    keywords = [],
    languages = [],
    conformsTo = [],
    frequency,
    licenceAddress,
    identifier,
    columns: _columns,
    distributions: _distributions,
    sourceSays: _sourceSays,
    ...words
  } = content;
  const licence = licences.find(({ code }) => code === state.licence) ?? {
    code: state.licence,
    label: state.licence,
    open: false,
  };
  return {
    ...words,
    keywords: [...keywords],
    languages: [...languages],
    conformsTo: [...conformsTo],
    themes: termsOf(state.themes, themes),
    subjectAreas: termsOf(state.subjectAreas, subjectAreas),
    licence: { ...licence, ...(licenceAddress !== undefined && { address: licenceAddress }) },
    ...(frequency !== undefined && { frequency: { code: frequency, label: labelOf(frequencies, frequency) } }),
    ...(identifier !== undefined && { sourceIdentifier: identifier }),
  };
}

/** What one reader sees of one dataset; the reader is known to be allowed to see that it exists. */
export function datasetViewOf(
  row: DatasetRow,
  actor: Actor,
  addresses: Addresses,
  responsible: Responsible,
): DatasetView {
  if (maySeeDescription(actor, row.state)) return wholeViewOf(row, actor, addresses, responsible);
  // What an emptied record lacks is not missing: it is withheld.
  return { ...wholeViewOf(withheldRow(row), actor, addresses, { owners: [] }), missing: [], withheld: true };
}

function wholeViewOf(row: DatasetRow, actor: Actor, addresses: Addresses, responsible: Responsible): DatasetView {
  const { state, content, termsAccepted } = row;
  const downloads = mayDownload(actor, state, termsAccepted);
  const addressesShown = maySeeAddresses(actor, state, termsAccepted);
  const isColleague = membershipIn(actor, state.organisation) !== undefined;
  return {
    ...describedIn(row),
    id: row.id,
    slug: state.slug,
    revision: row.revision,
    identifier: identifierOf(addresses, row.id),
    publisher: { id: state.organisation, slug: row.organisation_slug, name: row.organisation_name },
    lifecycle: state.lifecycle,
    access: { code: state.access, label: accessLabels[state.access] },
    visibility: state.visibility,
    personalData: state.personalData,
    spatial: content.spatial && { ...content.spatial, box: content.spatial.box && [...content.spatial.box] },
    columns: columnsOf(row),
    distributions: distributionsOf(row, actor, addresses),
    mayDownload: downloads,
    nextAction: nextActionFor(state, content, {
      mayDownload: downloads,
      signedIn: actor.kind === 'person',
      addressesShown,
      claimed: row.organisation_standing !== 'unclaimed',
      fileAddress: (distribution) => fileAddress(addresses, row.id, distribution),
    }),
    ...termsViewOf(row),
    ...sourceOf(row),
    owners: responsible.owners,
    ...(responsible.steward && { steward: responsible.steward }),
    missing: missingFields(state, content).map(({ field, label, why }) => ({ field, label, why })),
    fieldSources: isColleague ? fieldSourcesOf(row, addressesShown) : {},
    registeredAt: row.registered_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    allowedCommands: allowedNames(actor, row),
  };
}
