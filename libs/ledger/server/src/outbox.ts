import { uuidv7 } from '#kernel';

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

/** Rows of the outbox for events that somebody hears, one for each type. */
export const outboxRows = (
  kind: string,
  events: readonly Announced[],
  at: Date,
): readonly (Announcement & { at: string })[] =>
  [...Map.groupBy(events, (event) => event.type)].map(([type, group]) => ({
    id: uuidv7(at.getTime()),
    type,
    kind,
    streams: [...new Set(group.map((event) => event.stream))],
    entries: group.map((event) => event.entry),
    at: at.toISOString(),
  }));

/** SQL that writes rows of the outbox. @param rows SQL of a JSON array of them */
export const insertAnnouncements = (rows: string): string => `
  insert into outbox (id, type, kind, streams, entries, at)
  select id, type, kind, array(select jsonb_array_elements_text(streams)::uuid),
    array(select jsonb_array_elements_text(entries)::uuid), at
  from jsonb_to_recordset(${rows}) as row (id uuid, type text, kind text, streams jsonb, entries jsonb, at timestamptz)`;

/** SQL of a query that wakes the relay at commit. */
export const wakeRelay = `select pg_notify('${outboxChannel}', '')`;
