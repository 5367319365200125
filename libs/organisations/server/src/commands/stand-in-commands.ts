import { isUuid, refused, uuidv7, type Outcome } from '#kernel';
import { unseen, type Door } from '#ledger/server';
import type { NameStandInBody, OrganisationCommandResult, OrganisationEnvelope } from '#organisations/contracts';
import type { Clock } from '#platform/observability';
import { resultOf, retryOf, type Giver } from './giver.ts';
import { standInAggregate } from './stand-in-aggregate.ts';

type Result = Promise<Outcome<OrganisationCommandResult>>;

/** Commands about cover, from what a client sends to what the door takes. */
export class StandInCommands {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  /** Names who covers whom in the organisation. */
  async name(giver: Giver, organisation: string, body: NameStandInBody): Result {
    if (!isUuid(organisation)) return refused(unseen);
    const id = uuidv7(this.clock.now().getTime());
    const { actingFor: _, ...named } = body;
    const command = { type: 'name-stand-in', id, organisation, ...named } as const;
    const retry = retryOf(giver, { path: 'name-stand-in', organisation, body });
    return resultOf(await this.door.execute(standInAggregate, giver.actor, { ...retry, id, command }));
  }

  async end(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    if (!isUuid(id)) return refused(unseen);
    const command = { type: 'end-stand-in' } as const;
    const retry = retryOf(giver, { id, revision, command });
    return resultOf(await this.door.execute(standInAggregate, giver.actor, { ...retry, id, revision, command }));
  }
}
