import type { Actor, Outcome, Refusal } from '#kernel';
import type { EventContracts } from '#ledger/contracts';
import type { About, Circumstances, DomainEvent } from '#ledger/domain';
import type { Queries, Transaction } from '#platform/database';

/** A state row as stored: the rules' state, the words, and the revision of both. */
export interface Stored<State, Content> {
  readonly revision: number;
  readonly state: State;
  readonly content: Content;
}

/** What one command did to one aggregate. */
export interface Change<State, Content, Event extends DomainEvent> extends Stored<State, Content> {
  readonly id: string;
  readonly at: string;
  /** Absent where the aggregate is new. */
  readonly before?: Stored<State, Content>;
  readonly events: readonly Event[];
}

/** One command to one aggregate. A new aggregate brings its id and no revision. */
export interface Item<Command> {
  readonly id: string;
  readonly revision?: number;
  readonly command: Command;
}

/**
 * All that the door needs to know of a kind of aggregate: the pure core (`rights`, `standings`, `visible`, `decide`,
 * `evolve`), and how its rows are loaded, locked and saved, many at a time.
 */
export interface Aggregate<
  State,
  Content,
  Command extends { readonly type: string },
  Event extends DomainEvent,
  Facts,
> {
  readonly kind: string;
  /** The table of its state rows; absent where it has the name of the kind, with underscores for hyphens. */
  readonly table?: string;
  readonly events: EventContracts;
  /** Reads and locks the rows in the order of their ids. */
  load(transaction: Transaction, ids: readonly string[]): Promise<Map<string, Stored<State, Content>>>;
  /** Reads every state row, for replay, in the order of their ids. */
  page(queries: Queries, after: string | null, size: number): Promise<(Stored<State, Content> & { id: string })[]>;
  /** What the actor is to this object; for a new one, to the command. */
  standings(actor: Actor, state: State | undefined, command: Command): readonly string[];
  /** Whether the actor may know that the object exists; unseen is answered as if it did not. */
  visible(actor: Actor, state: State): boolean;
  /** Which of the standings gives the right to this command in this state; undefined where none does. */
  right(command: Command, state: State | undefined, standings: readonly string[]): string | undefined;
  /** Whether one of the standings gives the right in some state: its holder, late by a revision, reads that it changed. */
  everAllowed?(command: Command, standings: readonly string[]): boolean;
  /** What `decide` must know of other rows, for all items at once. */
  facts(
    transaction: Transaction,
    actor: Actor,
    items: readonly Loaded<State, Content, Command>[],
  ): Promise<readonly Facts[]>;
  decide(
    command: Command,
    state: State | undefined,
    circumstances: Circumstances<Facts>,
    content: Content | undefined,
  ): Outcome<readonly Event[]>;
  evolve(state: State | undefined, event: Event): State;
  /** In whose histories the event stands. @param state after the event */
  about(state: State, event: Event): readonly About[];
  /** Writes state rows and what is derived from them, with set-based SQL. */
  save(transaction: Transaction, changes: readonly Change<State, Content, Event>[]): Promise<void>;
}

export interface Loaded<State, Content, Command> extends Item<Command> {
  readonly stored?: Stored<State, Content>;
}

// The door handles every kind alike and looks into none of them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyAggregate = Aggregate<any, any, any, any, any>;

export interface Done {
  readonly id: string;
  readonly revision: number;
  /** Empty where the command changed nothing. */
  readonly events: readonly string[];
}

export type ItemOutcome =
  { readonly ok: true; readonly value: Done } | { readonly ok: false; readonly refusals: readonly Refusal[] };
