import type { Queries } from '#platform/database';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Names of people, for pages that name those responsible. An id that is unknown is left out. */
export async function peopleById(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.rows<NamedPerson>('select id, name from person where id = any($1::uuid[])', [ids]);
  return new Map(rows.map((person) => [person.id, person]));
}
