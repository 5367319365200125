import type { Queries, Transaction } from '#platform/database';
import type { Repair } from '#catalogue/domain';

export interface ImportSource {
  readonly id: string;
  readonly organisation: string;
  readonly canonical: string;
}

/** How many records had which fate. */
export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  vanished: number;
}

export interface RunRow extends Tally {
  readonly id: string;
  readonly position: number;
  readonly repairs: Readonly<Record<string, number>>;
  readonly unread: Readonly<Record<string, number>>;
}

/** What became of one record. */
export interface RecordFate {
  readonly position: number;
  readonly path: string;
  readonly record_key?: string;
  readonly title?: string;
  readonly outcome: 'created' | 'updated' | 'skipped' | 'vanished';
  readonly dataset?: string;
  readonly reason_code?: string;
  readonly reason?: string;
  readonly repairs?: readonly Repair[];
  readonly lacks?: readonly string[];
}

/** Finds a source of an organisation. */
export async function findSource(
  queries: Queries,
  organisation: string,
  canonical: string,
): Promise<ImportSource | undefined> {
  const sql = `select id, organisation, canonical from import_source where organisation = $1 and canonical = $2`;
  const [row] = await queries.rows<ImportSource>(sql, [organisation, canonical]);
  return row;
}

/** Finds or makes a source; what it says of itself is brought up to date. */
export async function keepSource(
  queries: Queries,
  source: ImportSource & { readonly title?: string; readonly address?: string; readonly at: Date },
): Promise<ImportSource> {
  const [row] = await queries.rows<ImportSource>(
    `insert into import_source (id, organisation, canonical, title, address, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organisation, canonical) do update set
       title = coalesce(excluded.title, import_source.title), address = coalesce(excluded.address, import_source.address)
     returning id, organisation, canonical`,
    [source.id, source.organisation, source.canonical, source.title ?? null, source.address ?? null, source.at],
  );
  if (!row) throw new Error('A source was neither found nor made');
  return row;
}

/** The run of this very feed that was stopped or killed. Whoever asks holds the source's lock. */
export async function unfinishedRun(queries: Queries, source: string, feedHash: string): Promise<RunRow | undefined> {
  const [row] = await queries.rows<RunRow>(
    `select id, position, created, updated, unchanged, skipped, vanished, repairs, unread from import_run
     where source = $1 and state in ('running', 'stopped') and feed_hash = $2 order by started_at desc limit 1`,
    [source, feedHash],
  );
  return row;
}

/** Begins a run; earlier ones that never ended are closed. */
export async function beginRun(
  transaction: Transaction,
  run: { id: string; source: string; feedHash: string; address: string; records: number; at: Date },
): Promise<void> {
  await transaction.rows(
    `update import_run set state = 'replaced', changed_at = $2 where source = $1 and state in ('running', 'stopped')`,
    [run.source, run.at],
  );
  await transaction.rows(
    `insert into import_run (id, source, state, feed_hash, address, records, started_at, changed_at)
     values ($1, $2, 'running', $3, $4, $5, $6, $6)`,
    [run.id, run.source, run.feedHash, run.address, run.records, run.at],
  );
}

export interface RunProgress extends RunRow {
  readonly state: 'running' | 'stopped' | 'done';
  readonly heldBack: number;
  readonly at: Date;
}

/** Writes how far a run is. */
export async function keepProgress(queries: Queries, run: RunProgress): Promise<void> {
  await queries.rows(
    `update import_run set state = $2, position = $3, created = $4, updated = $5, unchanged = $6, skipped = $7,
       vanished = $8, repairs = $9::jsonb, unread = $10::jsonb, held_back = $11, changed_at = $12,
       finished_at = case when $2 = 'done' then $12::timestamptz end
     where id = $1`,
    [
      ...[run.id, run.state, run.position, run.created, run.updated, run.unchanged, run.skipped, run.vanished],
      ...[JSON.stringify(run.repairs), JSON.stringify(run.unread), run.heldBack, run.at],
    ],
  );
  if (run.state !== 'done') return;
  await queries.rows(
    `update import_source set last_read_at = $2 where id = (select source from import_run where id = $1)`,
    [run.id, run.at],
  );
}

/** Writes what became of records. */
export async function keepFates(
  queries: Queries,
  run: string,
  source: string,
  fates: readonly RecordFate[],
): Promise<void> {
  if (fates.length === 0) return;
  await queries.rows(
    `insert into import_record (run, position, source, path, record_key, title, outcome, dataset, reason_code, reason,
       repairs, lacks)
     select $1, position, $2, path, record_key, title, outcome, dataset, reason_code, reason, coalesce(repairs, '[]'),
       coalesce(lacks, '{}')
     from jsonb_to_recordset($3::jsonb) as fate (position integer, path text, record_key text, title text, outcome text,
       dataset uuid, reason_code text, reason text, repairs jsonb, lacks text[])
     on conflict (run, position) do nothing`,
    [run, source, JSON.stringify(fates)],
  );
}

/** Skipped records of a run, in the order of the feed. */
export const skippedOf = (queries: Queries, run: string, most: number): Promise<RecordFate[]> =>
  queries.rows<RecordFate>(
    `select position, path, record_key, title, outcome, reason_code, reason from import_record
     where run = $1 and outcome = 'skipped' order by position limit $2`,
    [run, most],
  );

export interface KnownRecord {
  readonly id: string;
  readonly key: string;
  readonly hash: string;
  readonly present: boolean;
}

/** Datasets that came from these records of a source. */
export const knownRecords = (queries: Queries, source: string, keys: readonly string[]): Promise<KnownRecord[]> =>
  queries.rows<KnownRecord>(
    `select id, source_key as key, state->'source'->>'recordHash' as hash, source_present as present
     from dataset where source = $1 and source_key = any($2::text[])`,
    [source, keys],
  );

/** Datasets of a source that its last reading had, a page at a time in the order of their keys. */
export const presentRecords = (queries: Queries, source: string, after: string, size: number) =>
  queries.rows<{ id: string; key: string; title: string }>(
    `select id, source_key as key, content->>'title' as title from dataset
     where source = $1 and source_present and source_key > $2 order by source_key limit $3`,
    [source, after, size],
  );
