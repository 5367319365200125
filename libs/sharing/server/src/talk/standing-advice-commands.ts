import { isUuid, refused, uuidv7, type Outcome } from '#kernel';
import { unseen, type Done, type Door } from '#ledger/server';
import type { Giver } from '#organisations/server';
import type { Clock } from '#platform/observability';
import type { EndStandingAdviceBody, GiveStandingAdviceBody } from '#sharing/contracts';
import { retryOf } from './retry-of.ts';
import { standingAdviceAggregate } from './standing-advice-aggregate.ts';

/** Commands about standing advice, from what a client sends to what the door takes. */
export class StandingAdviceCommands {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  async give(giver: Giver, organisation: string, body: GiveStandingAdviceBody): Promise<Outcome<Done>> {
    if (!isUuid(organisation)) return refused(unseen);
    const id = uuidv7(this.clock.now().getTime());
    const { actingFor: _, ...advice } = body;
    const command = { type: 'give-standing-advice', id, organisation: organisation.toLowerCase(), ...advice } as const;
    const retry = retryOf(giver, { path: 'give-standing-advice', organisation, body });
    return this.door.execute(standingAdviceAggregate, giver.actor, { ...retry, id, command });
  }

  async end(giver: Giver, id: string, { revision }: EndStandingAdviceBody): Promise<Outcome<Done>> {
    if (!isUuid(id)) return refused(unseen);
    const command = { type: 'end-standing-advice' } as const;
    const retry = retryOf(giver, { id, revision, command });
    return this.door.execute(standingAdviceAggregate, giver.actor, { ...retry, id, revision, command });
  }
}
