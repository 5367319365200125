import { aboutInside, lockRows, pageOfRows, type Aggregate, type Change } from '#ledger/server';
import type { Transaction } from '#platform/database';
import { caseMessageEvents } from '#sharing/contracts';
import {
  caseMessageRight,
  caseMessageStandingsOf,
  decideCaseMessage,
  evolveCaseMessage,
  type CaseMessage,
  type CaseMessageCommand,
  type CaseMessageContent,
  type CaseMessageEvent,
} from '#sharing/domain';

type MessageChange = Change<CaseMessage, CaseMessageContent, CaseMessageEvent>;

async function saveMessages(transaction: Transaction, changes: readonly MessageChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into case_message (id, revision, request, case_id, kind, side, person, writes_for, state, content, posted_at)
     select id, revision, (state->>'request')::uuid, (state->>'case')::uuid, state->>'kind', state->>'side',
       (state->>'person')::uuid, (state->>'writesFor')::uuid, state, coalesce(content, '{}'), at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)`,
    [JSON.stringify(rows)],
  );
}

/** Messages and notes, each a history of its own, so that what is said makes no decision on the case stale. */
export const messageAggregate: Aggregate<
  CaseMessage,
  CaseMessageContent,
  CaseMessageCommand,
  CaseMessageEvent,
  undefined
> = {
  kind: 'message',
  table: 'case_message',
  events: caseMessageEvents,
  load: (transaction, ids) => lockRows(transaction, 'case_message', ids),
  page: (queries, after, size) => pageOfRows(queries, 'case_message', after, size),
  standings: (actor, _message, { subject }) => caseMessageStandingsOf(actor, subject),
  // No command is for a message that is there: whoever gives one is answered as if it were not.
  visible: () => false,
  right: (command, message, standings) => caseMessageRight(command.type, message, standings),
  facts: async (_transaction, _actor, items) => items.map(() => undefined),
  decide: decideCaseMessage,
  evolve: evolveCaseMessage,
  about: ({ organisation, writesFor }) => aboutInside(organisation, writesFor),
  save: saveMessages,
};
