export { Catalogue001 } from './persistence/migrations/catalogue-001.ts';
export { datasetAggregate, type DatasetAggregate } from './persistence/dataset-aggregate.ts';
export { datasetAudience } from './persistence/dataset-rows.ts';
export { countDatasets } from './queries/count-datasets.ts';
export { Datasets, type Download } from './queries/datasets.ts';
export { filesInUse } from './queries/files-in-use.ts';
export { catalogueReactions } from './reactions/index.ts';
export { fileAddress, identifierOf, type Addresses } from './queries/dataset-view.ts';
export type { SearchIndex } from './search/search-index.ts';
