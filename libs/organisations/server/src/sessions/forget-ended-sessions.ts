import type { Database } from '#platform/database';

/**
 * Deletes sessions that ended more than 30 days ago, sign-in links that expired as long ago, and counts of failed sign-in
 * attempts that count no longer.
 */
export async function forgetEndedSessions(database: Database, now: Date): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.rows(`delete from session where absolute_until < $1::timestamptz - interval '30 days'`, [now]);
    await transaction.rows(`delete from sign_in_link where expires_at < $1::timestamptz - interval '30 days'`, [now]);
    await transaction.rows(`delete from sign_in_throttle where expire < $1`, [now.getTime()]);
  });
}
