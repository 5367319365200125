import { uuidv7 } from '#kernel';
import type { Transaction } from '#platform/database';

/** Channel on which a commit with something to announce wakes the relay. */
export const outboxChannel = 'outbox';

/** What the relay announces: all events of one type that one transaction brought, once. */
export interface Announcement {
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly streams: readonly string[];
  readonly entries: readonly string[];
}

export interface Announced {
  readonly type: string;
  readonly stream: string;
  readonly entry: string;
}

/** Puts events that somebody hears into the outbox, one row per type, and wakes the relay at commit. */
export async function announce(
  transaction: Transaction,
  kind: string,
  events: readonly Announced[],
  at: Date,
): Promise<void> {
  const rows = [...Map.groupBy(events, (event) => event.type)].map(([type, group]) => ({
    id: uuidv7(at.getTime()),
    type,
    kind,
    streams: [...new Set(group.map((event) => event.stream))],
    entries: group.map((event) => event.entry),
    at: at.toISOString(),
  }));
  if (rows.length === 0) return;
  for (const row of rows) {
    await transaction.rows(
      `insert into outbox (id, type, kind, streams, entries, at) values ($1, $2, $3, $4::uuid[], $5::uuid[], $6)`,
      [row.id, row.type, row.kind, row.streams, row.entries, row.at],
    );
  }
  await transaction.rows(`select pg_notify('${outboxChannel}', '')`);
}
