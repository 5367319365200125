import type { Change } from '#ledger/server';
import type { Transaction } from '#platform/database';
import type { OwnQuestionSet, OwnQuestionSetContent, QuestionSetEvent } from '#sharing/domain';

/** Writes the newest questions of organisations, and keeps each version published. */
export async function saveQuestionSets(
  transaction: Transaction,
  changes: readonly Change<OwnQuestionSet, OwnQuestionSetContent, QuestionSetEvent>[],
): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into question_set (id, revision, organisation, state, content, changed_at)
     select id, revision, (state->>'organisation')::uuid, state, content, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, state = excluded.state, content = excluded.content,
       changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
  const versions = changes.flatMap(({ events, at }) =>
    events.map(({ facts, content }) => ({ ...facts, definition: content?.definition, at })),
  );
  await transaction.rows(
    `insert into question_set_version (organisation, version, definition, published_at)
     select organisation, version, definition, at
     from jsonb_to_recordset($1::jsonb) as row (organisation uuid, version integer, definition jsonb, at timestamptz)`,
    [JSON.stringify(versions)],
  );
}
