import { setImmediate } from 'node:timers/promises';
import { refusal, refused, type Actor, type Outcome, type Refusal } from '#kernel';
import { evolveContent, type About } from '#ledger/domain';
import type { Database, Transaction } from '#platform/database';
import { violatedConstraint } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { AnyAggregate, Change, Done, Item, ItemOutcome, Loaded, Stored } from './aggregate.ts';
import { appendEntries, entryRows, type NewEntry } from './entries.ts';
import { outboxRows } from './outbox.ts';
import { keepAnswer, takeReceipt, type IdempotentCall } from './receipts.ts';

/* The door looks into no aggregate: states, commands and events pass through it unread. */
/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return */

type AnyChange = Change<object, object, { type: string; facts: object; content?: object }>;
type AnyLoaded = Loaded<object, object, { type: string }>;

interface Decided {
  readonly outcome: ItemOutcome;
  readonly change?: AnyChange;
  readonly standing?: string;
  /** For each event of the change, in whose histories it stands. */
  readonly about?: readonly (readonly About[])[];
}

const raceAttempts = 3;

/**
 * The one way in. Every change of state is a command, or a batch of commands to one kind of aggregate, and goes through
 * here in one transaction: load and lock · standing and right · facts · revision · decide · evolve · save state, ledger
 * entries and outbox.
 */
export class Door {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** Types of events that some reaction hears: only these are announced. */
    private readonly heard: ReadonlySet<string>,
  ) {}

  /** One command in a transaction of its own. A retried call under the same key gets the same answer and no effect. */
  async execute<Command extends { readonly type: string }>(
    aggregate: AnyAggregate,
    actor: Actor,
    item: Item<Command> & { readonly retry?: IdempotentCall },
  ): Promise<Outcome<Done>> {
    const { retry, ...call } = item;
    return this.together(actor, retry, (transaction) => this.performOne(transaction, aggregate, actor, call));
  }

  /**
   * Commands that belong together (a submission and the cases it opens), in one transaction and under one receipt: all hold, or
   * the first refusal undoes them all.
   */
  async together(
    actor: Actor,
    retry: IdempotentCall | undefined,
    work: (transaction: Transaction) => Promise<Outcome<Done>>,
  ): Promise<Outcome<Done>> {
    return this.inTransaction(async (transaction) => {
      if (!retry) return work(transaction);
      const receipt = await takeReceipt(transaction, actor, retry, this.clock.now());
      if (!receipt.ok) return receipt;
      if (receipt.value) return { ok: true, value: receipt.value };
      const outcome = await work(transaction);
      if (outcome.ok) await keepAnswer(transaction, actor, retry.key, outcome.value);
      return outcome;
    });
  }

  /** Many commands to aggregates of one kind, each accepted or refused for itself, in one transaction. */
  async executeBatch<Command extends { readonly type: string }>(
    aggregate: AnyAggregate,
    actor: Actor,
    items: readonly Item<Command>[],
    /** Work that must hold together with the batch, such as the progress of a run. */
    beside?: (transaction: Transaction, outcomes: readonly ItemOutcome[]) => Promise<void>,
  ): Promise<readonly ItemOutcome[]> {
    return retriedAfterRace((lost) =>
      this.database.transaction(async (transaction) => {
        await queueBehind(transaction, lost);
        const outcomes = await this.perform(transaction, aggregate, actor, items);
        await beside?.(transaction, outcomes);
        return outcomes;
      }),
    );
  }

  /** The way itself, inside a transaction that is open already: for reactions and for commands that belong together. */
  async perform<Command extends { readonly type: string }>(
    transaction: Transaction,
    aggregate: AnyAggregate,
    actor: Actor,
    items: readonly Item<Command>[],
  ): Promise<readonly ItemOutcome[]> {
    const ids = items.map((item) => item.id);
    if (new Set(ids).size !== ids.length) throw new Error('A batch names each aggregate once');
    const stored = (await aggregate.load(transaction, [...ids].sort())) as Map<string, Stored<object, object>>;
    const loaded: AnyLoaded[] = items.map((item) => ({ ...item, stored: stored.get(item.id) }));
    const admitted = loaded.map((item) => admit(aggregate, actor, item));
    const open = loaded.filter((_, index) => admitted[index]?.ok);
    const facts = open.length === 0 ? [] : await aggregate.facts(transaction, actor, open);
    const at = this.clock.now();
    let next = 0;
    const decided = loaded.map((item, index): Decided => {
      const admission = admitted[index];
      if (!admission?.ok) return { outcome: admission ?? refused() };
      return decideOne(aggregate, actor, item, {
        standing: admission.value,
        at: at.toISOString(),
        facts: facts[next++],
      });
    });
    await this.save(transaction, aggregate, actor, { decided, at });
    return decided.map(({ outcome }) => outcome);
  }

  private async performOne(
    transaction: Transaction,
    aggregate: AnyAggregate,
    actor: Actor,
    item: Item<{ type: string }>,
  ) {
    const [outcome] = await this.perform(transaction, aggregate, actor, [item]);
    if (!outcome) throw new Error('A command got no outcome');
    return outcome;
  }

  private async save(
    transaction: Transaction,
    aggregate: AnyAggregate,
    actor: Actor,
    { decided, at }: { decided: readonly Decided[]; at: Date },
  ): Promise<void> {
    const changes = decided.filter((one) => one.change !== undefined);
    if (changes.length === 0) return;
    const entries = decided.flatMap((one) => (one.change ? newEntries(one, actor) : []));
    const saving = aggregate.save(
      transaction,
      changes.map(({ change }) => change as AnyChange),
    );
    const rows = await meanwhile(saving, () => entryRows(aggregate, entries, at));
    const heard = rows
      .filter(({ type }) => this.heard.has(type))
      .map(({ id, type, stream }) => ({ type, stream, entry: id }));
    await appendEntries(transaction, rows, outboxRows(aggregate.kind, heard, at));
  }

  private async inTransaction(work: (transaction: Transaction) => Promise<Outcome<Done>>): Promise<Outcome<Done>> {
    return retriedAfterRace(async (lost) => {
      let outcome: Outcome<Done> | undefined;
      try {
        return await this.database.transaction(async (transaction) => {
          await queueBehind(transaction, lost);
          outcome = await work(transaction);
          if (!outcome.ok) throw new Refused();
          return outcome;
        });
      } catch (error) {
        if (error instanceof Refused && outcome) return outcome;
        throw error;
      }
    });
  }
}

/** Does `work` while the database is busy, once its statement is on its way; both have ended when this does. */
async function meanwhile<Result>(busy: Promise<void>, work: () => Result): Promise<Result> {
  const [settled, worked] = await Promise.allSettled([busy, setImmediate().then(work)]);
  if (settled.status === 'rejected') throw settled.reason;
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

/** Rolls a refused command's transaction back, its receipt with it. */
class Refused extends Error {}

/**
 * Two at once may want the same slug or create the same stream; the second looks again and finds the first's.
 * @param work is given the constraint that it lost at, from its second attempt on
 */
async function retriedAfterRace<Result>(work: (lost?: string) => Promise<Result>): Promise<Result> {
  let lost: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(lost);
    } catch (error) {
      lost = violatedConstraint(error);
      if (attempt >= raceAttempts || lost === undefined) throw error;
    }
  }
}

/** Those who lost at one constraint try again one after another: however many there are, none loses to another of them. */
async function queueBehind(transaction: Transaction, constraint: string | undefined): Promise<void> {
  if (constraint === undefined) return;
  await transaction.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`door:${constraint}`]);
}

function admit(aggregate: AnyAggregate, actor: Actor, item: AnyLoaded): Outcome<string> {
  const { stored, revision, command } = item;
  const creates = stored === undefined && revision === undefined;
  if (!creates && (stored === undefined || !aggregate.visible(actor, stored.state))) return refused(unseen);
  const standings = aggregate.standings(actor, stored?.state, command);
  const standing = aggregate.right(command, stored?.state, standings);
  if (standing === undefined) {
    if (stored === undefined) return refused(standings.length === 0 ? unseen : notAllowed);
    // Somebody who lost a race reads that it changed, not that they may not: what they may is on the newer page.
    const lost = revision !== undefined && revision < stored.revision && aggregate.everAllowed?.(command, standings);
    return refused(lost ? stale : notAllowed);
  }
  return { ok: true, value: standing };
}

function decideOne(
  aggregate: AnyAggregate,
  actor: Actor,
  item: AnyLoaded,
  circumstances: { standing: string; at: string; facts: unknown },
): Decided {
  const { stored, revision, command } = item;
  // A machine's batch holds the lock and decides on what it just read; a person decided on what a page showed.
  const expected = revision ?? (actor.kind === 'machine' ? stored?.revision : undefined);
  if (stored && expected === undefined) return { outcome: refused(revisionMissing) };
  if (stored && expected !== stored.revision) return { outcome: refused(stale) };
  const outcome = aggregate.decide(command, stored?.state, { actor, ...circumstances }, stored?.content);
  if (!outcome.ok) return { outcome };
  const before = stored?.revision ?? 0;
  const revisionAfter = before + outcome.value.length;
  const types = outcome.value.map((event) => event.type);
  const done: ItemOutcome = { ok: true, value: { id: item.id, revision: revisionAfter, events: types } };
  if (outcome.value.length === 0) return { outcome: done };
  let state = stored?.state;
  let content = stored?.content;
  const about: (readonly About[])[] = [];
  for (const event of outcome.value) {
    state = aggregate.evolve(state, event) as object;
    content = evolveContent(content, event.content);
    about.push(aggregate.about(state, event));
  }
  return {
    outcome: done,
    about,
    standing: circumstances.standing,
    change: {
      id: item.id,
      revision: revisionAfter,
      state: state as object,
      content: content as object,
      at: circumstances.at,
      before: stored,
      events: outcome.value,
    },
  };
}

const newEntries = ({ change, standing = '', about = [] }: Decided, actor: Actor): NewEntry[] =>
  (change?.events ?? []).map((event, index, { length }) => ({
    stream: change?.id ?? '',
    revision: (change?.revision ?? 0) - length + 1 + index,
    actor,
    standing,
    event,
    about: about[index] ?? [],
  }));

export const unseen: Refusal = refusal('ledger.unseen', 'There is nothing here that you may see.');
export const notAllowed: Refusal = refusal('ledger.not-allowed', 'You may see this, but not do that to it.');
const revisionMissing = refusal('ledger.revision-missing', 'Say which revision you decided on.', 'revision');
const stale = refusal(
  'ledger.stale',
  'Somebody changed this after you opened it. Nothing you typed is lost: look at what changed, then send it again.',
  'revision',
);
