import type { Queries } from '#platform/database';
import type { NewMail } from './mail.ts';

/** Puts mails on their way, each once: in the transaction of what they tell of. */
export async function writeMails(queries: Queries, mails: readonly NewMail[], at: Date): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map(({ secret = false, ...mail }) => ({ ...mail, secret }));
  await queries.rows(
    `insert into mail (id, kind, address, content, secret, state, next_at, made_at)
     select id, kind, address, content, secret, 'to-send', $2, $2
     from jsonb_to_recordset($1::jsonb) as row (id uuid, kind text, address text, content jsonb, secret boolean)
     on conflict (id) do nothing`,
    [JSON.stringify(rows), at],
  );
}

/** What is done, or was read, is not sent any more; what went has gone. */
export async function stopMails(queries: Queries, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await queries.rows(
    `update mail set state = 'stopped', ended_at = $2 where id = any($1::uuid[]) and state = 'to-send'`,
    [ids, at],
  );
}

const day = 24 * 3_600_000;

/** Deletes what went or was stopped a month ago, and what failed three months ago. */
export async function forgetOldMails(queries: Queries, now: Date): Promise<void> {
  await queries.rows(
    `delete from mail where (state in ('sent', 'stopped') and ended_at < $1) or (state = 'failed' and ended_at < $2)`,
    [new Date(now.getTime() - 30 * day), new Date(now.getTime() - 90 * day)],
  );
}
