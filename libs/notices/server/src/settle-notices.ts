import type { Transaction } from '#platform/database';
import { stopMails } from '#platform/mail';

/** Which notices a task that is done leaves without anything to ask. */
export interface Settling {
  /** Id of what they are about, or several. */
  readonly subject: string | readonly string[];
  /** All topics where left out. */
  readonly topics?: readonly string[];
  /** Everybody where left out. */
  readonly persons?: readonly string[];
}

/** What is done no longer asks anybody: its notices stay to be read, wait for no one, and are mailed to none. Safe to call twice. */
export async function settleNotices(
  transaction: Transaction,
  { subject, topics, persons }: Settling,
  at: Date,
): Promise<void> {
  const settled = await transaction.rows<{ id: string }>(
    `update notice set settled_at = $1 where id in (
       select id from notice
       where settled_at is null and kind = 'asks' and subject = any($2::uuid[])
         and ($3::text[] is null or topic = any($3)) and ($4::uuid[] is null or person = any($4))
       order by id for update)
     returning id`,
    [at, typeof subject === 'string' ? [subject] : subject, topics ?? null, persons ?? null],
  );
  await stopMails(
    transaction,
    settled.map(({ id }) => id),
    at,
  );
}
