import type { NoticeList, NoticesQuery, NoticeView } from '#notices/contracts';
import type { Queries } from '#platform/database';
import { countNotices } from './count-notices.ts';

type NoticeRow = Omit<NoticeView, 'at'> & { readonly at: Date };

const parts = {
  all: '',
  waiting: "and settled_at is null and kind = 'asks'",
  happened: "and not (settled_at is null and kind = 'asks')",
};

/** Notices of a person, newest first; the order of ids is that of time. */
export async function listNotices(
  queries: Queries,
  person: string,
  { before, size, only }: NoticesQuery,
): Promise<NoticeList> {
  const rows = await queries.rows<NoticeRow>(
    `select id, kind, topic, sentence, href, at, read_at is not null as read, settled_at is not null as settled
     from notice where person = $1 and ($2::uuid is null or id < $2) ${parts[only ?? 'all']}
     order by id desc limit $3`,
    [person, before ?? null, size + 1],
  );
  const { unread } = await countNotices(queries, person);
  const items = rows.slice(0, size).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  const last = items.at(-1);
  return rows.length > size && last ? { items, unread, next: last.id } : { items, unread };
}
