import { localDate } from '#kernel';
import type { OperatorContext } from '../context.ts';
import { Directory } from './directory.ts';
import { enterDatasets, placedDatasets, refreshDatasets, storeFiles } from './load-datasets.ts';
import { officeHappenings } from './load-office.ts';
import { loadOrganisations } from './load-organisations.ts';
import { loadPeople } from './load-people.ts';
import { keepClocks, loadStories } from './load-stories.ts';
import { Loading } from './loading.ts';
import { readOldNotices } from './read-old-notices.ts';

export interface LoadedDemonstration {
  readonly organisations: number;
  readonly people: number;
  readonly datasets: number;
  readonly files: number;
  readonly requests: number;
}

/** Whether nobody has entered anything yet: no organisation, no person, no dataset. */
export async function isEmpty({ database }: Pick<OperatorContext, 'database'>): Promise<boolean> {
  const [row] = await database.rows<{ used: boolean }>('select exists (select from ledger_entry) as used');
  return row?.used === false;
}

/**
 * Enters the demonstration through the door, in one transaction: a process that is killed leaves an empty database
 * behind, and the next start begins anew.
 */
export async function loadDemonstration(context: OperatorContext): Promise<LoadedDemonstration> {
  const today = localDate(context.clock.now().toISOString());
  const files = await storeFiles({ context, today });
  const kept = [...files.values()].map(({ id }) => id);
  try {
    return await context.database.transaction(async (transaction) => {
      const loading = await Loading.in(context, transaction, kept);
      const organisations = await loadOrganisations(loading);
      const people = await loadPeople(loading, organisations);
      const placed = { organisations, people, files };
      const filled = await enterDatasets(loading, placed);
      const datasets = placedDatasets(filled);
      await loading.follow();
      const directory = new Directory({ organisations, people, datasets });
      const requests = await loadStories(loading, directory, officeHappenings(loading, directory));
      loading.clock.catchUp();
      await keepClocks(loading);
      await loading.follow();
      await readOldNotices(loading);
      // What is told happened long ago: nobody is mailed of it.
      await transaction.rows('delete from mail');
      await refreshDatasets(loading, placed, filled);
      loading.clock.catchUp();
      await loading.follow();
      return {
        organisations: organisations.size,
        people: people.size,
        datasets: datasets.size,
        files: files.size,
        requests,
      };
    });
  } catch (fault) {
    for (const id of kept) await context.storage.remove(id);
    throw fault;
  }
}
