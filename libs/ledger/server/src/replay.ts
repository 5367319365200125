import { lifted } from '#ledger/contracts';
import { evolveContent, type DomainEvent } from '#ledger/domain';
import type { Database } from '#platform/database';
import type { AnyAggregate } from './aggregate.ts';
import { sameJson } from './canonical-json.ts';
import { leafHash, privateHash, type EntryHead } from './commitment.ts';
import { noteMissing, noteSurplus, rowsAbout, type AboutRow } from './replay-about.ts';
import type { ReplayFinding } from './replay-finding.ts';
import { historiesOf, type StoredEntry } from './stored-entries.ts';

export interface ReplayReport {
  readonly entries: number;
  readonly streams: number;
  readonly erased: number;
  readonly findings: readonly ReplayFinding[];
}

const mostFindings = 100;

/**
 * Replays the whole ledger of the given kinds and compares: each entry against its hashes, each stream for gaps, each
 * state row against what its facts fold to, and its words against what is left of its private parts.
 */
export async function replay(
  database: Database,
  aggregates: readonly AnyAggregate[],
  progress: (entries: number) => void = () => undefined,
): Promise<ReplayReport> {
  const findings: ReplayFinding[] = [];
  const note = (finding: ReplayFinding): void => {
    if (findings.length < mostFindings) findings.push(finding);
  };
  let entries = 0;
  let streams = 0;
  let erased = 0;
  for (const aggregate of aggregates) {
    await noteStrays(database, aggregate, note);
    let expected = 0;
    let looking = Promise.resolve();
    for await (const { stored, history } of historiesOf(database, aggregate)) {
      const about: AboutRow[] = [];
      for (const row of stored) {
        const own = history.get(row.id) ?? [];
        compareStream({ aggregate, note, about }, row, own);
        entries += own.length;
        erased += own.filter((entry) => entry.erased).length;
        streams += 1;
      }
      expected += about.length;
      // Looked up by the database while the next page is compared.
      await looking;
      looking = noteMissing(database, aggregate.kind, about, note);
      looking.catch(() => undefined);
      progress(entries);
    }
    await looking;
    // Of what could not be followed it is not known where it belongs.
    const sound = findings.every(({ kind }) => kind !== aggregate.kind);
    if (sound) await noteSurplus(database, aggregate.kind, expected, note);
  }
  return { entries, streams, erased, findings };
}

/** Histories without a state row, which no page would bring up. */
async function noteStrays(
  database: Database,
  aggregate: AnyAggregate,
  note: (finding: ReplayFinding) => void,
): Promise<void> {
  const table = aggregate.table ?? aggregate.kind.replaceAll('-', '_');
  const rows = await database.rows<{ stream: string }>(
    `select distinct stream from ledger_entry
     where kind = $1 and not exists (select from ${table} state where state.id = ledger_entry.stream) limit 100`,
    [aggregate.kind],
  );
  for (const { stream } of rows) note({ kind: aggregate.kind, stream, fault: 'A history has no state row' });
}

const headOf = (kind: string, row: StoredEntry): EntryHead => ({
  id: row.id,
  kind,
  stream: row.stream,
  revision: row.revision,
  type: row.type,
  schemaVersion: row.schema_version,
  at: row.at.toISOString(),
  actor: {
    kind: row.actor_kind,
    person: row.actor_person,
    machine: row.actor_machine,
    organisation: row.actor_organisation,
    standing: row.actor_standing,
  },
  facts: row.facts,
});

/** What is wrong with one entry taken by itself. */
function faultOfEntry(kind: string, row: StoredEntry): string | undefined {
  if (!leafHash(row.salt, headOf(kind, row), row.private_hash).equals(row.leaf_hash)) return 'The entry was altered';
  if (row.private_hash === null) return row.body === null ? undefined : 'Words were added to an entry that had none';
  if (row.erased) return row.body === null ? undefined : 'Erased words are there again';
  if (row.body === null || row.private_salt === null) return 'Words are missing without an erasure';
  return privateHash(row.private_salt, row.body).equals(row.private_hash)
    ? undefined
    : 'The words of the entry were altered';
}

interface Comparing {
  readonly aggregate: AnyAggregate;
  readonly note: (finding: ReplayFinding) => void;
  /** Takes down in whose histories the entries belong. */
  readonly about: AboutRow[];
}

function compareStream(
  { aggregate, note, about }: Comparing,
  stored: { id: string; revision: number; state: unknown; content: unknown },
  rows: readonly StoredEntry[],
): void {
  const at = { kind: aggregate.kind, stream: stored.id };
  let state: unknown;
  let content: object = {};
  for (const [index, row] of rows.entries()) {
    if (row.revision !== index + 1) return note({ ...at, revision: row.revision, fault: 'The history has a gap' });
    const fault = faultOfEntry(aggregate.kind, row);
    if (fault) note({ ...at, revision: row.revision, fault });
    const contract = aggregate.events[row.type];
    if (!contract) return note({ ...at, revision: row.revision, fault: `No rule knows the event ${row.type}` });
    try {
      const facts = lifted(contract, row.schema_version, row.facts) as object;
      const event = { type: row.type, facts } satisfies DomainEvent;
      state = aggregate.evolve(state, event);
      about.push(...rowsAbout(row.id, aggregate.about(state, event), row.actor_person));
    } catch (error) {
      return note({
        ...at,
        revision: row.revision,
        fault: `The event cannot be followed: ${(error as Error).message}`,
      });
    }
    content = evolveContent(content, row.body ?? undefined);
  }
  if (rows.length !== stored.revision) {
    return note({ ...at, fault: `The state row is at revision ${stored.revision}, its history at ${rows.length}` });
  }
  if (!sameJson(state, stored.state)) note({ ...at, fault: 'The state row differs from what its history folds to' });
  const whole = rows.every((row) => !row.erased);
  if (whole && !sameJson(content, stored.content))
    note({ ...at, fault: 'The words of the row differ from those of its history' });
}
