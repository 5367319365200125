import type { Dataset, DatasetContent } from '#catalogue/domain';
import type { Announcement, Reaction } from '#ledger/server';
import type { Transaction } from '#platform/database';
import { raiseEdition } from '../persistence/dataset-rows.ts';
import { searchRowOf } from '../search/search-row.ts';
import { writeSearchRows } from '../search/write-search-rows.ts';

const batch = 500;

interface IndexedRow {
  readonly id: string;
  readonly state: Dataset;
  readonly content: DatasetContent;
  readonly changed_at: Date;
}

/** Organisations whose name stands in the words of what was announced; other words of theirs are not searched. */
async function renamed(transaction: Transaction, { entries }: Announcement): Promise<string[]> {
  const rows = await transaction.rows<{ stream: string }>(
    `select distinct entry.stream from ledger_entry entry join ledger_private words on words.entry = entry.id
     where entry.id = any($1::uuid[]) and words.body -> 'name' is not null`,
    [entries],
  );
  return rows.map(({ stream }) => stream);
}

/**
 * When an organisation gets another name, its datasets are found by it. The rows are locked as the door locks them: a dataset
 * withdrawn at the same moment must not be found again by what was read before.
 */
export const whenOrganisationRenamedIndexItsDatasets: Reaction = {
  name: 'when-organisation-renamed-index-its-datasets',
  hears: ['organisation-described'],
  react: async (transaction, announcement) => {
    const organisations = await renamed(transaction, announcement);
    if (organisations.length === 0) return;
    for (let after: string | null = null; ;) {
      const rows: IndexedRow[] = await transaction.rows<IndexedRow>(
        `select id, state, content, changed_at from dataset
         where organisation = any($1::uuid[]) and ($2::uuid is null or id > $2) order by id limit ${batch} for update`,
        [organisations, after],
      );
      if (rows.length === 0) break;
      await writeSearchRows(
        transaction,
        rows.map(({ state, content, changed_at: at }) => searchRowOf(state, content, at.toISOString())),
      );
      after = rows.at(-1)?.id ?? null;
    }
    await raiseEdition(transaction);
  },
};
