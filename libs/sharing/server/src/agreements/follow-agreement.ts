import { sharedDatasets } from '#catalogue/server';
import { uuidv7, type Actor, type Outcome } from '#kernel';
import type { Done, Door } from '#ledger/server';
import type { Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Agreement, PermissionCommand } from '#sharing/domain';
import type { CaseAggregate } from '../cases/case-aggregate.ts';
import type { AgreementAggregate, PermissionAggregate } from './agreement-aggregate.ts';

export interface AgreementParts {
  readonly door: Door;
  readonly clock: Clock;
  readonly agreements: AgreementAggregate;
  readonly permissions: PermissionAggregate;
  readonly cases: CaseAggregate;
}

type Follow = (
  parts: AgreementParts,
  transaction: Transaction,
  actor: Actor,
  agreement: { readonly id: string; readonly state: Agreement },
) => Promise<readonly Outcome<Done>[]>;

/** The last signature gives one permission for each dataset. */
const givePermissions: Follow = async ({ door, clock, permissions }, transaction, actor, { id, state }) => {
  const shared = await sharedDatasets(
    transaction,
    state.datasets.map(({ dataset }) => dataset),
  );
  const newId = (): string => uuidv7(clock.now().getTime());
  const { provider, recipient, boards, reference, term } = state;
  const items = state.datasets.map((dataset) => ({
    id: newId(),
    command: {
      ...dataset,
      ...{ provider, recipient, boards, reference, start: term.start, end: term.end },
      ...(state.refreshed ? { refreshed: state.refreshed } : {}),
      type: 'give-permission' as const,
      agreement: id,
      stored: shared.get(dataset.dataset)?.csv !== undefined,
      delivery: newId(),
    },
  }));
  return door.perform(
    transaction,
    permissions,
    actor,
    items.map((item) => ({ ...item, command: { ...item.command, id: item.id } })),
  );
};

/** What befalls an agreement befalls its permissions, in the same decision. */
const follow =
  (command: PermissionCommand, states: readonly string[]): Follow =>
  async ({ door, permissions }, transaction, actor, { id }) => {
    const rows = await transaction.rows<{ id: string; revision: number }>(
      'select id, revision from permission where agreement = $1 and status = any($2::text[]) order by id for update',
      [id, states],
    );
    const items = rows.map((row) => ({ ...row, command }));
    return items.length === 0 ? [] : door.perform(transaction, permissions, actor, items);
  };

/** A decision whose agreement was abandoned is not taken up; one that fell before has no need to be told. */
const notTakenUp: Follow = async ({ door, cases }, transaction, actor, { state }) => {
  const rows = await transaction.rows<{ id: string; revision: number }>(
    `select id, revision from sharing_case where id = $1 and status = 'decided' for update`,
    [state.case],
  );
  const items = rows.map((row) => ({ ...row, command: { type: 'note-not-taken-up' as const } }));
  return items.length === 0 ? [] : door.perform(transaction, cases, actor, items);
};

const following: Readonly<Record<string, Follow>> = {
  'agreement-in-force': givePermissions,
  'agreement-suspended': follow({ type: 'suspend-permission' }, ['given']),
  'agreement-resumed': follow({ type: 'resume-permission' }, ['suspended']),
  'agreement-ended': async (parts, transaction, actor, agreement) => {
    const how = agreement.state.ended?.how ?? 'terminated';
    return follow({ type: 'end-permission', how }, ['given', 'suspended'])(parts, transaction, actor, agreement);
  },
  'agreement-abandoned': notTakenUp,
};

/**
 * What must be true at once with what was just decided about an agreement: its permissions, and the case it came from. Locks are
 * taken in the order case, agreement, permission; the caller has locked the case where it may change.
 * @returns the first refusal among what follows, or what was done to the agreement
 */
export async function followAgreement(
  parts: AgreementParts,
  transaction: Transaction,
  actor: Actor,
  done: Outcome<Done>,
): Promise<Outcome<Done>> {
  if (!done.ok) return done;
  const { id, events } = done.value;
  const follows = events.flatMap((event) => following[event] ?? []);
  if (follows.length === 0) return done;
  const [row] = await transaction.rows<{ state: Agreement }>('select state from agreement where id = $1', [id]);
  if (!row) throw new Error('An agreement that was just decided about is not there');
  for (const each of follows) {
    const outcomes = await each(parts, transaction, actor, { id, state: row.state });
    const no = outcomes.find((outcome) => !outcome.ok);
    if (no) return no;
  }
  return done;
}

/** Locks the case of an agreement before the agreement itself. */
export const lockCaseOf = (transaction: Transaction, agreement: string): Promise<object[]> =>
  transaction.rows('select id from sharing_case where id = (select case_id from agreement where id = $1) for update', [
    agreement,
  ]);
