export { disposition, refuseMissing, sendConfidentialFile, sendFile, type SentFile } from './send-file.ts';
export { sentParts, type FormPart } from './sent-parts.ts';
export { takeFiles, TakesFiles } from './taken-files.ts';
