export * from './message-commands.ts';
export * from './message-events.ts';
export * from './question-commands.ts';
export * from './question-events.ts';
export * from './question-view.ts';
export * from './standing-advice.ts';
export * from './standing-advice-events.ts';
