import type { MailList, MailQuery, MailView } from '#notices/contracts';
import type { Queries } from '#platform/database';
import { asText, type MailContent, type MailState } from '#platform/mail';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly content: MailContent | null;
  readonly state: MailState;
  readonly attempts: number;
  readonly fault: string | null;
  readonly made_at: Date;
  readonly next_at: Date;
}

const mostListed = 100;

const viewOf = (row: Row, publicUrl: string, server: boolean): MailView => ({
  ...{ id: row.id, kind: row.kind, address: row.address, state: row.state, attempts: row.attempts },
  ...(row.content ? { subject: row.content.subject } : {}),
  ...(row.fault === null ? {} : { fault: row.fault }),
  madeAt: row.made_at.toISOString(),
  nextAt: row.next_at.toISOString(),
  ...(!server && row.content && row.state === 'to-send' ? { text: asText(row.content, publicUrl) } : {}),
});

/** The newest mails. Their words are shown where nothing sends them, so that somebody can pass them on. */
export async function listMails(
  queries: Queries,
  { state }: MailQuery,
  { publicUrl, server }: { readonly publicUrl: string; readonly server: boolean },
): Promise<MailList> {
  const [rows, [counts]] = await Promise.all([
    queries.rows<Row>(
      `select id, kind, address, content, state, attempts, fault, made_at, next_at from mail
       where $1::text is null or state = $1 order by made_at desc, id desc limit ${mostListed}`,
      [state ?? null],
    ),
    queries.rows<MailList['counts']>(
      `select (count(*) filter (where state = 'to-send'))::integer as "toSend",
         (count(*) filter (where state = 'failed'))::integer as failed,
         (count(*) filter (where state = 'sent'))::integer as sent from mail`,
    ),
  ]);
  return {
    items: rows.map((row) => viewOf(row, publicUrl, server)),
    counts: counts ?? { toSend: 0, failed: 0, sent: 0 },
    server,
  };
}

/** Lets a mail that failed be tried again. @returns whether there was one */
export async function retryMail(queries: Queries, id: string, at: Date): Promise<boolean> {
  const rows = await queries.rows(
    `update mail set state = 'to-send', next_at = $2, made_at = $2, ended_at = null, attempts = 0
     where id = $1 and state = 'failed' and content is not null returning id`,
    [id, at],
  );
  return rows.length > 0;
}

/** Gives a mail up. @returns whether there was one that waited or had failed */
export async function discardMail(queries: Queries, id: string, at: Date): Promise<boolean> {
  const rows = await queries.rows(
    `update mail set state = 'stopped', ended_at = $2 where id = $1 and state in ('to-send', 'failed') returning id`,
    [id, at],
  );
  return rows.length > 0;
}
