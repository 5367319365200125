export * from './commands.ts';
export * from './events.ts';
export * from './dataset-view.ts';
export * from './pages.ts';
export * from './search.ts';
export * from './files.ts';
export { termsEvents } from './terms-events.ts';
