import { writeDigests } from '#notices/server';
import type { Schedule } from '../schedule.ts';

const quarterHour = 15 * 60_000;

/** Once a day, for each who wants it, one mail of what is new. */
export const writeDailyMails: Schedule = {
  name: 'write-daily-mails',
  every: quarterHour,
  run: async ({ database, clock, log }) => {
    const written = await writeDigests(database, clock.now());
    if (written > 0) log.info({ written }, 'Daily mails written');
  },
};
