import { uuidv7, type Actor, type Outcome } from '#kernel';
import type { Done, Door } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { OwnQuestions } from '#sharing/domain';
import { questionSetAggregate } from './question-set-aggregate.ts';

/** What publishing works with. */
export interface PublishingParts {
  readonly database: Database;
  readonly door: Door;
  readonly clock: Clock;
}

/** An organisation's questions as they shall be from now on. */
export interface Publication {
  readonly organisation: string;
  readonly definition: OwnQuestions;
  /** The version that the publisher looked at; a machine may leave it out. */
  readonly revision?: number;
}

/**
 * Publishes an organisation's own questions as its next version, which is the revision of their history. The same once more
 * changes nothing.
 */
export async function publishQuestionSet(
  { database, door, clock }: PublishingParts,
  actor: Actor,
  { organisation, definition, revision }: Publication,
): Promise<Outcome<Done>> {
  const [stored] = await database.rows<{ id: string }>('select id from question_set where organisation = $1', [
    organisation,
  ]);
  const id = stored?.id ?? uuidv7(clock.now().getTime());
  const command = { type: 'publish-question-set', id, organisation, definition } as const;
  return door.execute(questionSetAggregate, actor, { id, revision, command });
}
