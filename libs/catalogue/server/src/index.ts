export { Import001, importCatalogue, type ImportParts, type ImportReport, type ImportRequest } from './import/index.ts';
export { Catalogue001 } from './persistence/migrations/catalogue-001.ts';
export { datasetAggregate, type DatasetAggregate } from './persistence/dataset-aggregate.ts';
export { datasetAudience } from './persistence/dataset-rows.ts';
export { countDatasets } from './queries/count-datasets.ts';
export { Datasets, type Download } from './queries/datasets.ts';
export { sitemapEntries, sitemapFiles, sitemapSize } from './queries/sitemap.ts';
export {
  requestableDatasets,
  sharedDatasets,
  type SharedColumn,
  type SharedDataset,
} from './queries/shared-datasets.ts';
export { filesInUse } from './queries/files-in-use.ts';
export { catalogueReactions, eventsKnownToCatalogue } from './reactions/index.ts';
export { fileAddress, identifierOf, type Addresses } from './queries/dataset-view.ts';
export { postgresSearchIndex, Search001, searchRowOf, writeSearchRows, type SearchIndex } from './search/index.ts';
export { PostgresSearch, rebuildSearchWords, refreshSearchWords, type CatalogueSearch } from './search/index.ts';
export { FrontPages } from './queries/front-page.ts';
export { vocabularyLists } from './queries/vocabularies.ts';
export { exportForms, Exports, type DatasetExport, type ExportedDocument, type ExportForm } from './export/index.ts';
