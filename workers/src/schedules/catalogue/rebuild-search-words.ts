import { rebuildSearchWords } from '#catalogue/server';
import type { Schedule } from '../schedule.ts';

/** Takes away spellings whose last dataset is gone. They find nothing meanwhile, and nothing is suggested that finds nothing. */
export const rebuildWords: Schedule = {
  name: 'rebuild-search-words',
  every: 7 * 24 * 3_600_000,
  run: ({ database }) => rebuildSearchWords(database),
};
