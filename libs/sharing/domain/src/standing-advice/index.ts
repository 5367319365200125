export * from './commands.ts';
export * from './decide.ts';
export * from './events.ts';
export * from './rights.ts';
export * from './standing-advice.ts';
