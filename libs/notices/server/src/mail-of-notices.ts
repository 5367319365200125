import { usualWay, type MailWay, type NoticeKind } from '#notices/domain';
import type { Queries, Transaction } from '#platform/database';
import { writeMails, type MailContent } from '#platform/mail';

export interface MailedNotice {
  readonly id: string;
  readonly person: string;
  readonly kind: NoticeKind;
  readonly sentence: string;
  readonly href: string;
}

const footer =
  'You get this because you have an account here. Under “Notices” you choose what comes by mail: at once, once a day, or not at all.';

const subjects: Readonly<Record<NoticeKind, string>> = {
  asks: 'Something waits for you',
  tells: 'News of what you wait for',
};

export const contentOfNotice = ({ kind, sentence, href }: MailedNotice): MailContent => ({
  subject: `Wayleave: ${subjects[kind].toLowerCase()}`,
  heading: subjects[kind],
  paragraphs: [sentence],
  action: { label: kind === 'asks' ? 'Open it' : 'Read on', path: href },
  footer,
});

export const contentOfDigest = (notices: readonly MailedNotice[]): MailContent => {
  const asking = notices.filter(({ kind }) => kind === 'asks').length;
  return {
    subject: 'Wayleave: your day',
    heading:
      notices.length === 1 ? 'One notice since your last mail' : `${notices.length} notices since your last mail`,
    paragraphs:
      asking === 0
        ? []
        : [asking === 1 ? 'One of them asks something of you.' : `${asking} of them ask something of you.`],
    items: notices.map(({ sentence, href }) => ({ text: sentence, path: href })),
    action: { label: 'All notices', path: '/notices' },
    footer,
  };
};

interface Reader {
  readonly id: string;
  readonly email: string;
  readonly asks: MailWay | null;
  readonly tells: MailWay | null;
}

/** People with an open account and an address that they confirmed, with the ways they chose. */
export const readersOfMail = (queries: Queries, persons: readonly string[]): Promise<Reader[]> =>
  queries.rows<Reader>(
    `select person.id, person.email,
       (select way from notice_preference where notice_preference.person = person.id and kind = 'asks') as asks,
       (select way from notice_preference where notice_preference.person = person.id and kind = 'tells') as tells
     from person where id = any($1::uuid[]) and not closed and confirmed and email is not null`,
    [persons],
    'readers-of-mail',
  );

/** Puts a mail on its way for each notice whose reader wants it at once. */
export async function mailNotices(transaction: Transaction, notices: readonly MailedNotice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  const readers = await readersOfMail(transaction, [...new Set(notices.map(({ person }) => person))]);
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  const mails = notices.flatMap((notice) => {
    const reader = byId.get(notice.person);
    if (!reader || (reader[notice.kind] ?? usualWay[notice.kind]) !== 'at-once') return [];
    return [{ id: notice.id, kind: 'notice', address: reader.email, content: contentOfNotice(notice) }];
  });
  await writeMails(transaction, mails, at);
}
