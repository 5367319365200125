import { normaliseRecord, type ImportDataset, type RepairKind } from '#catalogue/domain';
import { refusal, slugOf, type Refusal } from '#kernel';
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
  /** Its dataset's id is not known yet. */
  readonly command?: Omit<ImportDataset, 'id'>;
}

export const duplicate: Refusal = refusal(
  'catalogue.import-duplicate',
  'An earlier record of this feed has the same identifier; this one was left out.',
  'identifier',
);

/** Reads, repairs and identifies one record. Never throws on what a feed can hold. */
export function prepareRecord(record: FeedRecord, feed: Feed, place: ImportPlace): PreparedRecord {
  const { position, path, value } = record;
  const blank = { counts: new Map<RepairKind, number>(), unread: new Set<string>() };
  if (!value.ok) return { fate: { position, path }, ...blank, ...reasonOf(value.refusals) };
  const { outcome, title, findings } = normaliseRecord(value.value, {
    dateOrder: feed.head.dateOrder,
    organisation: place.organisation.name,
    plainText: plainTextOf,
    resolve: feed.hasNodes ? feed.resolve : undefined,
  });
  if (record.mended) findings.repaired('encoding', path);
  const common = { counts: findings.counts, unread: findings.unread };
  const said = { position, path, repairs: findings.repairs, ...(title !== undefined && { title }) };
  if (!outcome.ok) return { fate: said, ...common, ...reasonOf(outcome.refusals) };
  const found = outcome.value;
  const key = recordKey(found.identifier);
  return {
    fate: { ...said, record_key: key, lacks: found.lacks },
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
