import type { NoticeCount } from '#notices/contracts';
import type { Queries } from '#platform/database';

/** How many notices of a person are unread, and how many ask something of them; asked at every page. */
export async function countNotices(queries: Queries, person: string): Promise<NoticeCount> {
  const [count] = await queries.rows<NoticeCount>(
    `select (count(*) filter (where read_at is null))::integer as unread,
       (count(*) filter (where kind = 'asks'))::integer as asking
     from notice where person = $1 and settled_at is null and (read_at is null or kind = 'asks')`,
    [person],
  );
  return count ?? { unread: 0, asking: 0 };
}
