import { localDate } from '#kernel';
import type { Reaction } from '#ledger/server';
import { settleNotices, writeNotices, type NewNotice } from '#notices/server';
import { peopleOfOrganisations } from '#organisations/server';
import type { Transaction } from '#platform/database';
import { currentDelivery, type Permission } from '#sharing/domain';
import { permissionsPath } from '../addresses.ts';

interface Row {
  readonly id: string;
  readonly state: Permission;
  readonly title: string;
}

type Told = Pick<NewNotice, 'kind' | 'topic' | 'sentence' | 'href'> & { readonly persons: readonly string[] };

const topicsOfDeliveries = ['delivery-needs-hand', 'delivery-needs-repair'];

/** Whoever gives is asked where their hand is needed; whoever receives is told when there is something to have. */
function toldOf({ state, title }: Row, stewards: readonly string[]): Told | undefined {
  const given = `${permissionsPath}?side=given`;
  switch (currentDelivery(state)?.state) {
    case 'by-hand': {
      const sentence = `“${title}” is not stored here: hand it over, and record it.`;
      return { kind: 'asks', topic: 'delivery-needs-hand', sentence, href: given, persons: stewards };
    }
    case 'failed': {
      const sentence = `The file for “${title}” could not be made: see why, and let it be made again.`;
      return { kind: 'asks', topic: 'delivery-needs-repair', sentence, href: given, persons: stewards };
    }
    case 'delivered': {
      const sentence = `“${title}” is ready: accept the terms, and it is yours to download.`;
      const persons = state.recipient.people;
      return { kind: 'tells', topic: 'delivery-ready', sentence, href: permissionsPath, persons };
    }
    default:
      return undefined;
  }
}

async function stewardsOf(transaction: Transaction, rows: readonly Row[], at: Date) {
  const providers = [...new Set(rows.map(({ state }) => state.provider))];
  const people = await peopleOfOrganisations(transaction, providers, localDate(at.toISOString()));
  return (provider: string): readonly string[] => {
    const officers = people.get(provider) ?? [];
    return officers.filter(({ roles }) => roles.includes('steward')).map(({ person }) => person);
  };
}

/** When something of a permission is to be handed over, was made or failed, those whose step it is know. */
export const whenDeliveryMovesTellItsParties: Reaction = {
  name: 'when-delivery-moves-tell-its-parties',
  hears: ['delivery-begun', 'delivery-file-made', 'delivery-failed', 'delivery-handed-over', 'permission-ended'],
  react: async (transaction, { id: announcement, streams }, { at }) => {
    const rows = await transaction.rows<Row>(
      `select permission.id, permission.state, dataset.content->>'title' as title
       from permission join dataset on dataset.id = permission.dataset
       where permission.id = any($1::uuid[]) order by permission.id`,
      [streams],
    );
    const stewards = await stewardsOf(transaction, rows, at);
    for (const row of rows) {
      await settleNotices(transaction, { subject: row.id, topics: topicsOfDeliveries }, at);
      const told = row.state.state === 'ended' ? undefined : toldOf(row, stewards(row.state.provider));
      if (!told) continue;
      const { persons, ...rest } = told;
      await writeNotices(
        transaction,
        persons.map((person) => ({
          ...rest,
          ...{ person, subjectKind: 'permission', subject: row.id, source: announcement, at },
        })),
      );
    }
  },
};
