export * from './calendars/index.ts';
export * from './evidence/index.ts';
export * from './question-sets/index.ts';
