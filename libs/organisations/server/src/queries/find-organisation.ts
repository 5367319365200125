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

/** One organisation by id or slug. */
export async function findOrganisation(queries: Queries, reference: string): Promise<NamedOrganisation | undefined> {
  const key = isUuid(reference) ? 'id = $1::uuid' : 'slug = $1';
  const [row] = await queries.rows<NamedOrganisation>(`select ${columns} from organisation where ${key}`, [reference]);
  return row;
}
