import type { Transaction } from '#platform/database';
import type { AudienceRow } from './readers.ts';

/** Writes who may see these objects, in place of what was written before, in the transaction that changed them. */
export async function writeAudience(
  transaction: Transaction,
  kind: string,
  ids: readonly string[],
  rows: readonly AudienceRow[],
): Promise<void> {
  await transaction.rows(
    `with wanted as (
       select id, reader, standing from jsonb_to_recordset($3::jsonb) as row (id uuid, reader text, standing text)
     ), gone as (
       delete from audience where kind = $1 and id = any($2::uuid[])
         and not exists (select from wanted where wanted.id = audience.id and wanted.reader = audience.reader)
     )
     insert into audience (kind, id, reader, standing) select $1, id, reader, standing from wanted
     on conflict (kind, id, reader) do update set standing = excluded.standing
       where audience.standing <> excluded.standing`,
    [kind, ids, JSON.stringify(rows)],
  );
}
