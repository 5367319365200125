import { lockRows, pageOfRows, writeAudience, type Aggregate, type Change } from '#ledger/server';
import type { Transaction } from '#platform/database';
import { requestEvents } from '#sharing/contracts';
import {
  decideRequest,
  evolveRequest,
  mayAskWith,
  requestRight,
  requestStandingsOf,
  requestStateOf,
  type RequestCommand,
  type RequestContent,
  type RequestEvent,
  type RequestFacts,
  type SharingRequest,
} from '#sharing/domain';
import { aboutRequest } from '../history/about.ts';
import { personReader } from '../readers.ts';
import { requestFacts, type RequestFactSources } from './request-facts.ts';

export type RequestAggregate = Aggregate<SharingRequest, RequestContent, RequestCommand, RequestEvent, RequestFacts>;
type RequestChange = Change<SharingRequest, RequestContent, RequestEvent>;

/** Requests, as the door handles them. */
export const requestAggregate = (sources: RequestFactSources): RequestAggregate => ({
  kind: 'request',
  table: 'sharing_request',
  events: requestEvents,
  load: (transaction, ids) => lockRows(transaction, 'sharing_request', ids),
  page: (queries, after, size) => pageOfRows(queries, 'sharing_request', after, size),
  standings: requestStandingsOf,
  visible: mayAskWith,
  right: (command, request, standings) => requestRight(command.type, requestStateOf(request), standings),
  facts: (transaction, actor, items) => requestFacts(sources, transaction, actor, items),
  decide: decideRequest,
  evolve: evolveRequest,
  about: aboutRequest,
  save: saveRequests,
});

async function saveRequests(transaction: Transaction, changes: readonly RequestChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into sharing_request (id, revision, reference, organisation, withdrawn, title, state, content, submitted_at,
       changed_at)
     select id, revision, state->>'reference', (state->>'organisation')::uuid, (state->>'withdrawn')::boolean,
       content->>'title', state, content, at, at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, withdrawn = excluded.withdrawn, title = excluded.title,
       state = excluded.state, content = excluded.content, changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
  await writeAudience(
    transaction,
    'request',
    changes.map(({ id }) => id),
    changes.flatMap(({ id, state }) =>
      state.organisation === undefined
        ? state.people.map((person) => ({ id, reader: personReader(person), standing: 'requester' }))
        : [{ id, reader: state.organisation, standing: 'requester' }],
    ),
  );
}
