import { dateInWords, localDate } from '#kernel';
import type { Reaction } from '#ledger/server';
import { settleNotices, writeNotices, type NewNotice } from '#notices/server';
import { peopleOfOrganisations } from '#organisations/server';
import { boardRoles, openNotices, recipientNoticeLabels, type Permission, type RecipientNotice } from '#sharing/domain';
import { recipientsPath, permissionsPath } from '../addresses.ts';
import { recipientName } from '../agreements/agreement-facts.ts';
import { Names } from '../queries/names.ts';

interface Row {
  readonly id: string;
  readonly state: Permission;
  readonly title: string;
  readonly slug: string;
  readonly entry: string;
  readonly type: string;
  readonly notice: string;
}

const topic = 'recipient-notice';

/** Every person who used the data is asked, and whoever may use it: what one of them does holds for all. */
const asked = ({ recipient, acceptedBy }: Permission): readonly string[] => [
  ...new Set([...recipient.people, ...acceptedBy]),
];

const toRecipients = ({ title }: Row, { kind, answerBy }: RecipientNotice): string =>
  `${recipientNoticeLabels[kind]}: a notice about “${title}”, which you received. Say by ${dateInWords(answerBy)} what you did.`;

const toGivers = ({ title, type }: Row, who: string): string =>
  type === 'recipient-notice-confirmed'
    ? `${who} answered the notice about “${title}”.`
    : `${who} has not answered the notice about “${title}” in time.`;

/** A notice asks those who received something; what they answer, and that they do not, is told to those who give. */
export const whenRecipientNoticeMovesTellItsParties: Reaction = {
  name: 'when-recipient-notice-moves-tell-its-parties',
  hears: ['recipient-notice-sent', 'recipient-notice-confirmed', 'recipient-notice-unanswered'],
  react: async (transaction, { entries, streams }, { at }) => {
    const rows = await transaction.rows<Row>(
      `select permission.id, permission.state, dataset.content->>'title' as title, dataset.state->>'slug' as slug,
         entry.id as entry, entry.type,
         coalesce(entry.facts->'notice'->>'id', entry.facts->>'notice') as notice
       from permission join dataset on dataset.id = permission.dataset
       join ledger_entry entry on entry.stream = permission.id and entry.id = any($2::uuid[])
       where permission.id = any($1::uuid[]) order by permission.id, entry.revision`,
      [streams, entries],
    );
    const names = await Names.of(
      transaction,
      rows.map(({ state }) => state.recipient.person),
      rows.map(({ state }) => state.recipient.organisation),
    );
    const offices = [...new Set(rows.flatMap(({ state }) => [state.provider, ...state.boards]))];
    const people = await peopleOfOrganisations(transaction, offices, localDate(at.toISOString()));
    const givers = ({ state, type }: Row): readonly string[] => {
      const found = (people.get(state.provider) ?? []).filter(({ roles }) =>
        roles.some((role) => role === 'owner' || role === 'steward'),
      );
      const boards = type === 'recipient-notice-unanswered' ? state.boards : [];
      const seated = boards
        .flatMap((board) => people.get(board) ?? [])
        .filter(({ roles }) => roles.some((role) => boardRoles.includes(role)));
      return [...found, ...seated].map(({ person }) => person);
    };
    for (const row of rows) {
      const notice = row.state.notices?.find(({ id }) => id === row.notice);
      if (!notice) continue;
      const about = { subjectKind: 'permission', subject: row.id, source: row.entry, at };
      const told: Omit<NewNotice, 'person'> =
        row.type === 'recipient-notice-sent'
          ? { ...about, kind: 'asks', topic, sentence: toRecipients(row, notice), href: permissionsPath }
          : {
              ...about,
              kind: 'tells',
              topic: `${topic}-answer`,
              sentence: toGivers(row, recipientName(names, row.state.recipient)),
              href: recipientsPath(row.slug),
            };
      const persons = row.type === 'recipient-notice-sent' ? asked(row.state) : givers(row);
      await writeNotices(
        transaction,
        [...new Set(persons)].map((person) => ({ ...told, person })),
      );
      if (openNotices(row.state).length === 0)
        await settleNotices(transaction, { subject: row.id, topics: [topic] }, at);
    }
  },
};
