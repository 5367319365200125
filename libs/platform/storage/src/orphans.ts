import type { Storage } from './storage.ts';

const batch = 500;

export interface OrphanSearch {
  /** Of these ids, the ones that some record still names. */
  readonly named: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Younger files are left alone: their record may be about to be written. */
  readonly olderThan: Date;
}

export interface OrphansRemoved {
  readonly files: number;
  readonly unfinished: number;
  /** Orphans left alone because they were too many to be believed. */
  readonly heldBack: number;
}

/** More than this many, and more than this share, are likelier the sign of another database than of failed writes. */
const believedNumber = 5;
const believedShare = 0.2;

/**
 * Removes files that no record names: those of a write whose transaction failed afterwards, and what was left
 * unfinished. Where very many would go, none does: the database may be another one, or an older copy of this one.
 */
export async function removeOrphans(storage: Storage, search: OrphanSearch): Promise<OrphansRemoved> {
  const orphans: string[] = [];
  let seen = 0;
  let waiting: string[] = [];
  const settle = async (): Promise<void> => {
    const named = await search.named(waiting);
    orphans.push(...waiting.filter((id) => !named.has(id)));
    waiting = [];
  };
  for await (const file of storage.all()) {
    seen += 1;
    if (file.writtenAt >= search.olderThan) continue;
    waiting.push(file.id);
    if (waiting.length === batch) await settle();
  }
  if (waiting.length > 0) await settle();
  const unfinished = await storage.removeUnfinished(search.olderThan);
  if (orphans.length > believedNumber && orphans.length > seen * believedShare) {
    return { files: 0, unfinished, heldBack: orphans.length };
  }
  for (const id of orphans) await storage.remove(id);
  return { files: orphans.length, unfinished, heldBack: 0 };
}
