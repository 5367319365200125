export { exportForms, Exports, type DatasetExport, type ExportedDocument, type ExportForm } from './exports.ts';
