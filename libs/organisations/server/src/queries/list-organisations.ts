import type { Actor } from '#kernel';
import { readersOf } from '#ledger/server';
import type { OrganisationList, OrganisationSummary } from '#organisations/contracts';
import { organisationKindLabels, type OrganisationKind, type OrganisationStanding } from '#organisations/domain';
import type { Queries } from '#platform/database';

export interface SummaryRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly standing: OrganisationStanding;
}

/**
 * Counts what these reader keys may find of organisations' datasets, by organisation; of all organisations where none are
 * named. The feature that has datasets supplies it at the composition root, since it comes after this one.
 */
export type CountDatasets = (
  queries: Queries,
  readers: readonly string[],
  organisations?: readonly string[],
) => Promise<ReadonlyMap<string, number>>;

export const summaryOf = (row: SummaryRow, datasets: number | undefined): OrganisationSummary => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  kind: { code: row.kind, label: organisationKindLabels[row.kind] },
  standing: row.standing,
  datasets: datasets ?? 0,
});

/** Every organisation that the reader may see, by name, with the number of datasets that the reader may find. */
export async function listOrganisations(
  queries: Queries,
  actor: Actor,
  countDatasets: CountDatasets,
): Promise<OrganisationList> {
  const readers = readersOf(actor);
  const rows = await queries.rows<SummaryRow>(
    `select id, slug, name, kind, standing from organisation
     where exists (select from audience where audience.kind = 'organisation' and audience.id = organisation.id
       and audience.reader = any($1::text[]))
     order by lower(name), id`,
    [readers],
  );
  const counts = await countDatasets(queries, readers);
  return { items: rows.map((row) => summaryOf(row, counts.get(row.id))) };
}
