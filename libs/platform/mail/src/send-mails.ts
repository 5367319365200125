import type { Database, Transaction } from '#platform/database';
import type { MailContent } from './mail.ts';
import type { Mailer, Sending } from './mailer.ts';

interface Due {
  readonly id: string;
  readonly address: string;
  readonly content: MailContent;
  readonly attempts: number;
  readonly made_at: Date;
}

const minute = 60_000;
const hour = 60 * minute;
/** After that nobody waits for it any more. */
const tooOld = 72 * hour;

/** The pause after so many attempts: a minute, then twice the last one, an hour at most. */
export const pauseAfter = (attempts: number): number => Math.min(minute * 2 ** (attempts - 1), hour);

/**
 * Sends what is due, the oldest first, until nothing is or the server cannot be reached. Each mail is held in a transaction
 * while it is sent: one whose process is killed is sent again, under the same Message-ID.
 * @returns how many went
 */
export async function sendMails(
  database: Database,
  mailer: Mailer,
  now: () => Date,
  warn: (fields: object, message: string) => void = () => undefined,
): Promise<number> {
  for (let sent = 0; ;) {
    const result = await database.transaction((transaction) => sendOne(transaction, mailer, now));
    if (result === undefined) return sent;
    if (result.sent) {
      sent += 1;
      continue;
    }
    warn(
      { fault: result.fault },
      result.why === 'unreachable' ? 'The mail server does not answer' : 'A mail was not taken',
    );
    if (result.why === 'unreachable') return sent;
  }
}

async function sendOne(transaction: Transaction, mailer: Mailer, now: () => Date): Promise<Sending | undefined> {
  const [mail] = await transaction.rows<Due>(
    `select id, address, content, attempts, made_at from mail where state = 'to-send' and next_at <= $1
     order by next_at, id limit 1 for update skip locked`,
    [now()],
  );
  if (!mail) return undefined;
  const old = now().getTime() - mail.made_at.getTime() > tooOld;
  const result: Sending = old
    ? { sent: false, why: 'refused', fault: 'It could not be sent within three days' }
    : await mailer.send(mail.id, mail.address, mail.content);
  if (result.sent) await ended(transaction, mail.id, { state: 'sent', at: now() });
  else if (result.why === 'refused')
    await ended(transaction, mail.id, { state: 'failed', at: now(), fault: result.fault });
  else await putOff(transaction, mail, result.fault, now());
  return result;
}

/** Secrets are forgotten with the sending. */
const ended = (
  transaction: Transaction,
  id: string,
  { state, at, fault = null }: { readonly state: 'sent' | 'failed'; readonly at: Date; readonly fault?: string | null },
): Promise<object[]> =>
  transaction.rows(
    `update mail set state = $2, ended_at = $3, fault = $4, attempts = attempts + 1,
       content = case when secret and $2 = 'sent' then null else content end
     where id = $1`,
    [id, state, at, fault],
  );

const putOff = (transaction: Transaction, { id, attempts }: Due, fault: string, at: Date): Promise<object[]> =>
  transaction.rows('update mail set attempts = $2, next_at = $3, fault = $4 where id = $1', [
    id,
    attempts + 1,
    new Date(at.getTime() + pauseAfter(attempts + 1)),
    fault,
  ]);
