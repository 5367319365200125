import {
  catalogueReactions,
  eventsKnownToCatalogue,
  datasetAggregate,
  postgresSearchIndex,
  termsAggregate,
  type DatasetAggregate,
} from '#catalogue/server';
import { Door, Reactions, type AnyAggregate } from '#ledger/server';
import { membershipAggregate, organisationAggregate, personAggregate, standInAggregate } from '#organisations/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { composeSharing, type Sharing } from '#sharing/server';

/** What the workers and the operator's commands are made of, one line per feature. */
export interface Composition {
  readonly door: Door;
  readonly reactions: Reactions;
  readonly datasets: DatasetAggregate;
  readonly sharing: Sharing;
  /** Every kind of aggregate, for replay. */
  readonly aggregates: readonly AnyAggregate[];
}

export function compose(database: Database, clock: Clock): Composition {
  const datasets = datasetAggregate(postgresSearchIndex);
  const sharing = composeSharing(clock);
  const reactions = new Reactions(
    [...catalogueReactions, ...sharing.reactions],
    new Set([...eventsKnownToCatalogue, ...sharing.known]),
  );
  return {
    door: new Door(database, clock, reactions.heard),
    reactions,
    datasets,
    sharing,
    aggregates: [
      organisationAggregate,
      personAggregate,
      membershipAggregate,
      standInAggregate,
      datasets,
      termsAggregate,
      ...sharing.aggregates,
    ],
  };
}
