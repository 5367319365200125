import { markRead } from '#notices/server';
import type { Loading } from './loading.ts';

/** Since when notices are unread, in working days; and how many each person has left unread whatever their age. */
const unread = { since: 4, newest: 1 };

/**
 * People have read what is old and asks nothing of them, so that a bell shows a handful: what waits for them, and what is new.
 */
export async function readOldNotices(loading: Loading): Promise<void> {
  const { transaction, days, clock } = loading;
  const read = await transaction.rows<{ person: string; ids: string[] }>(
    `select person, array_agg(id) as ids from (
       select person, id, at, kind = 'asks' and settled_at is null as waits,
         row_number() over (partition by person order by id desc) as place
       from notice
     ) told
     where at < $1::date and place > $2 and not waits group by person order by person`,
    [days.before(unread.since), unread.newest],
  );
  for (const { person, ids } of read) await markRead(transaction, person, { ids }, clock.now());
}
