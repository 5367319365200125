export { Catalogue001 } from './persistence/migrations/catalogue-001.ts';
