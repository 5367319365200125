import { localDate, refused } from '#kernel';
import { unseen } from '#ledger/server';
import type { Database } from '#platform/database';
import { dueReminder, endReminders, openNotices, type AgreementCommand, type Permission } from '#sharing/domain';
import { scheduleMachine } from '../cases/schedule-machine.ts';
import { followAgreement, lockCaseOf, type AgreementParts } from './follow-agreement.ts';

interface Clocked {
  readonly command: Extract<AgreementCommand['type'], 'expire-agreement' | 'abandon-agreement' | 'close-unconfirmed'>;
  /** Agreements that may be due, given today's date; whether one is, its rules decide by the provider's calendar. */
  readonly sql: string;
}

const clocked: readonly Clocked[] = [
  { command: 'expire-agreement', sql: `status in ('in-force', 'suspended') and ends_on < $1::date` },
  // 60 and 40 working days are 84 and 56 days at least.
  {
    command: 'abandon-agreement',
    sql: `status in ('drafting', 'negotiating', 'awaiting-signatures') and stepped_on < $1::date - 83`,
  },
  { command: 'close-unconfirmed', sql: `status = 'disposal-due' and ended_on < $1::date - 55` },
];

/**
 * Does what is due by date: agreements end on their last day with their permissions, terms nobody signs are abandoned, a disposal
 * that nobody confirms is noted, both sides are told of an end that is near. Safe to run at any hour, twice, and after days without a run.
 * @returns how many agreements and permissions changed
 */
export async function keepAgreementClocks(parts: AgreementParts & { readonly database: Database }): Promise<number> {
  const today = localDate(parts.clock.now().toISOString());
  let changed = 0;
  for (const { command, sql } of clocked) {
    const due = await parts.database.rows<{ id: string }>(`select id from agreement where ${sql} order by id`, [today]);
    for (const { id } of due) if (await keepOne(parts, id, command)) changed += 1;
  }
  return changed + (await remindOfEnds(parts, today)) + (await noteSilences(parts, today));
}

/** Notices that nobody answered in time; which of a permission's are, its rules decide. */
async function noteSilences(parts: AgreementParts & { readonly database: Database }, today: string): Promise<number> {
  const noticed = await parts.database.rows<{ id: string; state: Permission }>(
    `select id, state from permission where state->'notices' is not null order by id`,
  );
  let noted = 0;
  for (const { id, state } of noticed) {
    if (!openNotices(state).some(({ answerBy, silent }) => answerBy < today && silent === undefined)) continue;
    const item = { id, command: { type: 'note-silence' as const } };
    const outcome = await parts.door.execute(parts.permissions, scheduleMachine, item);
    if (outcome.ok && outcome.value.events.length > 0) noted += 1;
  }
  return noted;
}

/** Permissions whose last day is near; whether they are told of it, and how near it is, their rules decide. */
async function remindOfEnds(parts: AgreementParts & { readonly database: Database }, today: string): Promise<number> {
  const [longest] = endReminders;
  const due = await parts.database.rows<{ id: string; state: Permission }>(
    `select id, state from permission where status = 'given' and ends_on between $1::date and $1::date + $2::integer
     order by id`,
    [today, longest],
  );
  let reminded = 0;
  for (const { id, state } of due) {
    if (dueReminder(state, today) === undefined) continue;
    const item = { id, command: { type: 'remind-of-end' as const } };
    const outcome = await parts.door.execute(parts.permissions, scheduleMachine, item);
    if (outcome.ok && outcome.value.events.length > 0) reminded += 1;
  }
  return reminded;
}

async function keepOne(parts: AgreementParts, id: string, type: Clocked['command']): Promise<boolean> {
  const { door, agreements } = parts;
  const outcome = await door.together(scheduleMachine, undefined, async (transaction) => {
    await lockCaseOf(transaction, id);
    const [done = refused(unseen)] = await door.perform(transaction, agreements, scheduleMachine, [
      { id, command: { type } },
    ]);
    return followAgreement(parts, transaction, scheduleMachine, done);
  });
  return outcome.ok && outcome.value.events.length > 0;
}
