import type { Database, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Door } from './door.ts';
import type { Announcement } from './outbox.ts';

/** What a reaction works with, beside the transaction that its claim and its effect share. */
export interface ReactionContext {
  readonly door: Door;
  readonly at: Date;
}

/**
 * What may follow a decision: one effect, once. Its name is a sentence: `when-case-decided-tell-requester`. It loads
 * fresh state by id, writes rows, may give commands through the door; it throws to be tried again.
 */
export interface Reaction {
  readonly name: string;
  /** Types of events it hears. */
  readonly hears: readonly string[];
  react(transaction: Transaction, announcement: Announcement, context: ReactionContext): Promise<void>;
}

/** Job payload: the announcement, and the reaction it is for. */
export interface ReactionJob {
  readonly reaction: string;
  readonly announcement: Announcement;
}

/** Name of the one queue that carries reactions. */
export const reactionQueue = 'reactions';

/** Reactions by name and by what they hear; refuses at start what could only fail later. */
export class Reactions {
  private readonly byName = new Map<string, Reaction>();
  private readonly listeners = new Map<string, Reaction[]>();

  /** @param known every type of event that some aggregate writes */
  constructor(reactions: readonly Reaction[], known: ReadonlySet<string>) {
    for (const reaction of reactions) {
      if (this.byName.has(reaction.name)) throw new Error(`Two reactions are called ${reaction.name}`);
      if (reaction.hears.length === 0) throw new Error(`The reaction ${reaction.name} hears nothing`);
      this.byName.set(reaction.name, reaction);
      for (const type of reaction.hears) {
        if (!known.has(type)) throw new Error(`The reaction ${reaction.name} hears ${type}, which nothing writes`);
        this.listeners.set(type, [...(this.listeners.get(type) ?? []), reaction]);
      }
    }
  }

  /** Types of events that some reaction hears. */
  get heard(): ReadonlySet<string> {
    return new Set(this.listeners.keys());
  }

  listeningTo(type: string): readonly Reaction[] {
    return this.listeners.get(type) ?? [];
  }

  named(name: string): Reaction | undefined {
    return this.byName.get(name);
  }
}

/** What became of a job: its effect came now, or had come before. */
export type ReactionResult = 'done' | 'done before';

/**
 * Runs one reaction for one announcement: claim and effect in one transaction, so that the effect comes once however
 * often the job does.
 */
export async function runReaction(
  reaction: Reaction,
  announcement: Announcement,
  parts: { database: Database; door: Door; clock: Clock },
): Promise<ReactionResult> {
  const at = parts.clock.now();
  return parts.database.transaction(async (transaction) => {
    const claimed = await transaction.rows(
      `insert into reaction_done (announcement, reaction, at) values ($1, $2, $3) on conflict do nothing returning reaction`,
      [announcement.id, reaction.name, at],
    );
    if (claimed.length === 0) return 'done before';
    await reaction.react(transaction, announcement, { door: parts.door, at });
    return 'done';
  });
}

/** Claims outlive their jobs, failed ones included (30 days), so that no job can come again after its claim. */
export const forgetReactionClaims = (transaction: Transaction, now: Date): Promise<object[]> =>
  transaction.rows(`delete from reaction_done where at < $1::timestamptz - interval '60 days'`, [now]);
