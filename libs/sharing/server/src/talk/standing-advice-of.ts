import type { LocalDate } from '#kernel';
import type { Queries } from '#platform/database';
import { adviceOf, type StandingAdvice, type StandingAdviceContent, type StandingAdviceRecord } from '#sharing/domain';

/**
 * SQL of whether the giver of a row of `standing_advice` is a current member of its organisation with an open account: advice
 * of somebody who has left is nobody's, and is used no more.
 */
export const giverIsThereSql = `exists (select from membership join person on person.id = membership.person
  where membership.organisation = standing_advice.organisation and membership.person = standing_advice.by_person
    and not membership.ended and not person.closed)`;

/** Standing advice of organisations that is used on this day, in the shape that decisions on cases take; oldest first. */
export async function standingAdviceOf(
  queries: Queries,
  organisations: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, readonly StandingAdvice[]>> {
  const rows = await queries.rows<{
    organisation: string;
    state: StandingAdviceRecord;
    content: StandingAdviceContent;
  }>(
    `select organisation, state, content from standing_advice
     where organisation = any($1::uuid[]) and not ended and until_day >= $2::date and ${giverIsThereSql} order by id`,
    [organisations, today],
    'standing-advice',
  );
  const groups = Map.groupBy(rows, ({ organisation }) => organisation);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ state, content }) => adviceOf(state, content))]));
}
