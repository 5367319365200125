import { accepted, type Actor, type Outcome } from '#kernel';
import type { IdempotentCall } from '#ledger/server';
import type { OrganisationCommandResult } from '#organisations/contracts';

/** Who gives a command, and the client's own name for the call, if any. */
export interface Giver {
  readonly actor: Actor;
  readonly idempotencyKey?: string;
}

/** What makes a call under a client's key the same call: what it asks of whom, without the ids made for it here. */
export const retryOf = ({ idempotencyKey: key }: Giver, call: object): { readonly retry?: IdempotentCall } =>
  key === undefined ? {} : { retry: { key, call } };

/** What a command answers, from what the door tells of it. */
export const resultOf = (
  outcome: Outcome<{ readonly id: string; readonly revision: number }>,
): Outcome<OrganisationCommandResult> =>
  outcome.ok ? accepted({ id: outcome.value.id, revision: outcome.value.revision }) : outcome;
