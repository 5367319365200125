import type { Role } from '#kernel';
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

/** Those of these people who now hold a role in an organisation: what a command that names them has to know. */
export async function holdersOfRole(
  queries: Queries,
  organisation: string,
  role: Role,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await queries.rows<{ person: string }>(
    `select membership.person from membership join person on person.id = membership.person
     where membership.organisation = $1 and $2 = any(membership.roles) and membership.person = any($3::uuid[])
       and not membership.ended and not person.closed`,
    [organisation, role, people],
  );
  return new Set(rows.map(({ person }) => person));
}
