import type { Change } from '#ledger/server';
import type { StandInEvent, StandInRecord } from '#organisations/domain';
import type { Transaction } from '#platform/database';

type StandInChange = Change<StandInRecord, object, StandInEvent>;

/** Writes cover. */
export async function saveStandIns(transaction: Transaction, changes: readonly StandInChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into stand_in (id, revision, organisation, person, stand_in, roles, from_day, until_day, ended, state,
       content, changed_at)
     select id, revision, (state->>'organisation')::uuid, (state->>'person')::uuid, (state->>'standIn')::uuid,
       array(select jsonb_array_elements_text(state->'roles')), (state->>'from')::date, (state->>'until')::date,
       (state->>'ended')::boolean, state, coalesce(content, '{}'), at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, ended = excluded.ended, state = excluded.state,
       content = excluded.content, changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
}
