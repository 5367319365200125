import { publicReader, writeAudience, type Change } from '#ledger/server';
import {
  unitNameKey,
  type Organisation,
  type OrganisationContent,
  type OrganisationEvent,
} from '#organisations/domain';
import type { Transaction } from '#platform/database';

type OrganisationChange = Change<Organisation, OrganisationContent, OrganisationEvent>;

const unitsOf = ({ id, state, content }: OrganisationChange) =>
  state.units.map((unit) => ({ ...unit, organisation: id, name: content[unitNameKey(unit.id)] ?? '' }));

/** Writes organisations and their units; everybody may see every organisation. */
export async function saveOrganisations(
  transaction: Transaction,
  changes: readonly OrganisationChange[],
): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into organisation (id, revision, slug, kind, standing, name, state, content, changed_at)
     select id, revision, state->>'slug', state->>'kind', state->>'standing', content->>'name', state, content, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, slug = excluded.slug, kind = excluded.kind,
       standing = excluded.standing, name = excluded.name, state = excluded.state, content = excluded.content,
       changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
  await transaction.rows(
    `insert into organisation_unit (id, organisation, name, closed)
     select id, organisation, name, closed
     from jsonb_to_recordset($1::jsonb) as row (id uuid, organisation uuid, name text, closed boolean)
     on conflict (id) do update set name = excluded.name, closed = excluded.closed`,
    [JSON.stringify(changes.flatMap(unitsOf))],
  );
  const fresh = changes.filter((change) => change.before === undefined).map(({ id }) => id);
  await writeAudience(
    transaction,
    'organisation',
    fresh,
    fresh.map((id) => ({ id, reader: publicReader, standing: 'public' })),
  );
}
