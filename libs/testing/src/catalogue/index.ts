export * from './given-dataset.ts';
