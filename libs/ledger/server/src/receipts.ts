import { refusal, refused, type Actor, type Outcome } from '#kernel';
import type { Transaction } from '#platform/database';
import type { Done } from './aggregate.ts';
import { callHash } from './commitment.ts';

/** A client's own name for one call, so that a retry has no second effect. */
export interface IdempotentCall {
  readonly key: string;
  /** All that makes the call what it is, as the client sent it: the path and the body. */
  readonly call: object;
}

const longestKey = 200;

const receiptOwner = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.person}` : actor.kind === 'machine' ? `machine:${actor.name}` : 'anyone';

/**
 * Takes the receipt of a call, first in its transaction: a second one with the same key waits for the first to end.
 * @returns the answer given before, undefined for a new call, or a refusal where the key names another call
 */
export async function takeReceipt(
  transaction: Transaction,
  actor: Actor,
  { key, call }: IdempotentCall,
  at: Date,
): Promise<Outcome<Done | undefined>> {
  if (key.length > longestKey) {
    return refused(refusal('ledger.key-too-long', `An Idempotency-Key has at most ${longestKey} characters.`));
  }
  const owner = receiptOwner(actor);
  const hash = callHash(call);
  const taken = await transaction.rows(
    `insert into command_receipt (actor, key, call_hash, at) values ($1, $2, $3, $4) on conflict do nothing returning key`,
    [owner, key, hash, at],
    'take-receipt',
  );
  if (taken.length > 0) return { ok: true, value: undefined };
  const [earlier] = await transaction.rows<{ call_hash: Buffer; answer: Done | null }>(
    `select call_hash, answer from command_receipt where actor = $1 and key = $2`,
    [owner, key],
  );
  if (!earlier?.answer || !earlier.call_hash.equals(hash)) {
    return refused(refusal('ledger.key-reused', 'This Idempotency-Key was used for another call. Use a new one.'));
  }
  return { ok: true, value: earlier.answer };
}

/** Keeps the answer beside the receipt. */
export async function keepAnswer(transaction: Transaction, actor: Actor, key: string, answer: Done): Promise<void> {
  await transaction.rows(
    `update command_receipt set answer = $3::jsonb where actor = $1 and key = $2`,
    [receiptOwner(actor), key, JSON.stringify(answer)],
    'keep-answer',
  );
}

/** Receipts are kept for 24 hours. */
export const forgetReceipts = (transaction: Transaction, now: Date): Promise<object[]> =>
  transaction.rows(`delete from command_receipt where at < $1::timestamptz - interval '24 hours'`, [now]);
