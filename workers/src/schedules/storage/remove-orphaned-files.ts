import { filesInUse } from '#catalogue/server';
import { removeOrphans } from '#platform/storage';
import type { Schedule } from '../schedule.ts';

const day = 24 * 3_600_000;

/** Files that no dataset names, left behind by a write whose command was then refused. */
export const removeOrphanedFiles: Schedule = {
  name: 'remove-orphaned-files',
  every: day,
  run: async ({ database, storage, clock, log }) => {
    const olderThan = new Date(clock.now().getTime() - day);
    const removed = await removeOrphans(storage, { named: (ids) => filesInUse(database, ids), olderThan });
    if (removed.files + removed.unfinished > 0) log.info(removed, 'Files that nothing names were removed');
    if (removed.heldBack > 0) {
      log.error(removed, 'Very many files are named by no dataset, so none was removed: is this the right database?');
    }
  },
};
