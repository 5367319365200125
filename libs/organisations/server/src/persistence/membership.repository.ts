import type { Change } from '#ledger/server';
import type { MembershipEvent, MembershipRecord } from '#organisations/domain';
import type { Transaction } from '#platform/database';

type MembershipChange = Change<MembershipRecord, object, MembershipEvent>;

/** Writes memberships. */
export async function saveMemberships(transaction: Transaction, changes: readonly MembershipChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into membership (id, revision, person, organisation, unit, roles, ended, state, content, changed_at)
     select id, revision, (state->>'person')::uuid, (state->>'organisation')::uuid, (state->>'unit')::uuid,
       array(select jsonb_array_elements_text(state->'roles')), (state->>'ended')::boolean, state, coalesce(content, '{}'), at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, unit = excluded.unit, roles = excluded.roles,
       ended = excluded.ended, state = excluded.state, content = excluded.content, changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
}
