import type { Queries } from '#platform/database';

/** Somebody of another side who was given a file of evidence. */
export interface EvidenceRead {
  readonly file: string;
  readonly request: string;
  readonly person: string;
  /** For which organisation they read it. */
  readonly organisation: string;
  readonly at: Date;
}

/** Written before the first byte is sent: none is read without a trace. */
export async function recordEvidenceRead(queries: Queries, read: EvidenceRead): Promise<void> {
  const { file, request, person, organisation, at } = read;
  await queries.rows(
    'insert into evidence_read (file, request, person, organisation, at) values ($1, $2, $3, $4, $5)',
    [file, request, person, organisation, at],
  );
}

/** Who of another side was given which file of a request, the newest first: for those who asked to see. */
export const evidenceReadsOf = (queries: Queries, request: string): Promise<readonly EvidenceRead[]> =>
  queries.rows<EvidenceRead>(
    'select file, request, person, organisation, at from evidence_read where request = $1 order by at desc, file',
    [request],
  );
