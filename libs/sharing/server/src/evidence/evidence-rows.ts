import type { Queries, Transaction } from '#platform/database';

/** A file of evidence as it is kept; its bytes stand in the store under the same id. */
export interface EvidenceRow {
  readonly id: string;
  readonly request: string;
  /** Id of the question for which it was added. */
  readonly question: string;
  /** As its sender called it, without paths: words for people, never a place. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly uploadedBy: string;
  readonly at: Date;
}

const columns = `id, request, question, name, bytes::integer as bytes, sha256, media_type as "mediaType",
  uploaded_by as "uploadedBy", at`;

/** The files of a request, the oldest first; whether an answer names them is the answer's to say. */
export const evidenceOf = (queries: Queries, request: string): Promise<readonly EvidenceRow[]> =>
  queries.rows<EvidenceRow>(`select ${columns} from evidence_file where request = $1 order by at, id`, [request]);

export async function evidenceFileOf(queries: Queries, request: string, id: string): Promise<EvidenceRow | undefined> {
  const [row] = await queries.rows<EvidenceRow>(`select ${columns} from evidence_file where request = $1 and id = $2`, [
    request,
    id,
  ]);
  return row;
}

/** Of these files of the store, the ones that a request holds as evidence. */
export async function evidenceInUse(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queries.rows<{ id: string }>('select id from evidence_file where id = any($1::uuid[])', [ids]);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Keeps the files of a request as they are until the transaction ends: none is added and none removed. A submission takes
 * it before it reads them, so that it names no file that goes away meanwhile.
 */
export async function lockEvidence(transaction: Transaction, request: string): Promise<void> {
  await transaction.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `evidence:${request.toLowerCase()}`,
  ]);
}

export async function insertEvidence(transaction: Transaction, row: EvidenceRow): Promise<void> {
  const { id, request, question, name, bytes, sha256, mediaType, uploadedBy, at } = row;
  await transaction.rows(
    `insert into evidence_file (id, request, question, name, bytes, sha256, media_type, uploaded_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, request, question, name, bytes, sha256, mediaType, uploadedBy, at],
  );
}

export async function deleteEvidence(transaction: Transaction, id: string): Promise<void> {
  await transaction.rows('delete from evidence_file where id = $1', [id]);
}

/**
 * Lets go of all files of a request, with the draft that is deleted.
 * @returns ids that the store is to remove once the transaction is committed; what it misses the schedule finds
 */
export async function forgetEvidenceOf(transaction: Transaction, request: string): Promise<readonly string[]> {
  await lockEvidence(transaction, request);
  const rows = await transaction.rows<{ id: string }>('delete from evidence_file where request = $1 returning id', [
    request,
  ]);
  return rows.map(({ id }) => id);
}
