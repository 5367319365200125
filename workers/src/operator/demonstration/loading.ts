import { localDate, uuidv7, type Actor, type LocalDate, type PersonActor } from '#kernel';
import {
  relayOnce,
  type AnyAggregate,
  type Door,
  type Announcement,
  type Item,
  type ReactionJob,
} from '#ledger/server';
import { actorOfPerson } from '#organisations/server';
import type { Database, Transaction } from '#platform/database';
import { compose, type Composition } from '../../composition.ts';
import type { OperatorContext } from '../context.ts';
import { databaseWithin } from './database-within.ts';
import { ToldClock } from './told-clock.ts';
import { WorkingDays } from './working-days.ts';

/** A moment of what is told: so many working days before today, at a time of that day (UTC). */
export interface Moment {
  readonly on: number;
  /** As 09:40. */
  readonly at: string;
}

/** One transaction in which the whole demonstration is entered, so that it is there whole or not at all. */
export class Loading {
  readonly today: LocalDate;
  readonly clock: ToldClock;
  /** The transaction, for those who open one of their own. */
  readonly database: Database;
  readonly days: WorkingDays;
  private readonly made: Composition;
  private readonly revisions = new Map<string, number>();
  /** Nobody's place changes in the middle of a day. */
  private readonly actors = new Map<string, PersonActor>();

  private constructor(
    readonly context: OperatorContext,
    readonly transaction: Transaction,
    /** Files that are put into the store on the way: nobody names them if the loading fails. */
    readonly keptFiles: string[],
    parts: { readonly clock: ToldClock; readonly made: Composition; readonly days: WorkingDays },
  ) {
    this.database = databaseWithin(transaction);
    this.clock = parts.clock;
    this.made = parts.made;
    this.days = parts.days;
    this.today = parts.days.today;
  }

  static async in(context: OperatorContext, transaction: Transaction, keptFiles: string[]): Promise<Loading> {
    const clock = new ToldClock(context.clock);
    const made = compose(databaseWithin(transaction), clock);
    const { england } = await made.sharing.sources.calendars(transaction);
    const days = new WorkingDays(localDate(context.clock.now().toISOString()), england);
    return new Loading(context, transaction, keptFiles, { clock, made, days });
  }

  get door(): Door {
    return this.made.door;
  }

  /** What a command or a schedule works with. */
  get parts(): { readonly database: Database; readonly door: Door; readonly clock: ToldClock } {
    return { database: this.database, door: this.door, clock: this.clock };
  }

  get sharing(): Composition['sharing'] {
    return this.made.sharing;
  }

  /** From here on it is this moment. */
  moveTo({ on, at }: Moment): void {
    this.clock.set(`${this.days.before(on)}T${at}:00.000Z`);
  }

  newId(): string {
    return uuidv7(this.clock.now().getTime());
  }

  /** The person with all that they are on the day that it is, acting for an organisation where one is named. */
  async actor(person: string, actingFor?: string): Promise<PersonActor> {
    const day = localDate(this.clock.now().toISOString());
    const key = `${person} on ${day}`;
    const actor = this.actors.get(key) ?? (await actorOfPerson(this.transaction, person, day));
    if (actor === undefined) throw new Error('The demonstration knows no such person');
    this.actors.set(key, actor);
    return actingFor === undefined ? actor : { ...actor, actingFor };
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
    const outcomes = await this.door.perform(this.transaction, aggregate, actor, known);
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.ok)
        throw new Error(`${items[index]?.command.type}: ${outcome.refusals.map(({ message }) => message).join(' ')}`);
      this.revisions.set(outcome.value.id, outcome.value.revision);
    }
  }

  /** Nothing follows from what was announced so far. */
  async letGo(): Promise<void> {
    await this.transaction.rows('delete from outbox');
  }

  /** Lets one reaction hear of something at the moment that it is. */
  async react(name: string, announcement: Announcement): Promise<void> {
    const reaction = this.made.reactions.named(name);
    if (!reaction) throw new Error(`No reaction is called ${name}`);
    await reaction.react(this.transaction, announcement, { door: this.door, at: this.clock.now() });
  }

  /**
   * What follows from all that was announced, as the workers would do it later: notices are written at the moment that it is.
   * Nothing of it is left for them, so that nobody needs to claim it.
   */
  async follow(): Promise<void> {
    const { reactions } = this.made;
    const jobs: ReactionJob[] = [];
    const sink = {
      add: async (added: readonly { job: ReactionJob }[]) => void jobs.push(...added.map(({ job }) => job)),
    };
    // What a reaction changes is announced in its turn.
    while ((await relayOnce(this.database, reactions, sink)) > 0) {
      for (const { reaction, announcement } of jobs.splice(0)) {
        const context = { door: this.door, at: this.clock.now() };
        await reactions.named(reaction)?.react(this.transaction, announcement, context);
      }
    }
  }
}

/** @throws where there is none: a slip in the demonstration's data */
export function found<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration has no ${String(key)}`);
  return value;
}
