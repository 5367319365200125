import { localDate, refused } from '#kernel';
import { unseen } from '#ledger/server';
import type { Database } from '#platform/database';
import type { AgreementCommand } from '#sharing/domain';
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
 * that nobody confirms is noted. Safe to run at any hour, twice, and after days without a run.
 * @returns how many agreements changed
 */
export async function keepAgreementClocks(parts: AgreementParts & { readonly database: Database }): Promise<number> {
  const today = localDate(parts.clock.now().toISOString());
  let changed = 0;
  for (const { command, sql } of clocked) {
    const due = await parts.database.rows<{ id: string }>(`select id from agreement where ${sql} order by id`, [today]);
    for (const { id } of due) if (await keepOne(parts, id, command)) changed += 1;
  }
  return changed;
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
