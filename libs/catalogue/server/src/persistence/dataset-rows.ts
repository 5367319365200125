import type { Dataset, DatasetContent, DatasetEvent } from '#catalogue/domain';
import { audienceOf } from '#catalogue/domain';
import { membersReader, publicReader, writeAudience, type AudienceRow, type Change } from '#ledger/server';
import type { Transaction } from '#platform/database';

export type DatasetChange = Change<Dataset, DatasetContent, DatasetEvent>;

/** Who may see a dataset, as rows of `audience`. Its own organisation always may. */
export function datasetAudience(dataset: Dataset): AudienceRow[] {
  const audience = audienceOf(dataset);
  const rows: AudienceRow[] = [{ id: dataset.id, reader: dataset.organisation, standing: 'colleague' }];
  if (audience === 'members') rows.push({ id: dataset.id, reader: membersReader, standing: 'member' });
  if (audience === 'public') rows.push({ id: dataset.id, reader: publicReader, standing: 'public' });
  return rows;
}

/** Writes state rows of many datasets in one statement, and who may see them in another. */
export async function saveDatasets(transaction: Transaction, changes: readonly DatasetChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({
    id,
    organisation: state.organisation,
    slug: state.slug,
    revision,
    lifecycle: state.lifecycle,
    access: state.access,
    visibility: state.visibility,
    source: state.source?.source ?? null,
    source_key: state.source?.key ?? null,
    source_present: state.source?.present ?? null,
    state,
    content,
    changed_at: at,
  }));
  await transaction.rows(
    `insert into dataset (id, organisation, slug, revision, lifecycle, access, visibility, source, source_key,
       source_present, state, content, registered_at, changed_at)
     select id, organisation, slug, revision, lifecycle, access, visibility, source, source_key, source_present, state,
       content, changed_at, changed_at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, organisation uuid, slug text, revision integer, lifecycle text,
       access text, visibility text, source uuid, source_key text, source_present boolean, state jsonb, content jsonb,
       changed_at timestamptz)
     on conflict (id) do update set revision = excluded.revision, lifecycle = excluded.lifecycle,
       access = excluded.access, visibility = excluded.visibility, source_present = excluded.source_present,
       state = excluded.state, content = excluded.content, changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
  const audienceChanged = changes.filter(
    ({ state, before }) => !before || audienceOf(before.state) !== audienceOf(state),
  );
  if (audienceChanged.length === 0) return;
  const ids = audienceChanged.map(({ id }) => id);
  await writeAudience(
    transaction,
    'dataset',
    ids,
    audienceChanged.flatMap(({ state }) => datasetAudience(state)),
  );
}

/** Tells caches of counted pages that the catalogue changed; last in its transaction, since it locks one row for all. */
export const raiseEdition = (transaction: Transaction): Promise<object[]> =>
  transaction.rows(`update catalogue_edition set edition = edition + 1`);
