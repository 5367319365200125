export { Documents, type Document } from './documents.ts';
