import { datasetEvents, type RevisionList } from '#catalogue/contracts';
import {
  evolveDataset,
  fieldLabels,
  formats,
  isOfItsHouse,
  labelOf,
  maySeeDataset,
  maySeeDescription,
  type Dataset,
  type DatasetEvent,
  type DescribedField,
} from '#catalogue/domain';
import { membershipIn, type Actor } from '#kernel';
import { lifted } from '#ledger/contracts';
import { evolveContent } from '#ledger/server';
import type { Queries } from '#platform/database';
import { describeDatasetEvent } from './describe-event.ts';

interface EntryRow {
  readonly revision: number;
  readonly type: DatasetEvent['type'];
  readonly schema_version: number;
  readonly at: Date;
  readonly facts: unknown;
  readonly body: Record<string, unknown> | null;
  readonly actor_machine: string | null;
  readonly actor_standing: string;
  readonly person_name: string | null;
}

type Revision = RevisionList['items'][number];

const pageSize = 50;
const longestValue = 400;

/** Whose history is listed, and for whom. */
export interface HistoryReading {
  readonly queries: Queries;
  readonly dataset: Dataset;
  readonly actor: Actor;
}

/** What the history has come to at a revision. */
interface Moment {
  readonly dataset?: Dataset;
  readonly words: Record<string, unknown>;
  /** Whether this reader could see what the revision made. */
  readonly seen: boolean;
}

/**
 * A dataset's history, newest first, each revision with what it changed. Readers of other organisations have the revisions
 * that were made while they could see the dataset; of one that is withdrawn they have the withdrawal.
 */
export async function listRevisions(reading: HistoryReading, before?: number): Promise<RevisionList> {
  const { queries, dataset, actor } = reading;
  const rows = await queries.rows<EntryRow>(
    `select entry.revision, entry.type, entry.schema_version, entry.at, entry.facts, words.body, entry.actor_machine,
       entry.actor_standing, person.name as person_name
     from ledger_entry entry
     left join ledger_private words on words.entry = entry.id
     left join person on person.id = entry.actor_person
     where entry.stream = $1 order by entry.revision`,
    [dataset.id],
  );
  const seen = seenRevisions(rows, actor);
  const given = maySeeDescription(actor, dataset)
    ? seen
    : seen.filter(({ type }) => type === 'dataset-withdrawn').slice(-1);
  const older = given.reverse().filter(({ item }) => before === undefined || item.revision < before);
  const items = older.slice(0, pageSize).map(({ item }) => item);
  const last = items.at(-1);
  return older.length > pageSize && last ? { items, next: last.revision } : { items };
}

/** Folds the whole history and keeps what this reader could see when it was made. */
function seenRevisions(rows: readonly EntryRow[], actor: Actor): { type: EntryRow['type']; item: Revision }[] {
  const kept: { type: EntryRow['type']; item: Revision }[] = [];
  let earlier: Moment = { words: {}, seen: false };
  for (const row of rows) {
    const event = eventOf(row);
    const dataset = evolveDataset(earlier.dataset, event);
    const words = evolveContent(earlier.words, row.body ?? undefined);
    const later = { dataset, words, seen: couldSee(actor, dataset, event) };
    const known = earlier.seen ? earlier : { words: {} };
    if (later.seen) kept.push({ type: row.type, item: revisionOf(row, event, { known, later, actor }) });
    earlier = later;
  }
  return kept;
}

/** Of a withdrawn dataset others see the withdrawal itself, and nothing that is done to it afterwards. */
const couldSee = (actor: Actor, dataset: Dataset, event: DatasetEvent): boolean =>
  isOfItsHouse(actor, dataset) ||
  (maySeeDataset(actor, dataset) && (dataset.lifecycle !== 'withdrawn' || event.type === 'dataset-withdrawn'));

const eventOf = ({ type, schema_version: version, facts }: EntryRow): DatasetEvent =>
  ({ type, facts: lifted(datasetEvents[type], version, facts) }) as DatasetEvent;

interface Change {
  /** What the reader knew before. */
  readonly known: Omit<Moment, 'seen'>;
  readonly later: Moment;
  readonly actor: Actor;
}

function revisionOf(row: EntryRow, event: DatasetEvent, change: Change): Revision {
  const { dataset } = change.later;
  const fields = 'fields' in event.facts ? event.facts.fields : [];
  return {
    revision: row.revision,
    at: row.at.toISOString(),
    summary: describeDatasetEvent(event),
    by: byWhom(row, membershipIn(change.actor, dataset?.organisation) !== undefined),
    changes: fields.map((field) => changeOf(field, change, event.facts)),
  };
}

const standingWords: Record<string, string> = {
  owner: 'its data owner',
  steward: 'its steward',
  administrator: 'its administrator',
  import: 'a reading of the other catalogue',
  operator: 'the operator',
};

function byWhom(row: EntryRow, isColleague: boolean): string {
  const standing = standingWords[row.actor_standing] ?? row.actor_standing;
  return isColleague && row.person_name !== null ? `${row.person_name}, ${standing}` : standing;
}

function changeOf(field: DescribedField, { known, later }: Change, facts: object) {
  const label = fieldLabels[field];
  const code = (facts as Record<string, unknown>)[field];
  const was = textOf(known.words[field], known.dataset);
  const is = textOf(later.words[field] ?? code, later.dataset);
  return { field, label, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
}

/** A value as one line of text; long ones are cut, parts of a list are named. */
function textOf(value: unknown, dataset: Dataset | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) =>
      typeof part === 'object' && part !== null ? nameOf(part, dataset) : String(part),
    );
    return cut(parts.join(', '));
  }
  if (typeof value !== 'object') return cut(String(value as string | number | boolean));
  return cut(
    Object.values(value)
      .map((part) => (Array.isArray(part) ? part.join(', ') : String(part)))
      .join(' · '),
  );
}

/** Never an address: where a distribution is follows the access level, and a history is read by more people. */
function nameOf(part: object, dataset: Dataset | undefined): string {
  const { id, name, title } = part as Record<string, string | undefined>;
  const format = dataset?.distributions.find((distribution) => distribution.id === id)?.format;
  return name ?? title ?? (format === undefined ? 'one more' : labelOf(formats, format));
}

const cut = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);
