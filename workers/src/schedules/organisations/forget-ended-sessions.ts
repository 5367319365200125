import { forgetEndedSessions as forget } from '#organisations/server';
import type { Schedule } from '../schedule.ts';

/** Sessions, sign-in links and counts of failed attempts that ended long enough ago that nobody asks what became of them. */
export const forgetEndedSessions: Schedule = {
  name: 'forget-ended-sessions',
  every: 6 * 3_600_000,
  run: ({ database, clock }) => forget(database, clock.now()),
};
