import { dateInWords, refusal, uuidv7, type Refusal } from '#kernel';
import { newToken, tokenHash } from '#organisations/server';
import type { Transaction } from '#platform/database';
import { stopMails, writeMails, type MailContent } from '#platform/mail';
import type { Agreement } from '#sharing/domain';
import { signingPath } from '../../addresses.ts';
import { Names } from '../../queries/names.ts';
import { recipientName } from '../agreement-facts.ts';
import type { AgreementChange } from '../agreement-rows.ts';

/** In whose name the record has what came from the page. */
export const signingPage = 'signing-page';

/** A link that is sent once: the record knows the hash of its token alone. */
export interface SigningLink {
  /** Id of the invitation, and of the mail. */
  readonly invitation: string;
  readonly token: string;
  readonly tokenHash: string;
}

export const hashOfToken = (token: string): string => tokenHash(token).toString('hex');

export function newSigningLink(now: Date): SigningLink {
  const token = newToken();
  return { invitation: uuidv7(now.getTime()), token, tokenHash: hashOfToken(token) };
}

interface SigningMail {
  readonly by: string;
  readonly signsFor: string;
  readonly provider: string;
  readonly recipient: string;
  readonly until: string;
  readonly path: string;
}

/** The link opens a page; a button there signs. */
const signingMail = ({ by, signsFor, provider, recipient, until, path }: SigningMail): MailContent => ({
  subject: 'Wayleave: an agreement to sign',
  heading: `You are asked to sign for ${signsFor}`,
  paragraphs: [
    `${by} asks you to sign an agreement for ${signsFor}: ${provider} gives data to ${recipient} on its terms.`,
    `With this link you read the terms, sign them or say that you do not want to. You need no account. It works until ${dateInWords(until)}; do not pass it on, since whoever has it can sign.`,
  ],
  action: { label: 'Read the terms', path },
  footer: `You get this because ${by} entered this address here. If you know nothing of it, do nothing: nothing is signed then.`,
});

/** Mails to one address in an hour: nobody's letter box is filled by asking again and again. */
const mostAnHour = 3;
const kind = 'signing-link';

const tooOften = refusal(
  'sharing.invited-too-often',
  'Three mails went to this address within the hour. Wait before you send another.',
  'email',
);

/**
 * Puts the mail with the link on its way, in the transaction of the invitation.
 * @returns a refusal where this address was written to too often
 */
export async function mailSigningLink(
  transaction: Transaction,
  now: Date,
  { agreement, link, email }: { readonly agreement: string; readonly link: SigningLink; readonly email: string },
): Promise<Refusal | undefined> {
  const [sent] = await transaction.rows<{ count: number }>(
    'select count(*)::integer as count from mail where lower(address) = lower($1) and kind = $2 and made_at > $3',
    [email, kind, new Date(now.getTime() - 3_600_000)],
  );
  if ((sent?.count ?? 0) >= mostAnHour) return tooOften;
  const [row] = await transaction.rows<{ state: Agreement }>('select state from agreement where id = $1', [agreement]);
  const invitation = row?.state.invitations?.find(({ id }) => id === link.invitation);
  if (!row || !invitation) throw new Error('Somebody was asked to sign what is not there');
  const { provider, recipient } = row.state;
  const names = await Names.of(
    transaction,
    [invitation.invitedBy, recipient.person],
    [provider, recipient.organisation],
  );
  const sides = { provider: names.organisation(provider).name, recipient: recipientName(names, recipient) };
  const content = signingMail({
    ...sides,
    by: names.person(invitation.invitedBy),
    signsFor: sides[invitation.party],
    until: invitation.until,
    path: signingPath(link.token),
  });
  await writeMails(transaction, [{ id: link.invitation, kind, address: email, content, secret: true }], now);
  return undefined;
}

/** A link that leads nowhere is not sent any more; what went has gone. */
export async function stopMailsOfDeadLinks(
  transaction: Transaction,
  changes: readonly AgreementChange[],
): Promise<void> {
  for (const { before, state, at } of changes) {
    const open = new Set(state.invitations?.map(({ id }) => id));
    const dead = (before?.state.invitations ?? []).filter(({ id }) => !open.has(id)).map(({ id }) => id);
    await stopMails(transaction, dead, new Date(at));
  }
}
