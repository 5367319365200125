import type { Queries } from '#platform/database';
import type { Calendars } from '#sharing/domain';

/** What decisions about cases need of an organisation. */
export interface CaseOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly nation: keyof Calendars | null;
  readonly boards: string[] | null;
}

type Known = Map<string, CaseOrganisation>;

/** What a transaction has read: a decision and the rows that are written for it ask for the same. */
const readIn = new WeakMap<Queries, Known>();

/** Organisations by id; inside a transaction each is read once. */
export async function caseOrganisations(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseOrganisation>> {
  const known: Known = readIn.get(queries) ?? new Map<string, CaseOrganisation>();
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const rows = await queries.rows<CaseOrganisation>(
    `select id, kind, state->>'nation' as nation, state->'boards' as boards from organisation where id = any($1::uuid[])`,
    [missing],
    'case-organisations',
  );
  for (const row of rows) known.set(row.id, row);
  if ('isTransaction' in queries) readIn.set(queries, known);
  return known;
}
