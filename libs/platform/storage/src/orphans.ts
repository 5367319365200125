import type { Storage } from './storage.ts';

const batch = 500;

export interface OrphanSearch {
  /** Of these ids, the ones that some record still names. */
  readonly named: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Younger files are left alone: their record may be about to be written. */
  readonly olderThan: Date;
}

/**
 * Removes files that no record names: those of a write whose transaction failed afterwards, and what was left
 * unfinished. Answers how many of each.
 */
export async function removeOrphans(
  storage: Storage,
  search: OrphanSearch,
): Promise<{ files: number; unfinished: number }> {
  let files = 0;
  let waiting: string[] = [];
  const settle = async (): Promise<void> => {
    const named = await search.named(waiting);
    const orphans = waiting.filter((id) => !named.has(id));
    for (const id of orphans) await storage.remove(id);
    files += orphans.length;
    waiting = [];
  };
  for await (const file of storage.all()) {
    if (file.writtenAt >= search.olderThan) continue;
    waiting.push(file.id);
    if (waiting.length === batch) await settle();
  }
  if (waiting.length > 0) await settle();
  return { files, unfinished: await storage.removeUnfinished(search.olderThan) };
}
