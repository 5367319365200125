import { isUuid, membershipIn, refused, uuidv7, type Actor, type Outcome } from '#kernel';
import { unseen, type Done, type Door } from '#ledger/server';
import type { Giver } from '#organisations/server';
import type { Clock } from '#platform/observability';
import type { PostMessageBody } from '#sharing/contracts';
import { caseMessageStandingsOf, type Case } from '#sharing/domain';
import { messageAggregate } from './message-aggregate.ts';
import { retryOf } from './retry-of.ts';

/** Which case of which request is written about. */
export interface CaseNamed {
  readonly request: string;
  readonly case: string;
}

/** Who writes without naming an organisation writes for the one of their side, so that the ledger says for whom. */
function speaking(actor: Actor, subject: Case): Actor {
  if (actor.kind !== 'person' || actor.actingFor !== undefined) return actor;
  const asks = caseMessageStandingsOf(actor, subject).includes('requester');
  const side = asks ? subject.asker.organisation : subject.organisation;
  return membershipIn(actor, side) ? { ...actor, actingFor: side } : actor;
}

/** Posts a message to the other side of a case, or a note for its office; once under a client's key. */
export async function postMessage(
  { door, clock }: { readonly door: Door; readonly clock: Clock },
  giver: Giver,
  { request, case: caseId }: CaseNamed,
  { text, kind }: PostMessageBody,
): Promise<Outcome<Done>> {
  if (!isUuid(request) || !isUuid(caseId)) return refused(unseen);
  const { retry } = retryOf(giver, { path: 'post-message', request, case: caseId, text, kind });
  return door.together(giver.actor, retry, async (transaction) => {
    const [row] = await transaction.rows<{ state: Case }>(
      'select state from sharing_case where id = $1 and request = $2 for share',
      [caseId, request],
    );
    if (!row) return refused(unseen);
    const id = uuidv7(clock.now().getTime());
    const command = { type: `post-${kind}`, id, subject: row.state, text } as const;
    const actor = speaking(giver.actor, row.state);
    const [outcome] = await door.perform(transaction, messageAggregate, actor, [{ id, command }]);
    return outcome ?? refused(unseen);
  });
}
