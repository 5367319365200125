import { membershipIn, type Actor, type PersonActor } from '#kernel';
import type { Queries } from '#platform/database';
import { isAsking, type SharingRequest } from '#sharing/domain';
import type { Draft } from './draft.ts';
import { draftById } from './draft-rows.ts';

export async function requestState(queries: Queries, id: string): Promise<SharingRequest | undefined> {
  const [row] = await queries.rows<{ state: SharingRequest }>(
    'select state from sharing_request where id = $1',
    [id],
    'request-state',
  );
  return row?.state;
}

const askerOf = ({ holder, people, organisation }: SharingRequest) => ({
  person: holder,
  people,
  ...(organisation === undefined ? {} : { organisation }),
});

/**
 * Whether the actor may read and write what is being written: its people before it is submitted; afterwards all who ask, for
 * any member of the organisation takes over. One who has left the organisation writes for it no more.
 */
export function writesDraft(actor: Actor, draft: Draft, request: SharingRequest | undefined): actor is PersonActor {
  if (actor.kind !== 'person') return false;
  if (request) return !request.withdrawn && isAsking(actor, askerOf(request));
  const belongs = draft.organisation === undefined || membershipIn(actor, draft.organisation) !== undefined;
  return belongs && draft.people.includes(actor.person);
}

/** Whether the actor may write the draft of this request. */
export async function mayWriteDraft(queries: Queries, actor: Actor, id: string): Promise<boolean> {
  const draft = await draftById(queries, id);
  return draft !== undefined && writesDraft(actor, draft, await requestState(queries, id));
}

/** Files of evidence that a submission names: they stay as they are. */
export async function submittedFiles(queries: Queries, request: string): Promise<ReadonlySet<string>> {
  const rows = await queries.rows<{ id: string }>(
    `select distinct file->>'id' as id from ledger_entry, jsonb_array_elements(facts->'evidence') file
     where stream = $1 and type in ('request-submitted', 'request-resubmitted')`,
    [request],
  );
  return new Set(rows.map(({ id }) => id));
}
