export * from './given-dataset.ts';
export { anyBeginning, anyFollowing } from './any-command.ts';
