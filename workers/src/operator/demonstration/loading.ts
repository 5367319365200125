import { uuidv7 } from '#kernel';
import type { AnyAggregate, Item } from '#ledger/server';
import type { Actor } from '#kernel';
import type { Transaction } from '#platform/database';
import type { OperatorContext } from '../context.ts';

/** One transaction in which the whole demonstration is entered, so that it is there whole or not at all. */
export class Loading {
  /** As 2026-11-23. */
  readonly today: string;
  private readonly revisions = new Map<string, number>();

  constructor(
    readonly context: OperatorContext,
    readonly transaction: Transaction,
  ) {
    this.today = context.clock.now().toISOString().slice(0, 10);
  }

  newId(): string {
    return uuidv7(this.context.clock.now().getTime());
  }

  /**
   * Gives a batch of commands through the door.
   * @throws where one is refused: the demonstration's own data is at fault, and nothing of it is kept
   */
  async give<Command extends { readonly type: string }>(
    aggregate: AnyAggregate,
    actor: Actor,
    items: readonly Item<Command>[],
  ): Promise<void> {
    if (items.length === 0) return;
    const known = items.map((item) => ({ ...item, revision: this.revisions.get(item.id) }));
    const outcomes = await this.context.door.perform(this.transaction, aggregate, actor, known);
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.ok)
        throw new Error(`${items[index]?.command.type}: ${outcome.refusals.map(({ message }) => message).join(' ')}`);
      this.revisions.set(outcome.value.id, outcome.value.revision);
    }
  }
}

/** @throws where there is none: a slip in the demonstration's data */
export function found<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration has no ${String(key)}`);
  return value;
}
