import { repairLabels, type RepairKind } from '#catalogue/domain';
import type { RecordFate, Tally } from './run-store.ts';

/** What a run did, in numbers that add up: read = created + updated + unchanged + skipped. */
export interface ImportReport extends Tally {
  readonly run?: string;
  readonly source: { readonly id?: string; readonly canonical: string; readonly title?: string };
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
  readonly address: string;
  readonly dryRun: boolean;
  /** Whether it went on where an earlier run was stopped, and at which record. */
  readonly resumedAt?: number;
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
  readonly read: number;
  readonly records: number;
  /** Records that are gone from the source and were not marked: too many at once, or some may be the unidentified. */
  readonly heldBack: number;
  /** Records that could not be read at all, so that any of those that seem gone may be one of them. */
  readonly unidentified: number;
  /** Whether the feed is one page of several, so that nothing was counted as vanished. */
  readonly isPage: boolean;
  readonly repairs: readonly { readonly kind: string; readonly label: string; readonly count: number }[];
  /** Fields that this catalogue has no place for, with the number of records that bear them. */
  readonly unread: Readonly<Record<string, number>>;
  /** The first of the skipped records; all stand in the run's records. */
  readonly skippedRecords: readonly Pick<RecordFate, 'position' | 'path' | 'title' | 'reason_code' | 'reason'>[];
  readonly seconds: number;
}

export const mostShown = 1000;

export const repairCounts = (counts: Readonly<Record<string, number>>): ImportReport['repairs'] =>
  Object.entries(counts)
    .map(([kind, count]) => ({ kind, label: repairLabels[kind as RepairKind] ?? kind, count }))
    .sort((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1));
