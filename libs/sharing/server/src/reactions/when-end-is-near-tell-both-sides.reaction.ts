import { dateInWords, localDate } from '#kernel';
import type { Reaction } from '#ledger/server';
import { writeNotices } from '#notices/server';
import { peopleOfOrganisations } from '#organisations/server';
import type { Permission } from '#sharing/domain';
import { agreementPath, permissionsPath } from '../addresses.ts';

interface Row {
  readonly id: string;
  readonly state: Permission;
  readonly title: string;
}

const told = (title: string, end: string, next: string): string =>
  `The permission for “${title}” ends on ${dateInWords(end)}. ${next}`;

/** Thirty days, seven and one before a permission ends, those who use the data and those who give it know. */
export const whenEndIsNearTellBothSides: Reaction = {
  name: 'when-end-is-near-tell-both-sides',
  hears: ['permission-end-reminded'],
  react: async (transaction, { entries, streams }, { at }) => {
    const rows = await transaction.rows<Row & { readonly entry: string }>(
      `select permission.id, permission.state, dataset.content->>'title' as title, entry.id as entry
       from permission join dataset on dataset.id = permission.dataset
       join ledger_entry entry on entry.stream = permission.id and entry.id = any($2::uuid[])
       where permission.id = any($1::uuid[]) order by permission.id`,
      [streams, entries],
    );
    const people = await peopleOfOrganisations(
      transaction,
      [...new Set(rows.map(({ state }) => state.provider))],
      localDate(at.toISOString()),
    );
    for (const { id, state, title, entry } of rows) {
      const givers = (people.get(state.provider) ?? []).filter(({ roles }) =>
        roles.some((role) => role === 'owner' || role === 'steward'),
      );
      const notice = {
        kind: 'tells',
        topic: 'permission-end-near',
        subjectKind: 'permission',
        subject: id,
        at,
      } as const;
      const toUser = told(title, state.end, 'If you need it longer, ask anew in time; if not, delete what you have.');
      const toGiver = told(title, state.end, 'It ends by itself: nothing need be done.');
      await writeNotices(transaction, [
        ...state.recipient.people.map((person) => ({
          ...{ ...notice, person, sentence: toUser, href: permissionsPath, source: entry },
        })),
        ...givers.map(({ person }) => ({
          ...{ ...notice, person, sentence: toGiver, href: agreementPath(state.agreement), source: entry },
        })),
      ]);
    }
  },
};
