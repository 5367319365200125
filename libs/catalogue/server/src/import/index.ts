export { Import001 } from './import-001.ts';
export { importCatalogue, type ImportParts, type ImportRequest } from './import-catalogue.ts';
export type { ImportReport } from './import-report.ts';
export { plainTextOf } from './plain-text.ts';
