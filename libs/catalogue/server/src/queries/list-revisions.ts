import { datasetEvents, type RevisionList } from '#catalogue/contracts';
import { fieldLabels, type DatasetEvent, type DescribedField } from '#catalogue/domain';
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

/** A dataset's history, newest first, each revision with what it changed. Who saw it is not asked here. */
export async function listRevisions(
  queries: Queries,
  dataset: { readonly id: string; readonly organisation: string },
  actor: Actor,
  before?: number,
): Promise<RevisionList> {
  const rows = await queries.rows<EntryRow>(
    `select entry.revision, entry.type, entry.schema_version, entry.at, entry.facts, words.body, entry.actor_machine,
       entry.actor_standing, person.name as person_name
     from ledger_entry entry
     left join ledger_private words on words.entry = entry.id
     left join person on person.id = entry.actor_person
     where entry.stream = $1 order by entry.revision`,
    [dataset.id],
  );
  const isColleague = membershipIn(actor, dataset.organisation) !== undefined;
  let words: Record<string, unknown> = {};
  const revisions = rows.map((row): Revision => {
    const earlier = words;
    words = evolveContent(words, row.body ?? undefined);
    return revisionOf(row, earlier, words, isColleague);
  });
  const older = revisions.reverse().filter(({ revision }) => before === undefined || revision < before);
  const items = older.slice(0, pageSize);
  const last = items.at(-1);
  return older.length > pageSize && last ? { items, next: last.revision } : { items };
}

function revisionOf(
  row: EntryRow,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  isColleague: boolean,
): Revision {
  const facts = lifted(datasetEvents[row.type], row.schema_version, row.facts) as DatasetEvent['facts'];
  const event = { type: row.type, facts } as DatasetEvent;
  const fields = 'fields' in event.facts ? event.facts.fields : [];
  return {
    revision: row.revision,
    at: row.at.toISOString(),
    summary: describeDatasetEvent(event),
    by: byWhom(row, isColleague),
    changes: fields.map((field) => changeOf(field, before, after, event.facts)),
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

function changeOf(
  field: DescribedField,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  facts: object,
) {
  const label = fieldLabels[field];
  const code = (facts as Record<string, unknown>)[field];
  const was = textOf(before[field]);
  const is = textOf(after[field] ?? code);
  return { field, label, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
}

/** A value as one line of text; long ones are cut, lists of parts are counted. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) =>
      typeof part === 'object' && part !== null ? nameOf(part) : String(part),
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

function nameOf(part: object): string {
  const { name, title, accessUrl, downloadUrl } = part as Record<string, string | undefined>;
  return name ?? title ?? downloadUrl ?? accessUrl ?? 'one more';
}

const cut = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);
