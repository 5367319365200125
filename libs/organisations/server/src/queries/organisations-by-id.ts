import { isUuid } from '#kernel';
import type { OrganisationKind, OrganisationStanding } from '#organisations/domain';
import type { Queries } from '#platform/database';

/** An organisation as other features name it on their pages. */
export interface NamedOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly standing: OrganisationStanding;
}

const columns = 'id, slug, name, kind, standing';

/** Names of organisations, by id. */
export async function organisationsById(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedOrganisation>> {
  if (ids.length === 0) return new Map();
  const sql = `select ${columns} from organisation where id = any($1::uuid[])`;
  const rows = await queries.rows<NamedOrganisation>(sql, [ids]);
  return new Map(rows.map((organisation) => [organisation.id, organisation]));
}

/** One organisation by id or slug. */
export async function findOrganisation(queries: Queries, reference: string): Promise<NamedOrganisation | undefined> {
  const key = isUuid(reference) ? 'id = $1::uuid' : 'slug = $1';
  const [row] = await queries.rows<NamedOrganisation>(`select ${columns} from organisation where ${key}`, [reference]);
  return row;
}
