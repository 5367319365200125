import { limited } from '#platform/observability';
import { sendMails } from '#platform/mail';
import type { Schedule } from '../schedule.ts';

const tenSeconds = 10_000;
const warnEvery = 5 * 60_000;

let warn: ReturnType<typeof limited> | undefined;

/** Sends what is due, where a mail server is set; where none is, mails are kept for the operator to pass on. */
export const sendMail: Schedule = {
  name: 'send-mail',
  line: 'mail',
  every: tenSeconds,
  run: async ({ database, clock, log, mailer }) => {
    if (!mailer) return;
    warn ??= limited(log, warnEvery);
    const sent = await sendMails(database, mailer, () => clock.now(), warn);
    if (sent > 0) log.info({ sent }, 'Mails sent');
  },
};
