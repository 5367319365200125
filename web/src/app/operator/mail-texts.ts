import { textTable } from '#ui';

export const mailTexts = textTable({
  title: 'Mail',
  intro: 'What this installation sends: what went, what waits, what failed and why.',
  noServer:
    'No mail server is set (WAYLEAVE_SMTP_URL), so nothing is sent. What would have been sent is kept here for a month: pass on by other means what somebody needs, such as a link to sign in.',
  counts: (toSend: number, failed: number, sent: number) => `${toSend} to send, ${failed} failed, ${sent} sent`,
  state: 'State',
  anyState: 'All',
  states: { 'to-send': 'To send', sent: 'Sent', stopped: 'Not needed any more', failed: 'Failed' },
  apply: 'Show',
  to: 'To',
  subject: 'Subject',
  made: 'Written',
  empty: 'No mail is like this.',
  forgotten: 'What it said is forgotten',
  attempts: (count: number, next: string) =>
    count === 1 ? `Tried once; again on ${next}` : `Tried ${count} times; again on ${next}`,
  show: 'What it says',
  retry: 'Try again',
  discard: 'Give it up',
  failed: 'That did not work. Read the page again and try once more.',
  loading: 'Reading the mails',
});
