import { datasetEvents } from '#catalogue/contracts';
import {
  datasetRight,
  datasetStandingsOf,
  decideDataset,
  evolveDataset,
  maySeeDataset,
  type Dataset,
  type DatasetCommand,
  type DatasetContent,
  type DatasetEvent,
  type DatasetFacts,
} from '#catalogue/domain';
import { aboutInside, lockRows, pageOfRows, type Aggregate } from '#ledger/server';
import type { SearchIndex } from '../search/search-index.ts';
import { datasetFacts } from './dataset-facts.ts';
import { raiseEdition, saveDatasets } from './dataset-rows.ts';

export type DatasetAggregate = Aggregate<Dataset, DatasetContent, DatasetCommand, DatasetEvent, DatasetFacts>;

/** Datasets, as the door knows them. What the search finds is written with the state row, in the same transaction. */
export const datasetAggregate = (search: SearchIndex): DatasetAggregate => ({
  kind: 'dataset',
  events: datasetEvents,
  load: (transaction, ids) => lockRows(transaction, 'dataset', ids),
  page: (queries, after, size) => pageOfRows(queries, 'dataset', after, size),
  standings: datasetStandingsOf,
  visible: maySeeDataset,
  right: (command, dataset, standings) => datasetRight(command.type, dataset?.lifecycle ?? 'none', standings),
  facts: (transaction, _actor, items) => datasetFacts(transaction, items),
  decide: decideDataset,
  evolve: evolveDataset,
  about: ({ id, organisation }) => aboutInside(organisation, id),
  save: async (transaction, changes) => {
    await saveDatasets(transaction, changes);
    await search.index(transaction, changes);
    await raiseEdition(transaction);
  },
});
