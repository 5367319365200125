import type { Change, Stored } from '#ledger/server';
import type { Queries, Transaction } from '#platform/database';
import type { OwnQuestionSet, OwnQuestionSetContent, QuestionSetEvent } from '#sharing/domain';

type StateRow = Stored<OwnQuestionSet, OwnQuestionSetContent> & { readonly id: string };

/** Reads and locks rows in the order of their ids. */
export async function lockQuestionSets(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, Stored<OwnQuestionSet, OwnQuestionSetContent>>> {
  const rows = await transaction.rows<StateRow>(
    'select id, revision, state, content from question_set where id = any($1::uuid[]) order by id for update',
    [ids],
  );
  return new Map(rows.map(({ id, ...stored }) => [id, stored]));
}

/** Reads rows page by page for replay, in the order of their ids. */
export const pageOfQuestionSets = (queries: Queries, after: string | null, size: number): Promise<StateRow[]> =>
  queries.rows(
    `select id, revision, state, content from question_set where ($1::uuid is null or id > $1) order by id limit $2`,
    [after, size],
  );

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
