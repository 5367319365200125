import type { Change } from '#ledger/server';
import type { Person, PersonContent, PersonEvent } from '#organisations/domain';
import type { Transaction } from '#platform/database';

type PersonChange = Change<Person, PersonContent, PersonEvent>;

/**
 * Writes accounts. A closed one loses its sessions and unused links in the same transaction; one whose address changed
 * loses its unused links, since they went to the old address.
 */
export async function savePersons(transaction: Transaction, changes: readonly PersonChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into person (id, revision, name, email, operator, confirmed, closed, state, content, changed_at)
     select id, revision, coalesce(content->>'name', ''), content->>'email', (state->>'operator')::boolean,
       (state->>'confirmed')::boolean, (state->>'closed')::boolean, state, content, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, name = excluded.name, email = excluded.email,
       operator = excluded.operator, confirmed = excluded.confirmed, closed = excluded.closed, state = excluded.state,
       content = excluded.content, changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
  const at = changes[0]?.at;
  const having = (...types: readonly PersonEvent['type'][]) =>
    changes.filter(({ events }) => events.some(({ type }) => types.includes(type))).map(({ id }) => id);
  const closed = having('person-account-closed');
  if (closed.length > 0) {
    await transaction.rows('update session set revoked_at = $2 where person = any($1::uuid[]) and revoked_at is null', [
      closed,
      at,
    ]);
  }
  const unreachable = having('person-account-closed', 'person-address-changed');
  if (unreachable.length > 0) {
    await transaction.rows('delete from sign_in_link where person = any($1::uuid[]) and used_at is null', [
      unreachable,
    ]);
  }
}
