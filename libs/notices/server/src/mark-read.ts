import type { ReadNoticesBody } from '#notices/contracts';
import type { Queries } from '#platform/database';

/** Marks notices of one person as read; ids of others' notices, or of none, change nothing. Read marks are not ledgered. */
export async function markRead(
  queries: Queries,
  person: string,
  { ids = [], upTo }: ReadNoticesBody,
  at: Date,
): Promise<void> {
  await queries.rows(
    `update notice set read_at = $2 where id in (
       select id from notice
       where person = $1 and read_at is null
         and (id = any($3::uuid[]) or id <= (select id from notice where id = $4 and person = $1))
       order by id for update)`,
    [person, at, ids, upTo ?? null],
  );
}
