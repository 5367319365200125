export * from './commands.ts';
export * from './decide.ts';
export * from './events.ts';
export * from './evolve.ts';
export * from './question.ts';
export * from './rights.ts';
export * from './visibility.ts';
