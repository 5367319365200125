import type { Announcement, Reaction } from '#ledger/server';
import { writeNotices } from '#notices/server';
import type { Transaction } from '#platform/database';
import { otherParty, type InvitationClosed, type SignedByMail, type SignedOnPaper } from '#sharing/domain';
import { agreementPath } from '../addresses.ts';
import { announcedAgreements, type AnnouncedAgreement } from './agreement-people.ts';

interface Entry {
  readonly id: string;
  readonly stream: string;
  readonly facts: object;
}

interface Said {
  readonly persons: readonly string[];
  readonly sentence: string;
}

/** What is said of one event, and to whom; nobody is told of a link that ended by the way. */
function saidOf(type: string, facts: object, { title, names, ...about }: AnnouncedAgreement): Said | undefined {
  if (type === 'agreement-invitation-closed') {
    const { result, party, invitedBy } = facts as InvitationClosed['facts'];
    if (result !== 'declined') return undefined;
    const sentence = `Whoever you asked to sign the agreement on “${title}” for ${names[party]} does not want to: read why, and ask somebody else.`;
    return { persons: [invitedBy], sentence };
  }
  if (type === 'agreement-signed-by-mail') {
    const { party, invitedBy } = (facts as SignedByMail['facts']).signature;
    const sentence = `The agreement on “${title}” is signed for ${names[party]} by the person whom you asked.`;
    return { persons: [invitedBy], sentence };
  }
  const { party, recordedFor } = (facts as SignedOnPaper['facts']).signature;
  const other = otherParty(recordedFor);
  const persons =
    other === 'recipient' ? about.recipients : about.withRoles('provider', ['owner', 'steward', 'signatory']);
  const sentence = `${names[recordedFor]} has put a signed copy of the agreement on “${title}” on record: it counts as the signature of ${names[party]}. Look at the scan.`;
  return { persons, sentence };
}

const entriesOf = (transaction: Transaction, ids: readonly string[]): Promise<Entry[]> =>
  transaction.rows<Entry>('select id, stream, facts from ledger_entry where id = any($1::uuid[]) order by id', [ids]);

/** When a page sent by mail is signed or declined, whoever asked is told; when a paper is put on record, the other side is. */
export const whenSignatureComesWithoutAccountTellWhoWaits: Reaction = {
  name: 'when-signature-comes-without-account-tell-who-waits',
  hears: ['agreement-signed-by-mail', 'agreement-signed-on-paper', 'agreement-invitation-closed'],
  react: async (transaction, announcement: Announcement, { at }) => {
    const agreements = await announcedAgreements(transaction, announcement, at);
    for (const { id, stream, facts } of await entriesOf(transaction, announcement.entries)) {
      const about = agreements.find((one) => one.id === stream);
      const said = about && saidOf(announcement.type, facts, about);
      await writeNotices(
        transaction,
        [...new Set(said?.persons)].map((person) => ({
          ...{ kind: 'tells' as const, topic: announcement.type, person, sentence: said?.sentence ?? '' },
          ...{ subjectKind: 'agreement', subject: stream, href: agreementPath(stream), source: id, at },
        })),
      );
    }
  },
};
