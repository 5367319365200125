import type { Announcement, Reaction } from '#ledger/server';
import type { Transaction } from '#platform/database';
import type { CaseAggregate } from '../cases/case-aggregate.ts';
import { scheduleMachine } from '../cases/schedule-machine.ts';

const batch = 200;

/** Organisations in which somebody's place changed. */
async function officesOf(transaction: Transaction, { kind, streams }: Announcement): Promise<string[]> {
  const table = { membership: 'membership', 'stand-in': 'stand_in' }[kind];
  if (table === undefined) return [];
  const rows = await transaction.rows<{ organisation: string }>(
    `select distinct (state->>'organisation')::uuid as organisation from ${table} where id = any($1::uuid[])`,
    [streams],
  );
  return rows.map(({ organisation }) => organisation);
}

/**
 * Cases that have open work and are touched by the change: of the organisation, about the datasets, or asked for by the
 * organisation, since nobody who belongs to both decides.
 */
const touched = (
  transaction: Transaction,
  organisations: readonly string[],
  datasets: readonly string[],
  after: string | null,
) =>
  transaction.rows<{ id: string }>(
    `select id from sharing_case
     where status in ('open', 'returned', 'on-hold', 'under-review')
       and (organisation = any($1::uuid[]) or datasets && $2::uuid[]
         or (state->'asker'->>'organisation')::uuid = any($1::uuid[])) and ($3::uuid is null or id > $3)
     order by id limit ${batch}`,
    [organisations, datasets, after],
  );

/** When people, roles, stand-ins or the owners of datasets change, whose open work is what is worked out again: no task waits. */
export const whenResponsibilityChangesReviewHolders = (cases: CaseAggregate): Reaction => ({
  name: 'when-responsibility-changes-review-holders',
  hears: [
    'membership-granted',
    'membership-roles-set',
    'membership-ended',
    'stand-in-named',
    'stand-in-ended',
    'dataset-responsibility-assigned',
  ],
  react: async (transaction, announcement, { door }) => {
    const organisations = await officesOf(transaction, announcement);
    const datasets = announcement.kind === 'dataset' ? announcement.streams : [];
    for (let after: string | null = null; ;) {
      const found: { id: string }[] = await touched(transaction, organisations, datasets, after);
      if (found.length === 0) return;
      const items = found.map(({ id }) => ({ id, command: { type: 'review-holders' } as const }));
      await door.perform(transaction, cases, scheduleMachine, items);
      after = found.at(-1)?.id ?? null;
    }
  },
});
