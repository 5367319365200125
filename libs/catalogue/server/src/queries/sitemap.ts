import { publicReader } from '#ledger/server';
import type { Queries } from '#platform/database';

/** Addresses in one file of a sitemap; the protocol allows 50,000. */
export const sitemapSize = 10_000;

export interface SitemapEntry {
  readonly slug: string;
  readonly changedAt: Date;
}

const listedToAll = `from dataset join audience on audience.kind = 'dataset' and audience.id = dataset.id
    and audience.reader = $1
  where dataset.lifecycle = 'published'`;

/** How many files hold every dataset that everyone may find; one at least. */
export async function sitemapFiles(queries: Queries): Promise<number> {
  const [row] = await queries.rows<{ datasets: number }>(`select count(*)::integer as datasets ${listedToAll}`, [
    publicReader,
  ]);
  return Math.max(1, Math.ceil((row?.datasets ?? 0) / sitemapSize));
}

/** Datasets in the n-th file (from 1), in the order in which they were registered. */
export async function sitemapEntries(queries: Queries, file: number): Promise<SitemapEntry[]> {
  const rows = await queries.rows<{ slug: string; changed_at: Date }>(
    `select dataset.slug, dataset.changed_at ${listedToAll} order by dataset.id limit $2 offset $3`,
    [publicReader, sitemapSize, (file - 1) * sitemapSize],
  );
  return rows.map(({ slug, changed_at: changedAt }) => ({ slug, changedAt }));
}
