import type { Queries } from '#platform/database';

/** Which datasets are meant: one by its slug, or those of a subject area. */
export interface DatasetsAbout {
  readonly slug?: string;
  readonly subjectArea?: string;
}

/** Datasets of these organisations that are meant, with their titles, whoever asks: the right to them is the caller's to check. */
export const datasetsAbout = (
  queries: Queries,
  organisations: readonly string[],
  { slug, subjectArea }: DatasetsAbout,
): Promise<{ id: string; title: string }[]> =>
  queries.rows<{ id: string; title: string }>(
    `select id, content->>'title' as title from dataset
     where organisation = any($1::uuid[]) and ($2::text is null or slug = $2)
       and ($3::text is null or state->'subjectAreas' ? $3)`,
    [organisations, slug ?? null, subjectArea ?? null],
    'datasets-about',
  );
