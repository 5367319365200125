import { uuidv7 } from '#kernel';
import { digestHour } from '#notices/domain';
import type { Database, Transaction } from '#platform/database';
import { writeMails } from '#platform/mail';
import { contentOfDigest, readersOfMail, type MailedNotice } from './mail-of-notices.ts';

/** As many as one mail lists; the page has them all. */
const mostListed = 50;

interface Due {
  readonly person: string;
  readonly through: string | null;
}

/** Day and hour in the United Kingdom. */
const zoned = (at: Date): { readonly day: string; readonly hour: number } => {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', hourCycle: 'h23' },
  }).format(at);
  const [day = '', hour = '0'] = parts.split(' ');
  return { day, hour: Number(hour) };
};

/**
 * Once a day, for each who wants it, one mail of what came since the last one, is unread and still asks. The mail and the
 * mark that it was made are one transaction, so that nobody is told twice.
 * @returns how many mails were written
 */
export async function writeDigests(database: Database, now: Date): Promise<number> {
  const { day, hour } = zoned(now);
  if (hour < digestHour) return 0;
  const due = await database.rows<Due>(
    `select distinct preference.person, digest.through from notice_preference preference
     left join notice_digest digest on digest.person = preference.person
     where preference.way = 'daily' and (digest.day is null or digest.day < $1::date) order by preference.person`,
    [day],
  );
  let written = 0;
  for (const one of due) {
    if (await database.transaction((transaction) => digestOf(transaction, one, { day, now }))) written += 1;
  }
  return written;
}

async function digestOf(
  transaction: Transaction,
  { person, through }: Due,
  { day, now }: { readonly day: string; readonly now: Date },
): Promise<boolean> {
  const upTo = uuidv7(now.getTime());
  const [marked] = await transaction.rows(
    `insert into notice_digest (person, through, day) values ($1, $2, $3)
     on conflict (person) do update set through = excluded.through, day = excluded.day where notice_digest.day < excluded.day
     returning person`,
    [person, upTo, day],
  );
  if (!marked) return false;
  const notices = await transaction.rows<MailedNotice>(
    `select notice.id, notice.person, notice.kind, notice.sentence, notice.href from notice
     join notice_preference preference on preference.person = notice.person and preference.kind = notice.kind
       and preference.way = 'daily'
     where notice.person = $1 and notice.id > coalesce($2, $3::uuid) and notice.id <= $4 and notice.read_at is null
       and notice.settled_at is null
     order by notice.kind, notice.id desc limit ${mostListed}`,
    [person, through, uuidv7(now.getTime() - 24 * 3_600_000), upTo],
  );
  const [reader] = notices.length === 0 ? [] : await readersOfMail(transaction, [person]);
  if (!reader) return false;
  const content = contentOfDigest(notices);
  await writeMails(transaction, [{ id: upTo, kind: 'digest', address: reader.email, content }], now);
  return true;
}
