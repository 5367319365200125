import { writeAudience, type AudienceRow, type Change } from '#ledger/server';
import type { Transaction } from '#platform/database';
import {
  audienceBetween,
  servedDelivery,
  type Agreement,
  type AgreementContent,
  type AgreementEvent,
  type Between,
  type Permission,
  type PermissionContent,
  type PermissionEvent,
} from '#sharing/domain';
import { keyOfReader } from '../readers.ts';

export type AgreementChange = Change<Agreement, AgreementContent, AgreementEvent>;
export type PermissionChange = Change<Permission, PermissionContent, PermissionEvent>;

/** Who may see what stands between these, as rows of `audience`: whoever is on both sides is listed as one who receives. */
export function audienceRows(id: string, between: Between): AudienceRow[] {
  const rows = audienceBetween(between).map((reader) => ({
    id,
    reader: keyOfReader(reader),
    standing: reader.standing,
  }));
  return [...new Map(rows.reverse().map((row) => [row.reader, row])).values()];
}

/** The audience is written once: between whom it stands never changes. */
async function writeAudienceOf(
  transaction: Transaction,
  kind: 'agreement' | 'permission',
  changes: readonly (AgreementChange | PermissionChange)[],
): Promise<void> {
  const begun = changes.filter(({ before }) => before === undefined);
  if (begun.length === 0) return;
  const ids = begun.map(({ id }) => id);
  await writeAudience(
    transaction,
    kind,
    ids,
    begun.flatMap(({ id, state }) => audienceRows(id, state)),
  );
}

const rowOf = ({ id, revision, state, content, at }: AgreementChange | PermissionChange) => ({
  id,
  revision,
  state,
  content,
  at,
});

/** The store keeps what can be downloaded: an older version, and one that was recalled, are known by their hash alone. */
const keptFiles = ({ state }: PermissionChange): readonly string[] => {
  const file = servedDelivery(state)?.file;
  return file ? [file.id] : [];
};

const rowsOf = (changes: readonly (AgreementChange | PermissionChange)[]): string => JSON.stringify(changes.map(rowOf));

export async function saveAgreements(transaction: Transaction, changes: readonly AgreementChange[]): Promise<void> {
  await transaction.rows(
    `insert into agreement (id, case_id, request, revision, reference, provider, recipient, status, starts_on, ends_on,
       stepped_on, ended_on, state, content, drafted_at, changed_at)
     select id, (state->>'case')::uuid, (state->>'request')::uuid, revision, state->>'reference',
       (state->>'provider')::uuid, (state->'recipient'->>'organisation')::uuid, state->>'state',
       (state->'term'->>'start')::date, (state->'term'->>'end')::date, (state->>'steppedOn')::date,
       (state->'ended'->>'on')::date, state, content, at, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, status = excluded.status,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on, stepped_on = excluded.stepped_on,
       ended_on = excluded.ended_on, state = excluded.state, content = excluded.content,
       changed_at = excluded.changed_at`,
    [rowsOf(changes)],
  );
  await writeAudienceOf(transaction, 'agreement', changes);
}

export async function savePermissions(transaction: Transaction, changes: readonly PermissionChange[]): Promise<void> {
  await transaction.rows(
    `insert into permission (id, agreement, dataset, revision, provider, recipient, status, starts_on, ends_on,
       delivery, files, state, content, given_at, changed_at)
     select id, (state->>'agreement')::uuid, (state->>'dataset')::uuid, revision, (state->>'provider')::uuid,
       (state->'recipient'->>'organisation')::uuid, state->>'state', (state->>'start')::date, (state->>'end')::date,
       state->'deliveries'->-1->>'state',
       array(select jsonb_array_elements_text(files)::uuid), state, content, at, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz,
       files jsonb)
     on conflict (id) do update set revision = excluded.revision, status = excluded.status,
       delivery = excluded.delivery, files = excluded.files, state = excluded.state, content = excluded.content,
       changed_at = excluded.changed_at`,
    [JSON.stringify(changes.map((change) => ({ ...rowOf(change), files: keptFiles(change) })))],
  );
  await writeAudienceOf(transaction, 'permission', changes);
}

/** Of these files, the ones that a permission names. */
export async function deliveredFilesInUse(
  queries: Pick<Transaction, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await queries.rows<{ id: string }>(
    `select distinct file as id from permission, unnest(files) as file
     where files && $1::uuid[] and file = any($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
