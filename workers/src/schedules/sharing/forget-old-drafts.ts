import { forgetOldDrafts } from '#sharing/server';
import type { Schedule } from '../schedule.ts';

/** Drafts that nobody has touched for six months, and the files that were added to them. */
export const forgetUntouchedDrafts: Schedule = {
  name: 'forget-old-drafts',
  every: 24 * 3_600_000,
  run: async ({ database, clock, storage }) => {
    for (const file of await forgetOldDrafts(database, clock.now())) await storage.remove(file);
  },
};
