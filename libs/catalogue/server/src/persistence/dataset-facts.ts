import type { Dataset, DatasetCommand, DatasetContent, DatasetFacts } from '#catalogue/domain';
import { numberedSlug } from '#kernel';
import type { Loaded } from '#ledger/server';
import type { Transaction } from '#platform/database';

type LoadedDataset = Loaded<Dataset, DatasetContent, DatasetCommand>;

interface OrganisationRow {
  readonly id: string;
  readonly units: string[];
  readonly owners: string[];
  readonly stewards: string[];
}

const organisationOf = ({ stored, command }: LoadedDataset): string | undefined =>
  stored?.state.organisation ?? ('organisation' in command ? command.organisation : undefined);

/** What decisions on these datasets must know of other rows, read once for all of them. */
export async function datasetFacts(transaction: Transaction, items: readonly LoadedDataset[]): Promise<DatasetFacts[]> {
  const ids = [...new Set(items.map(organisationOf).filter((id) => id !== undefined))];
  const organisations = new Map(
    (
      await transaction.rows<OrganisationRow>(
        `select organisation.id,
           array(select unit.id::text from organisation_unit unit where unit.organisation = organisation.id
             and not unit.closed) as units,
           array(select person.id::text from membership join person on person.id = membership.person
             where membership.organisation = organisation.id and not ended and not person.closed
               and 'owner' = any(roles)) as owners,
           array(select person.id::text from membership join person on person.id = membership.person
             where membership.organisation = organisation.id and not ended and not person.closed
               and 'steward' = any(roles)) as stewards
         from organisation where organisation.id = any($1::uuid[])`,
        [ids],
      )
    ).map((row) => [row.id, row]),
  );
  const slugs = await freeSlugs(transaction, items);
  return items.map((item, index) => {
    const organisation = organisations.get(organisationOf(item) ?? '');
    const unit = 'unit' in item.command ? item.command.unit : undefined;
    return {
      slug: slugs[index],
      organisationKnown: organisation !== undefined,
      unitKnown: unit === undefined || (organisation?.units.includes(unit) ?? false),
      owners: organisation?.owners ?? [],
      stewards: organisation?.stewards ?? [],
    };
  });
}

/** For each new dataset the slug it asks for, or the next free one; no two of a batch get the same. */
async function freeSlugs(transaction: Transaction, items: readonly LoadedDataset[]): Promise<(string | undefined)[]> {
  const wanted = items.map(({ stored, command }) => (!stored && 'slug' in command ? command.slug : undefined));
  const asked = [...new Set(wanted.filter((slug) => slug !== undefined))];
  if (asked.length === 0) return wanted;
  const taken = await takenSlugs(transaction, asked);
  return wanted.map((slug) => {
    if (slug === undefined) return undefined;
    for (let attempt = 1; ; attempt += 1) {
      const candidate = numberedSlug(slug, attempt);
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  });
}

/**
 * Slugs in use that are one of those asked for, or one of them with a number behind it. A tilde sorts behind all that a slug
 * is made of, so a range of the index holds whatever begins alike.
 */
async function takenSlugs(transaction: Transaction, asked: readonly string[]): Promise<Set<string>> {
  const exact = await transaction.rows<{ slug: string }>(`select slug from dataset where slug = any($1)`, [asked]);
  const taken = new Set(exact.map(({ slug }) => slug));
  const crowded = asked.filter((slug, index) => taken.has(slug) || asked.indexOf(slug) !== index || slug.length > 70);
  if (crowded.length === 0) return taken;
  const like = await transaction.rows<{ slug: string }>(
    `select dataset.slug
     from unnest($1::text[]) as stem,
       lateral (select case when length(stem) > 70 then left(stem, 70) else stem || '-' end as start) as numbered
     join dataset on dataset.slug >= numbered.start and dataset.slug < numbered.start || '~'
     where dataset.slug ~ '-[0-9]+$'`,
    [crowded],
  );
  for (const { slug } of like) taken.add(slug);
  return taken;
}
