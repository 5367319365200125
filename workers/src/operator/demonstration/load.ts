import type { OperatorContext } from '../context.ts';
import { loadDatasets, storeFiles } from './load-datasets.ts';
import { loadOrganisations } from './load-organisations.ts';
import { loadPeople } from './load-people.ts';
import { Loading } from './loading.ts';

export interface LoadedDemonstration {
  readonly organisations: number;
  readonly people: number;
  readonly datasets: number;
  readonly files: number;
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
  const today = context.clock.now().toISOString().slice(0, 10);
  const files = await storeFiles({ context, today });
  try {
    return await context.database.transaction(async (transaction) => {
      const loading = new Loading(context, transaction);
      const organisations = await loadOrganisations(loading);
      const people = await loadPeople(loading, organisations);
      const datasets = await loadDatasets(loading, { organisations, people, files });
      return { organisations: organisations.size, people: people.size, datasets, files: files.size };
    });
  } catch (fault) {
    for (const { id } of files.values()) await context.storage.remove(id);
    throw fault;
  }
}
