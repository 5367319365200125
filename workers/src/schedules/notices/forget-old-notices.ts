import { forgetOldNotices as forget } from '#notices/server';
import type { Schedule } from '../schedule.ts';

/** Notices that were read long ago, or are so old that nobody reads them any more. */
export const forgetOldNotices: Schedule = {
  name: 'forget-old-notices',
  every: 24 * 3_600_000,
  run: ({ database, clock }) => forget(database, clock.now()),
};
