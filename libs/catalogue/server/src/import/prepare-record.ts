import {
  identifierOfRecord,
  normaliseRecord,
  type FeedReading,
  type ImportDataset,
  type RepairKind,
} from '#catalogue/domain';
import { refusal, slugOf, type Refusal } from '#kernel';
import { SourceFileChanged } from '#platform/http-client';
import type { Feed, FeedRecord } from './feed.ts';
import { plainTextOf } from './plain-text.ts';
import { recordHash, recordKey, withIds } from './record-identity.ts';
import type { RecordFate } from './run-store.ts';

/** What preparing needs to know of the import: for whom, from where. */
export interface ImportPlace {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly source: string;
}

/** A record ready to be compared with what is here, or the reason why it is skipped. */
export interface PreparedRecord {
  readonly fate: Omit<RecordFate, 'outcome' | 'dataset'>;
  readonly counts: ReadonlyMap<RepairKind, number>;
  readonly unread: ReadonlySet<string>;
  readonly skipped?: Refusal;
  /** Whether it could not be read at all, so that nobody knows which record it is. */
  readonly unidentified?: boolean;
  /** Its dataset's id is not known yet. */
  readonly command?: Omit<ImportDataset, 'id'>;
}

export const duplicate: Refusal = refusal(
  'catalogue.import-duplicate',
  'An earlier record of this feed has the same identifier; this one was left out.',
  'identifier',
);

const unforeseen: Refusal = refusal(
  'catalogue.import-failed',
  'The record could not be repaired. The log has the details; the others went on.',
);

/**
 * Reads, repairs and identifies one record. What nobody foresaw costs this record and not the run; only a file that
 * cannot be read any more ends the run.
 */
export function prepareRecord(
  record: FeedRecord,
  feed: Feed,
  place: ImportPlace,
  fault?: (error: unknown, path: string) => void,
): PreparedRecord {
  try {
    return repairedRecord(record, feed, place);
  } catch (error) {
    if (isOfFile(error)) throw error;
    fault?.(error, record.path);
    const key = keyAtLeast(record, feed, place);
    return {
      fate: { position: record.position, path: record.path, ...(key !== undefined && { record_key: key }) },
      ...blank(),
      skipped: unforeseen,
      unidentified: key === undefined,
    };
  }
}

const isOfFile = (error: unknown): boolean =>
  error instanceof SourceFileChanged || (error instanceof Error && 'syscall' in error);

const blank = () => ({ counts: new Map<RepairKind, number>(), unread: new Set<string>() });

const readingOf = (feed: Feed, place: ImportPlace): FeedReading => ({
  dateOrder: feed.head.dateOrder,
  organisation: place.organisation.name,
  plainText: plainTextOf,
  resolve: feed.hasNodes ? feed.resolve : undefined,
});

function keyAtLeast({ value }: FeedRecord, feed: Feed, place: ImportPlace): string | undefined {
  try {
    const identifier = value.ok ? identifierOfRecord(value.value, readingOf(feed, place)) : undefined;
    return identifier === undefined ? undefined : recordKey(identifier);
  } catch {
    return undefined;
  }
}

function repairedRecord(record: FeedRecord, feed: Feed, place: ImportPlace): PreparedRecord {
  const { position, path, value } = record;
  if (!value.ok) return { fate: { position, path }, ...blank(), ...reasonOf(value.refusals), unidentified: true };
  const { outcome, identifier, title, findings } = normaliseRecord(value.value, readingOf(feed, place));
  if (record.mended) findings.repaired('encoding', path);
  const common = { counts: findings.counts, unread: findings.unread };
  const said = {
    ...{ position, path, repairs: findings.repairs },
    ...(title !== undefined && { title }),
    ...(identifier !== undefined && { record_key: recordKey(identifier) }),
  };
  if (!outcome.ok) return { fate: said, ...common, ...reasonOf(outcome.refusals) };
  const found = outcome.value;
  const key = recordKey(found.identifier);
  return {
    fate: { ...said, lacks: found.lacks },
    ...common,
    command: {
      type: 'import-dataset',
      organisation: place.organisation.id,
      slug: slugOf(found.description.title, 'dataset'),
      source: place.source,
      key,
      recordHash: recordHash(found),
      access: found.access,
      description: withIds(found, place.source, key),
    },
  };
}

const reasonOf = ([reason]: readonly Refusal[]): { skipped?: Refusal } => (reason ? { skipped: reason } : {});
