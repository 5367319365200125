import { addDays, localDate } from '#kernel';
import type { Door } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { CaseCommand } from '#sharing/domain';
import { forgetEvidenceOf } from '../evidence/index.ts';
import type { CaseAggregate } from './case-aggregate.ts';
import { scheduleMachine } from './schedule-machine.ts';

type Timely = Extract<
  CaseCommand['type'],
  'lapse-case' | 'remind-requester' | 'resume-case' | 'escalate-tasks' | 'review-holders'
>;

interface Clocked {
  readonly command: Timely;
  /** Cases that may be due, given today's date; whether one is, its rules decide by the owner's calendar. */
  readonly sql: string;
}

/** Reminders stand before the lapse: whoever comes late after an outage still reminds first where there is time. */
const clocked: readonly Clocked[] = [
  { command: 'remind-requester', sql: `status = 'returned' and returned_on < $1::date` },
  { command: 'lapse-case', sql: `status = 'returned' and returned_on < $1::date - 27` },
  { command: 'resume-case', sql: `status = 'on-hold' and held_until <= $1::date` },
  {
    command: 'escalate-tasks',
    sql: `status in ('open', 'under-review') and exists (select from case_work work
      where work.case_id = sharing_case.id and not work.escalated and work.due < $1::date)`,
  },
  {
    // Stand-ins begin and end by their dates, without any event on the day.
    command: 'review-holders',
    sql: `status in ('open', 'on-hold', 'returned', 'under-review') and organisation in (
      select organisation from stand_in where not ended
        and (from_day between $1::date - 7 and $1::date or until_day between $1::date - 8 and $1::date - 1))`,
  },
];

const batch = 100;

export interface ClockParts {
  readonly database: Database;
  readonly door: Door;
  readonly clock: Clock;
  readonly cases: CaseAggregate;
}

/**
 * Does what is due by date: reminders, lapses, ends of holds, escalations, and stand-ins that begin or end. Safe to run at any
 * hour, twice, and after days without a run.
 * @returns how many cases changed
 */
export async function keepCaseClocks(parts: ClockParts): Promise<number> {
  let changed = 0;
  for (const one of clocked) changed += await keepOne(parts, one);
  return changed;
}

async function keepOne({ database, door, clock, cases }: ClockParts, { command, sql }: Clocked): Promise<number> {
  const today = localDate(clock.now().toISOString());
  let changed = 0;
  for (let after: string | null = null; ;) {
    const due: { id: string }[] = await database.rows<{ id: string }>(
      `select id from sharing_case where ${sql} and ($2::uuid is null or id > $2) order by id limit ${batch}`,
      [today, after],
    );
    if (due.length === 0) return changed;
    const outcomes = await door.executeBatch(
      cases,
      scheduleMachine,
      due.map(({ id }) => ({ id, command: { type: command } })),
    );
    changed += outcomes.filter((outcome) => outcome.ok && outcome.value.events.length > 0).length;
    after = due.at(-1)?.id ?? null;
  }
}

/** Drafts that nobody has touched for six months go; what was submitted stays (domain, Retention). */
export async function forgetOldDrafts(database: Database, now: Date): Promise<readonly string[]> {
  const limit = addDays(localDate(now.toISOString()), -183);
  return database.transaction(async (transaction) => {
    const gone = await transaction.rows<{ id: string }>(
      `delete from request_draft where saved_at < $1::date
         and not exists (select from sharing_request where sharing_request.id = request_draft.id) returning id`,
      [limit],
    );
    const files: string[] = [];
    for (const { id } of gone) files.push(...(await forgetEvidenceOf(transaction, id)));
    return files;
  });
}
