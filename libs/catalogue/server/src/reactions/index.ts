import { datasetEvents } from '#catalogue/contracts';
import type { Reaction } from '#ledger/server';
import { organisationEvents } from '#organisations/contracts';
import { whenDatasetWordsChangeRefreshSearchWords } from './when-dataset-words-change-refresh-search-words.reaction.ts';
import { whenOrganisationRenamedIndexItsDatasets } from './when-organisation-renamed-index-its-datasets.reaction.ts';

/** Every reaction of the catalogue. */
export const catalogueReactions: readonly Reaction[] = [
  whenDatasetWordsChangeRefreshSearchWords,
  whenOrganisationRenamedIndexItsDatasets,
];

/** Types of events that reactions of the catalogue may hear: its own, and those of the feature before it. */
export const eventsKnownToCatalogue: ReadonlySet<string> = new Set([
  ...Object.keys(datasetEvents),
  ...Object.keys(organisationEvents),
]);
