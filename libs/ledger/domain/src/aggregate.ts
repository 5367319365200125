import type { Actor, Outcome } from '#kernel';
import type { DomainEvent } from './entry.ts';

/**
 * One total table per aggregate: for every command, the states in which and the standings by which it may be given.
 * The same table answers the door and the list of allowed commands that travels with every detail view.
 */
export type Rights<Command extends string, State extends string, Standing extends string> = {
  readonly [Name in Command]: { readonly states: readonly State[]; readonly standings: readonly Standing[] };
};

/** What the door tells `decide` beside the command: who acts, by which standing, and when. */
export interface Circumstances<Facts> {
  readonly actor: Actor;
  readonly standing: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly facts: Facts;
}

/** A pure decision: refusals first, events last; no clock, no database, no exceptions. */
export type Decide<State, Command, Event extends DomainEvent, Facts> = (
  command: Command,
  state: State | undefined,
  circumstances: Circumstances<Facts>,
) => Outcome<readonly Event[]>;

/** Folds the facts of one event into the state. It reads `facts` alone, so a replay holds after any erasure. */
export type Evolve<State, Event extends DomainEvent> = (state: State | undefined, event: Event) => State;

/**
 * Folds the content of one event into what the aggregate says in words: a patch by field, where `null` empties a field.
 */
export function evolveContent<Content extends object>(
  content: Content | undefined,
  patch: object | undefined,
): Content {
  const next: Record<string, unknown> = { ...content };
  for (const [field, value] of Object.entries(patch ?? {})) {
    if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  return next as Content;
}
