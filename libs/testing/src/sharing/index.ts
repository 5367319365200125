export * from './sharing-people.ts';
export * from './case-story.ts';
export * from './story-commands.ts';
export * from './any-scene.ts';
export * from './command-for.ts';
export * from './case-walk.ts';
export * from './given-request.ts';
