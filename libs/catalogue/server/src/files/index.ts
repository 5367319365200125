export { decodeText } from './decode.ts';
export { defaultRowLimits, firstRows, type FirstRows, type RowLimits } from './first-rows.ts';
export { isPreviewable, previewOf, type PreviewedFile } from './preview.ts';
