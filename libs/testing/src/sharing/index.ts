export * from './sharing-people.ts';
export * from './case-story.ts';
export * from './story-commands.ts';
