import type { Dataset, DatasetContent } from '#catalogue/domain';
import { isUuid } from '#kernel';
import type { Database } from '#platform/database';

/** A dataset as read for a page, with the little that it shows of other rows. */
export interface DatasetRow {
  readonly id: string;
  readonly revision: number;
  readonly state: Dataset;
  readonly content: DatasetContent;
  readonly registered_at: Date;
  readonly changed_at: Date;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  /** `unclaimed` is known only from a feed. */
  readonly organisation_standing: string;
  readonly source_title: string | null;
  readonly source_address: string | null;
  readonly source_read_at: Date | null;
  /** Whether the reader has accepted the terms as they are now. */
  readonly termsAccepted?: boolean;
}

const columns = `select dataset.id, dataset.revision, dataset.state, dataset.content, dataset.registered_at,
    dataset.changed_at, organisation.slug as organisation_slug, organisation.name as organisation_name,
    organisation.standing as organisation_standing,
    coalesce(import_source.title, import_source.address, split_part(import_source.canonical, '?', 1)) as source_title,
    import_source.address as source_address,
    (select max(finished_at) from import_run where import_run.source = dataset.source) as source_read_at
  from dataset
  join organisation on organisation.id = dataset.organisation
  left join import_source on import_source.id = dataset.source`;

/** One dataset by its id or its slug, whoever asks: visibility is the caller's to check. */
export async function datasetRow(database: Database, idOrSlug: string): Promise<DatasetRow | undefined> {
  const [row] = isUuid(idOrSlug)
    ? await database.prepared<DatasetRow>('dataset-by-id', `${columns} where dataset.id = $1`, [idOrSlug])
    : await database.prepared<DatasetRow>('dataset-by-slug', `${columns} where dataset.slug = $1`, [idOrSlug]);
  return row;
}
