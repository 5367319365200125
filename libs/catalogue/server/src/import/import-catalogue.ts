import { createHash } from 'node:crypto';
import { accepted, refusal, refused, uuidv7, type Outcome } from '#kernel';
import type { FetchedFiles } from '#platform/http-client';
import type { Database } from '#platform/database';
import { feedFile, canonicalAddress, type FeedFile } from './feed-file.ts';
import { Feed } from './feed.ts';
import { mostShown, repairCounts, type ImportReport } from './import-report.ts';
import { ImportRun, type RunOptions, type RunParts } from './import-run.ts';
import {
  beginRun,
  findSource,
  keepSource,
  skippedOf,
  unfinishedRun,
  type ImportSource,
  type RunRow,
} from './run-store.ts';

export interface ImportParts extends RunParts {
  readonly fetched: FetchedFiles;
}

export interface ImportRequest extends RunOptions {
  /** A file, or an address that begins with http:// or https://. */
  readonly reference: string;
  /** Where a file's relative path begins. */
  readonly cwd: string;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
}

/** Raised when the repairs change what a record becomes: a run begun under other rules is not taken up. */
const rulesOfRepair = 1;

/**
 * Reads a remote catalogue into this one: each record becomes a dataset, brings one up to date or changes nothing. A
 * feed that is cut off or no catalogue changes nothing at all.
 */
export async function importCatalogue(request: ImportRequest, parts: ImportParts): Promise<Outcome<ImportReport>> {
  const file = await feedFile({ ...request, now: parts.clock.now() }, parts.fetched);
  if (!file.ok) return file;
  try {
    const feed = await Feed.open(file.value.file);
    if (!feed.ok)
      return refused(...feed.refusals.map((one) => ({ ...one, message: `${file.value.address}: ${one.message}` })));
    return await importFeed(request, parts, { file: file.value, feed: feed.value });
  } finally {
    await file.value.dispose();
  }
}

interface Opened {
  readonly file: FeedFile;
  readonly feed: Feed;
}

async function importFeed(request: ImportRequest, parts: ImportParts, opened: Opened): Promise<Outcome<ImportReport>> {
  const { feed, file } = opened;
  const canonical = feed.head.id === undefined ? file.canonical : canonicalAddress(feed.head.id);
  const at = parts.clock.now();
  const made = { id: uuidv7(at.getTime()), organisation: request.organisation.id, canonical };
  if (request.dryRun) {
    const source = (await findSource(parts.database, made.organisation, canonical)) ?? made;
    return accepted(await runOf(request, parts, { ...opened, source, run: emptyRun(made.id), at }));
  }
  const source = await keepSource(parts.database, { ...made, title: feed.head.title, address: file.web, at });
  const report = await whileLocked(parts.database, source.id, async () => {
    const run = await runToTakeUp(parts, { ...opened, source, at });
    return runOf(request, parts, { ...opened, source, run, at });
  });
  return report === undefined
    ? refused(
        refusal(
          'catalogue.import-running',
          'This catalogue is being imported at this moment. Wait until that has ended.',
        ),
      )
    : accepted(report);
}

const emptyRun = (id: string): RunRow => ({
  ...{ id, position: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, vanished: 0 },
  ...{ repairs: {}, unread: {} },
});

/** The run of this very feed that was killed or stopped, or a new one. */
async function runToTakeUp(
  parts: ImportParts,
  given: Opened & { readonly source: ImportSource; readonly at: Date },
): Promise<RunRow> {
  const { source, feed, file, at } = given;
  const feedHash = createHash('sha256').update(`${rulesOfRepair} ${feed.hash}`).digest('hex');
  const earlier = await unfinishedRun(parts.database, source.id, feedHash);
  if (earlier) return earlier;
  const run = emptyRun(uuidv7(at.getTime()));
  await parts.database.transaction((transaction) =>
    beginRun(transaction, {
      id: run.id,
      source: source.id,
      feedHash,
      address: file.web ?? file.address,
      records: feed.count,
      at,
    }),
  );
  return run;
}

async function runOf(
  request: ImportRequest,
  parts: ImportParts,
  given: Opened & { readonly source: ImportSource; readonly run: RunRow; readonly at: Date },
): Promise<ImportReport> {
  const { source, feed, file, run: row, at } = given;
  const place = { organisation: request.organisation, source: source.id };
  const run = new ImportRun(parts, feed, place, row, request);
  await run.read();
  const skipped = request.dryRun ? run.skipped : await skippedOf(parts.database, row.id, mostShown);
  return {
    ...run.tally,
    ...(request.dryRun ? {} : { run: row.id }),
    source: {
      ...(request.dryRun ? {} : { id: source.id }),
      canonical: source.canonical,
      ...(feed.head.title !== undefined && { title: feed.head.title }),
    },
    organisation: request.organisation,
    address: file.address,
    dryRun: request.dryRun,
    ...(row.position > 0 && { resumedAt: row.position }),
    stopped: run.stopped && run.position < feed.count,
    read: run.position,
    records: feed.count,
    heldBack: run.heldBack,
    unidentified: run.unidentified,
    isPage: feed.head.isPage,
    repairs: repairCounts(run.repairs),
    unread: run.unread,
    skippedRecords: skipped.map(({ position, path, title, reason_code, reason }) => ({
      position,
      path,
      ...(title && { title }),
      reason_code,
      reason,
    })),
    seconds: (parts.clock.now().getTime() - at.getTime()) / 1000,
  };
}

/**
 * Holds the source for one process at a time. The lock belongs to a connection of its own, so that PostgreSQL gives it
 * back the moment a process is killed. @returns undefined where another process holds it
 */
async function whileLocked<Result>(
  database: Database,
  source: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const client = await (await database.pool()).connect();
  const lock = ['select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [`import ${source}`]] as const;
  let failure: Error | undefined;
  try {
    const { rows } = await client.query<{ held: boolean }>(lock[0], [...lock[1]]);
    if (!rows[0]?.held) return undefined;
    try {
      return await work();
    } finally {
      await client
        .query('select pg_advisory_unlock(hashtextextended($1, 0))', [...lock[1]])
        .catch((error: unknown) => (failure = error as Error));
    }
  } finally {
    client.release(failure);
  }
}
