export * from './agreed-data.ts';
export * from './agreement-commands.ts';
export * from './agreement-events.ts';
export * from './agreement-view.ts';
export * from './permission-events.ts';
export * from './permission-view.ts';
export * from './register.ts';
export * from './map.ts';
