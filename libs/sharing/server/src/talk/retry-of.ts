import type { IdempotentCall } from '#ledger/server';
import type { Giver } from '#organisations/server';

/** What makes a call under a client's key the same call: what it asks of whom, without the ids made for it here. */
export const retryOf = ({ idempotencyKey: key }: Giver, call: object): { readonly retry?: IdempotentCall } =>
  key === undefined ? {} : { retry: { key, call } };
