export * from './agreement-story.ts';
