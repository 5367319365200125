import type { MailPreferences } from '#notices/contracts';
import { noticeKinds, usualWay, type MailWay, type NoticeKind } from '#notices/domain';
import type { Queries } from '#platform/database';

export async function readPreferences(queries: Queries, person: string): Promise<MailPreferences> {
  const rows = await queries.rows<{ kind: NoticeKind; way: MailWay }>(
    'select kind, way from notice_preference where person = $1',
    [person],
  );
  const chosen = new Map(rows.map(({ kind, way }) => [kind, way]));
  return { asks: chosen.get('asks') ?? usualWay.asks, tells: chosen.get('tells') ?? usualWay.tells };
}

/** Keeps how somebody wants to be told. What is on its way goes as it was meant to. */
export async function setPreferences(
  queries: Queries,
  person: string,
  ways: MailPreferences,
  at: Date,
): Promise<MailPreferences> {
  await queries.rows(
    `insert into notice_preference (person, kind, way, changed_at)
     select $1, kind, way, $4 from unnest($2::text[], $3::text[]) as given (kind, way)
     on conflict (person, kind) do update set way = excluded.way, changed_at = excluded.changed_at`,
    [person, noticeKinds, noticeKinds.map((kind) => ways[kind]), at],
  );
  return ways;
}
