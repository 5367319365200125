import { uuidv7 } from '#kernel';
import { isOwnPath, noticeSentence, superseded, type NoticeKind, type OpenAsk } from '#notices/domain';
import type { Transaction } from '#platform/database';
import { stopMails } from '#platform/mail';
import { mailNotices, type MailedNotice } from './mail-of-notices.ts';

interface Written extends MailedNotice {
  readonly subject: string;
}

/** A message to one person, as a feature writes it. */
export interface NewNotice {
  readonly person: string;
  readonly kind: NoticeKind;
  /** What happened, kebab-case: `case-needs-validation`. */
  readonly topic: string;
  readonly subjectKind: string;
  /** Id of what it is about; settling goes by it. */
  readonly subject: string;
  /** One plain sentence; what is longer than 300 characters is cut. */
  readonly sentence: string;
  /** A path of ours, where the person acts or reads on. */
  readonly href: string;
  /** The ledger entry or the announcement that caused it: with person, topic and subject it is told once. */
  readonly source: string;
  readonly at: Date;
}

/**
 * Writes notices, each once, however often it is called. A reaction calls it in the transaction of its claim, after it has
 * loaded fresh state: what is already done asks nobody. Of several that ask a person about one subject the newest stays open.
 * @throws where an address leads elsewhere: a fault of ours
 */
export async function writeNotices(transaction: Transaction, rows: readonly NewNotice[]): Promise<void> {
  if (rows.length === 0) return;
  const stray = rows.find(({ href }) => !isOwnPath(href));
  if (stray) throw new Error(`The notice ${stray.topic} leads to no path of ours: ${stray.href}`);
  const written = await transaction.rows<Written>(
    `insert into notice (id, person, kind, topic, subject_kind, subject, sentence, href, source, at)
     select id, person, kind, topic, subject_kind, subject, sentence, href, source, at
     from jsonb_to_recordset($1::jsonb) as given (id uuid, person uuid, kind text, topic text, subject_kind text,
       subject uuid, sentence text, href text, source uuid, at timestamptz)
     on conflict on constraint notice_once do nothing
     returning id, person, subject, kind, sentence, href`,
    [JSON.stringify(rows.map(rowOf))],
  );
  const at = new Date(Math.max(...rows.map((row) => row.at.getTime())));
  await mailNotices(transaction, written, at);
  const asking = written.filter(({ kind }) => kind === 'asks');
  if (asking.length > 0) await settleSuperseded(transaction, asking, at);
}

const rowOf = ({ subjectKind, sentence, at, ...row }: NewNotice) => ({
  ...row,
  id: uuidv7(at.getTime()),
  subject_kind: subjectKind,
  sentence: noticeSentence(sentence),
  at: at.toISOString(),
});

async function settleSuperseded(
  transaction: Transaction,
  asking: readonly { readonly person: string; readonly subject: string }[],
  now: Date,
): Promise<void> {
  const open = await transaction.rows<OpenAsk>(
    `select id, person, subject, at from notice
     where settled_at is null and kind = 'asks'
       and (person, subject) in (select * from unnest($1::uuid[], $2::uuid[]))
     order by id for update`,
    [asking.map(({ person }) => person), asking.map(({ subject }) => subject)],
  );
  const older = superseded(open);
  if (older.length === 0) return;
  await transaction.rows(
    `update notice set settled_at = older.at from unnest($1::uuid[], $2::timestamptz[]) as older (id, at)
     where notice.id = older.id`,
    [older.map(({ id }) => id), older.map(({ at }) => at.toISOString())],
  );
  await stopMails(
    transaction,
    older.map(({ id }) => id),
    now,
  );
}
