import type { Database } from '#platform/database';

/** Deletes notices 12 months after they were read, and all 24 months after they were written. */
export async function forgetOldNotices(database: Database, now: Date): Promise<void> {
  await database.rows(
    `delete from notice
     where read_at < $1::timestamptz - interval '12 months' or at < $1::timestamptz - interval '24 months'`,
    [now],
  );
}
