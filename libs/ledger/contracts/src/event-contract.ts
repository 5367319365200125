import type * as z from 'zod';

/**
 * What one type of event looks like, and what its older versions looked like. A version once written is never changed:
 * a new one is added, and a pure function lifts the old facts to it.
 */
export interface EventContract {
  /** The version written now; counts from 1. */
  readonly version: number;
  readonly facts: z.ZodType;
  /** Absent where the event has no words. */
  readonly content?: z.ZodType;
  /** From version n to n + 1, for every n below `version`. */
  readonly lifts?: { readonly [from: number]: (facts: unknown) => unknown };
  /** One example of every version ever written, held by a golden. */
  readonly examples: { readonly [version: number]: { readonly facts: unknown; readonly content?: unknown } };
}

/** Every event type of one aggregate. */
export type EventContracts<Type extends string = string> = Readonly<Record<Type, EventContract>>;

/** Brings facts written under an older version to today's shape. */
export function lifted(contract: EventContract, version: number, facts: unknown): unknown {
  if (version > contract.version) throw new Error(`Version ${version} of this event is newer than this release`);
  let current = facts;
  for (let from = version; from < contract.version; from += 1) {
    const lift = contract.lifts?.[from];
    if (!lift) throw new Error(`No way is known to lift this event from version ${from}`);
    current = lift(current);
  }
  return current;
}
