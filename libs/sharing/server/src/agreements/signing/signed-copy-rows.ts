import type { Actor } from '#kernel';
import type { Queries, Transaction } from '#platform/database';
import type { SignedCopy } from '#sharing/domain';

/** A scan as it is kept; its bytes stand in the store under the same id. */
export interface SignedCopyRow extends SignedCopy {
  readonly agreement: string;
  /** As its sender called it: words for people, never a place. */
  readonly name: string;
}

const columns = `id, agreement, name, bytes::integer as bytes, sha256, media_type as "mediaType"`;

/** Hours for which a scan waits to be put on record. */
const waits = '24 hours';

/** Keeps a scan that was sent in; one that the same person sent for the same agreement before and never recorded goes. */
export async function insertSignedCopy(
  transaction: Transaction,
  row: SignedCopyRow,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<readonly string[]> {
  const gone = await transaction.rows<{ id: string }>(
    'delete from signed_copy where agreement = $1 and uploaded_by = $2 and recorded_at is null returning id',
    [row.agreement, by],
  );
  await transaction.rows(
    `insert into signed_copy (id, agreement, name, bytes, sha256, media_type, uploaded_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.agreement, row.name, row.bytes, row.sha256, row.mediaType, by, at],
  );
  return gone.map(({ id }) => id);
}

/** Takes a scan of the actor's into the record; undefined where they sent none that still waits. */
export async function takeSignedCopy(
  transaction: Transaction,
  at: Date,
  { id, agreement, actor }: { readonly id: string; readonly agreement: string; readonly actor: Actor },
): Promise<SignedCopy | undefined> {
  if (actor.kind !== 'person') return undefined;
  const [row] = await transaction.rows<SignedCopy>(
    `update signed_copy set recorded_at = $4 where id = $1 and agreement = $2 and uploaded_by = $3
       and recorded_at is null and at > $4::timestamptz - $5::interval
     returning id, bytes::integer as bytes, sha256, media_type as "mediaType"`,
    [id, agreement, actor.person, at, waits],
  );
  return row;
}

export const copiesOf = (queries: Queries, ids: readonly string[]): Promise<readonly SignedCopyRow[]> =>
  queries.rows<SignedCopyRow>(`select ${columns} from signed_copy where id = any($1::uuid[])`, [ids]);

/** Of these files of the store, the scans that a signature names, and those that may still be put on record. */
export async function signedCopiesInUse(queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queries.rows<{ id: string }>('select id from signed_copy where id = any($1::uuid[])', [ids]);
  return new Set(rows.map(({ id }) => id));
}

/** Lets go of scans that nobody put on record; what the store holds of them goes with the files that nothing names. */
export async function forgetUnrecordedCopies(queries: Queries, now: Date): Promise<void> {
  await queries.rows('delete from signed_copy where recorded_at is null and at < $1::timestamptz - $2::interval', [
    now,
    waits,
  ]);
}

/** Written before the first byte is sent: none is read without a trace. */
export async function recordCopyRead(
  queries: Queries,
  { copy, person, at }: { readonly copy: SignedCopyRow; readonly person: string; readonly at: Date },
): Promise<void> {
  await queries.rows('insert into signed_copy_read (file, agreement, person, at) values ($1, $2, $3, $4)', [
    ...[copy.id, copy.agreement, person, at],
  ]);
}

interface CopyRead {
  readonly file: string;
  readonly person: string;
  readonly by: string;
  readonly last: string;
}

/** Who has opened which scan, and when last, the newest first. */
export async function readsOfCopies(queries: Queries, ids: readonly string[]): Promise<readonly CopyRead[]> {
  const rows = await queries.rows<Omit<CopyRead, 'last'> & { readonly last: Date }>(
    `select read.file, read.person, coalesce(nullif(person.name, ''), 'somebody whose name was erased') as by,
       max(read.at) as last
     from signed_copy_read read left join person on person.id = read.person
     where read.file = any($1::uuid[]) group by read.file, read.person, person.name order by max(read.at) desc`,
    [ids],
  );
  return rows.map(({ last, ...rest }) => ({ ...rest, last: last.toISOString() }));
}
