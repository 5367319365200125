import { publicReader, writeAudience, type AudienceRow, type Change } from '#ledger/server';
import type { Transaction } from '#platform/database';
import {
  audienceOfQuestion,
  type DatasetQuestion,
  type DatasetQuestionContent,
  type QuestionEvent,
  type QuestionReader,
} from '#sharing/domain';
import { personReader, roleReader } from '../readers.ts';

type QuestionChange = Change<DatasetQuestion, DatasetQuestionContent, QuestionEvent>;

function keyOf(reader: QuestionReader): string {
  if ('everybody' in reader) return publicReader;
  return 'person' in reader ? personReader(reader.person) : roleReader(reader.organisation, reader.role);
}

/** Who reads a question, of those who see its dataset, as rows of `audience`. */
export const questionAudience = (question: DatasetQuestion): AudienceRow[] =>
  audienceOfQuestion(question).map((reader) => ({
    id: question.id,
    reader: keyOf(reader),
    standing: reader.standing,
  }));

/** Writes questions and who reads them. */
export async function saveQuestions(transaction: Transaction, changes: readonly QuestionChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at, events }) => ({
    ...{ id, revision, state, content, at },
    answered_at: events.some(({ type }) => type === 'question-answered') ? at : null,
  }));
  await transaction.rows(
    `insert into question (id, revision, dataset, organisation, asker, waits, state, content, asked_at, answered_at,
       changed_at)
     select id, revision, (state->>'dataset')::uuid, (state->>'organisation')::uuid, (state->'asker'->>'person')::uuid,
       state->>'state' = 'asked', state, coalesce(content, '{}'), at, answered_at, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz,
       answered_at timestamptz)
     on conflict (id) do update set revision = excluded.revision, organisation = excluded.organisation,
       waits = excluded.waits, state = excluded.state, content = excluded.content,
       answered_at = coalesce(excluded.answered_at, question.answered_at), changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
  const ids = changes.map(({ id }) => id);
  const audience = changes.flatMap(({ state }) => questionAudience(state));
  await writeAudience(transaction, 'question', ids, audience);
}
