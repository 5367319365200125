import { forgetOldMails } from '#platform/mail';
import type { Schedule } from '../schedule.ts';

const sixHours = 6 * 3_600_000;

/** Mails that went are kept a month, those that failed three. */
export const forgetMails: Schedule = {
  name: 'forget-old-mails',
  every: sixHours,
  run: ({ database, clock }) => forgetOldMails(database, clock.now()),
};
