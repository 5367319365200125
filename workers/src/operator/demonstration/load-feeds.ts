import { join } from 'node:path';
import { importCatalogue } from '#catalogue/server';
import { slugOf } from '#kernel';
import { findOrganisation } from '#organisations/server';
import { FetchedFiles, GuardedFetcher } from '#platform/http-client';
import { withScratchFolder } from '#platform/storage';
import type { ScratchFolder } from '#platform/storage';
import type { OperatorContext } from '../context.ts';
import { feeds } from './feeds/index.ts';
import type { DemonstrationFeed } from './feeds/index.ts';
import { organisations } from './organisations.ts';

/**
 * Reads the catalogues that some organisations have elsewhere, each reading as the import command would. What was read
 * before changes nothing, so a killed process is no harm. Answers how many records came or went.
 */
export const readFeeds = (context: OperatorContext): Promise<number> =>
  withScratchFolder(join(context.settings.data, 'feeds'), async (folder) => {
    let changed = 0;
    for (const feed of feeds) changed += await readFeed(context, feed, folder);
    return changed;
  });

/** Feeds that have not been read to their end: those of a process that was killed. */
export async function unreadFeeds({ database }: Pick<OperatorContext, 'database'>): Promise<number> {
  const [row] = await database.rows<{ read: number }>(
    `select count(*)::integer as read from import_source where last_read_at is not null and canonical = any($1::text[])`,
    [feeds.map(({ catalogue }) => catalogue)],
  );
  return feeds.length - (row?.read ?? 0);
}

async function readFeed(context: OperatorContext, feed: DemonstrationFeed, folder: ScratchFolder): Promise<number> {
  const name = organisations.find(({ key }) => key === feed.organisation)?.name ?? feed.organisation;
  const organisation = await findOrganisation(context.database, slugOf(name, 'organisation'));
  if (organisation === undefined) throw new Error(`The demonstration has no ${name}`);
  let changed = 0;
  for (const [index, reading] of feed.readings.entries()) {
    const reference = await folder.put(`${feed.organisation}-${index}.json`, JSON.stringify(reading));
    const request = { reference, cwd: folder.path, organisation, dryRun: false, acceptRemovals: true };
    const fetched = new FetchedFiles(folder.path, new GuardedFetcher({ allowPrivate: false }));
    const outcome = await importCatalogue(request, { ...context, fetched });
    if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
    changed += outcome.value.created + outcome.value.updated + outcome.value.vanished;
  }
  return changed;
}
