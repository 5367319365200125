import { lifted } from '#ledger/contracts';
import type { About } from '#ledger/domain';
import type { Database, Queries } from '#platform/database';
import type { AnyAggregate } from './aggregate.ts';
import { subjectsOf } from './entries.ts';
import type { ReplayFinding } from './replay-finding.ts';
import { historiesOf } from './stored-entries.ts';

/** One entry in the history of one subject. */
export interface AboutRow extends About {
  readonly entry: string;
}

export const rowsAbout = (entry: string, about: readonly About[], person: string | null): AboutRow[] =>
  subjectsOf(about, person).map((one) => ({ entry, ...one }));

type Note = (finding: ReplayFinding) => void;

const columnsOf = (about: readonly AboutRow[]) => [
  about.map((one) => one.subject),
  about.map((one) => one.entry),
  about.map((one) => one.inside),
];

/** Notes entries that the history of a subject should have and has not, or reads in another way. */
export async function noteMissing(
  queries: Queries,
  kind: string,
  about: readonly AboutRow[],
  note: Note,
): Promise<void> {
  const rows = await queries.rows<{ stream: string; revision: number }>(
    `select distinct entry.stream, entry.revision
     from unnest($2::uuid[], $3::uuid[], $4::boolean[]) as wanted (subject, entry, inside)
     join ledger_entry entry on entry.id = wanted.entry
     where not exists (select from ledger_about about where about.subject = wanted.subject and about.kind = $1
       and about.entry = wanted.entry and about.inside = wanted.inside)`,
    [kind, ...columnsOf(about)],
  );
  for (const { stream, revision } of rows)
    note({ kind, stream, revision, fault: 'The entry is missing from a history in which it belongs' });
}

/** None being missing, more rows than wanted are rows that nobody wrote with an entry. */
export async function noteSurplus(queries: Queries, kind: string, wanted: number, note: Note): Promise<void> {
  const [row] = await queries.rows<{ found: number }>(
    'select count(*)::integer as found from ledger_about where kind = $1',
    [kind],
  );
  if ((row?.found ?? 0) > wanted)
    note({ kind, stream: kind, fault: 'A history holds entries that do not belong to it' });
}

/**
 * Writes in whose histories the entries stand that are there already: once, for a ledger that is older than the table. What is
 * there stays.
 * @returns how many rows were written
 */
export async function fillHistories(database: Database, aggregates: readonly AnyAggregate[]): Promise<number> {
  let written = 0;
  for (const aggregate of aggregates) {
    for await (const { history } of historiesOf(database, aggregate)) {
      const about = [...history.values()].flatMap((entries) => {
        let state: unknown;
        return entries.flatMap((entry) => {
          const contract = aggregate.events[entry.type];
          if (!contract) throw new Error(`No rule knows the event ${entry.type}`);
          const event = { type: entry.type, facts: lifted(contract, entry.schema_version, entry.facts) as object };
          state = aggregate.evolve(state, event);
          return rowsAbout(entry.id, aggregate.about(state, event), entry.actor_person);
        });
      });
      const rows = await database.rows(
        `insert into ledger_about (subject, kind, entry, inside)
         select subject, $1, entry, inside from unnest($2::uuid[], $3::uuid[], $4::boolean[]) as about (subject, entry, inside)
         on conflict do nothing returning entry`,
        [aggregate.kind, ...columnsOf(about)],
      );
      written += rows.length;
    }
  }
  return written;
}
