import type { Database } from '#platform/database';
import type { AnyAggregate, Stored } from './aggregate.ts';

/** An entry with its words, as the tables have it. */
export interface StoredEntry {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schema_version: number;
  readonly at: Date;
  readonly actor_kind: 'person' | 'machine' | 'anyone';
  readonly actor_person: string | null;
  readonly actor_machine: string | null;
  readonly actor_organisation: string | null;
  readonly actor_standing: string;
  readonly facts: object;
  readonly private_hash: Buffer | null;
  readonly salt: Buffer;
  readonly leaf_hash: Buffer;
  readonly private_salt: Buffer | null;
  readonly body: object | null;
  readonly erased: boolean;
}

/** Entries of these streams, in the order of each. */
async function entriesOf(
  database: Database,
  kind: string,
  streams: readonly string[],
): Promise<Map<string, StoredEntry[]>> {
  const rows = await database.rows<StoredEntry>(
    `select entry.*, words.salt as private_salt, words.body, erasure.private_entry is not null as erased
     from ledger_entry entry
     left join ledger_private words on words.entry = entry.id
     left join ledger_erasure erasure on erasure.private_entry = entry.id
     where entry.kind = $1 and entry.stream = any($2::uuid[])
     order by entry.stream, entry.revision`,
    [kind, streams],
  );
  return Map.groupBy(rows, (row) => row.stream);
}

const pageSize = 500;

/** A page of state rows, each with the whole of its history. */
export interface Histories {
  readonly stored: readonly (Stored<unknown, unknown> & { readonly id: string })[];
  readonly history: ReadonlyMap<string, StoredEntry[]>;
}

async function readHistories(database: Database, aggregate: AnyAggregate, after: string | null): Promise<Histories> {
  const stored = await aggregate.page(database, after, pageSize);
  const ids = stored.map(({ id }) => id);
  return { stored, history: ids.length === 0 ? new Map() : await entriesOf(database, aggregate.kind, ids) };
}

/** Every history of one kind, in the order of the ids. The next page is read while one is looked at. */
export async function* historiesOf(database: Database, aggregate: AnyAggregate): AsyncIterable<Histories> {
  for (let reading = readHistories(database, aggregate, null); ;) {
    const page = await reading;
    const last = page.stored.at(-1);
    if (!last) return;
    reading = readHistories(database, aggregate, last.id);
    // One who stops looking does not hear of it.
    reading.catch(() => undefined);
    yield page;
  }
}
