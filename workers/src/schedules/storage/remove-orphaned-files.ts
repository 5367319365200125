import { filesInUse } from '#catalogue/server';
import { removeOrphans } from '#platform/storage';
import { deliveredFilesInUse, evidenceInUse, forgetUnrecordedCopies, signedCopiesInUse } from '#sharing/server';
import type { WorkerParts } from '../../worker-parts.ts';
import type { Schedule } from '../schedule.ts';

const day = 24 * 3_600_000;

/** Of these files of the store, the ones that a dataset, a request, a permission or a signature names. */
async function named(
  { database }: Pick<WorkerParts, 'database'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set([
    ...(await filesInUse(database, ids)),
    ...(await evidenceInUse(database, ids)),
    ...(await deliveredFilesInUse(database, ids)),
    ...(await signedCopiesInUse(database, ids)),
  ]);
}

/** Files that nothing names, left behind by a write whose command was then refused, let go of by a draft, or never put on record. */
export const removeOrphanedFiles: Schedule = {
  name: 'remove-orphaned-files',
  every: day,
  run: async (parts) => {
    const { storage, clock, log } = parts;
    const olderThan = new Date(clock.now().getTime() - day);
    await forgetUnrecordedCopies(parts.database, clock.now());
    const removed = await removeOrphans(storage, { named: (ids) => named(parts, ids), olderThan });
    if (removed.files + removed.unfinished > 0) log.info(removed, 'Files that nothing names were removed');
    if (removed.heldBack > 0) {
      log.error(removed, 'Very many files are named by nothing, so none was removed: is this the right database?');
    }
  },
};
