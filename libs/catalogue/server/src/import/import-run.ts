import { setImmediate } from 'node:timers/promises';
import {
  decideImport,
  type Dataset,
  type DatasetContent,
  type ImportDataset,
  type MarkVanished,
} from '#catalogue/domain';
import { uuidv7, type MachineActor } from '#kernel';
import type { Door, Item, ItemOutcome } from '#ledger/server';
import type { Database, Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { DatasetAggregate } from '../persistence/dataset-aggregate.ts';
import { isOfContent } from './content-fault.ts';
import type { Feed } from './feed.ts';
import { duplicate, prepareRecord, type ImportPlace, type PreparedRecord } from './prepare-record.ts';
import {
  keepFates,
  keepProgress,
  knownRecords,
  presentRecords,
  type KnownRecord,
  type RecordFate,
  type RunProgress,
  type RunRow,
  type Tally,
} from './run-store.ts';

export interface RunParts {
  readonly database: Database;
  readonly door: Door;
  readonly datasets: DatasetAggregate;
  readonly clock: Clock;
}

export interface RunOptions {
  readonly dryRun: boolean;
  readonly acceptRemovals: boolean;
  readonly signal?: AbortSignal;
  /** Hears of errors that cost one record. */
  readonly fault?: (error: unknown, path: string) => void;
  readonly progress?: (done: number, total: number, tally: Readonly<Tally>) => void;
}

export const batchSize = 500;
const breath = 20;
/** Marking stops where more than a fifth of a source, and more than five records, are gone at once. */
const gentleShare = 0.2;
const gentleNumber = 5;
const failed = {
  code: 'catalogue.import-failed',
  message: 'The record could not be written. The log has the details; the others went on.',
};

type Fate = RecordFate;
interface Decided {
  readonly record: PreparedRecord;
  readonly item?: Item<ImportDataset>;
}

/** One reading of one source, batch by batch; what a batch changed and how far the run is hold together. */
export class ImportRun {
  readonly tally: Tally;
  heldBack = 0;
  /** Records of the feed of which nobody can say whether they were here before. */
  unidentified = 0;
  /** Skipped records of this run, kept where nothing is written. */
  readonly skipped: Fate[] = [];
  readonly repairs: Record<string, number>;
  readonly unread: Record<string, number>;
  position: number;
  /** Keys of the records that stand in the feed, with whether one of them could be read as a dataset. */
  private readonly seen = new Map<string, boolean>();
  private readonly actor: MachineActor;

  constructor(
    private readonly parts: RunParts,
    private readonly feed: Feed,
    private readonly place: ImportPlace,
    readonly run: RunRow,
    private readonly options: RunOptions,
  ) {
    const { created, updated, unchanged, skipped, vanished } = run;
    this.tally = { created, updated, unchanged, skipped, vanished };
    this.repairs = countsOf(run.repairs);
    this.unread = countsOf(run.unread);
    this.position = run.position;
    this.actor = { kind: 'machine', name: 'import', actingFor: place.organisation.id };
  }

  get stopped(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  /** Reads the feed to its end, or to the end of a batch after it was asked to stop. */
  async read(): Promise<void> {
    await this.recall();
    let ahead = this.prepare(this.position);
    while (this.position < this.feed.count && !this.stopped) {
      const prepared = await ahead;
      // While the database works on this batch, the next one is read and repaired.
      ahead = this.prepare(this.position + prepared.length);
      ahead.catch(() => undefined);
      await this.batch(prepared);
      this.options.progress?.(this.position, this.feed.count, this.tally);
    }
    await ahead;
    if (this.stopped) return this.keep('stopped');
    if (!this.feed.head.isPage) await this.vanish();
    await this.keep('done');
  }

  /** Reads and repairs a batch, a few records at a time, so that answers of the database are heard meanwhile. */
  private async prepare(position: number): Promise<PreparedRecord[]> {
    const prepared: PreparedRecord[] = [];
    for (const [index, record] of (await this.feed.read(position, batchSize)).entries()) {
      if (index % breath === 0) await setImmediate();
      prepared.push(this.known(prepareRecord(record, this.feed, this.place, this.options.fault)));
    }
    return prepared;
  }

  /** Identifiers of what an interrupted run had read already. */
  private async recall(): Promise<void> {
    for (let at = 0; at < this.run.position; at += batchSize) {
      const size = Math.min(batchSize, this.run.position - at);
      for (const record of await this.feed.read(at, size)) {
        this.known(prepareRecord(record, this.feed, this.place));
      }
    }
  }

  private known(record: PreparedRecord): PreparedRecord {
    const key = record.fate.record_key;
    if (record.unidentified) this.unidentified += 1;
    if (key === undefined) return record;
    const isTaken = this.seen.get(key) ?? false;
    if (record.command && isTaken) return { ...record, command: undefined, skipped: duplicate };
    this.seen.set(key, isTaken || record.command !== undefined);
    return record;
  }

  private async batch(records: readonly PreparedRecord[]): Promise<void> {
    const keys = records.flatMap(({ command }) => (command ? [command.key] : []));
    const rows = await knownRecords(this.parts.database, this.place.source, keys);
    const here = new Map(rows.map((row) => [row.key, row]));
    await this.write(records.map((record) => this.decide(record, here)));
  }

  private decide(record: PreparedRecord, here: ReadonlyMap<string, KnownRecord>): Decided {
    const { command } = record;
    if (!command) return { record };
    const known = here.get(command.key);
    if (known?.present && known.hash === command.recordHash) return { record };
    const id = known?.id ?? uuidv7(this.parts.clock.now().getTime());
    return { record, item: { id, command: { ...command, id } } };
  }

  /** Writes a batch whole; where that fails for its content, halves it until the one bad record stands alone. */
  private async write(decided: readonly Decided[]): Promise<void> {
    try {
      await (this.options.dryRun ? this.compare(decided) : this.perform(decided));
    } catch (error) {
      if (!isOfContent(error)) throw error;
      const [only] = decided;
      if (decided.length === 1 && only) {
        // Not even its name could be written: there is nothing left to leave out.
        if (only.record.skipped === failed) throw error;
        this.options.fault?.(error, only.record.fate.path);
        return this.write([{ record: withoutWords(only.record) }]);
      }
      const middle = Math.ceil(decided.length / 2);
      await this.write(decided.slice(0, middle));
      await this.write(decided.slice(middle));
    }
  }

  private async perform(decided: readonly Decided[]): Promise<void> {
    const { door, datasets, database } = this.parts;
    const items = decided.flatMap(({ item }) => (item ? [item] : []));
    const after = (outcomes: readonly ItemOutcome[]) => this.after(decided, outcomes.map(fateOfOutcome));
    let counted: ReturnType<typeof after> | undefined;
    const beside = async (queries: Queries, outcomes: readonly ItemOutcome[]): Promise<void> => {
      counted = after(outcomes);
      await keepFates(queries, this.run.id, this.place.source, counted.fates);
      await keepProgress(queries, this.progressOf(counted, 'running'));
    };
    if (items.length === 0) await database.transaction((transaction) => beside(transaction, []));
    else await door.executeBatch(datasets, this.actor, items, beside);
    if (counted) this.take(counted);
  }

  /** A dry run decides as the door would, on what it reads, and writes nothing. */
  private async compare(decided: readonly Decided[]): Promise<void> {
    const items = decided.flatMap(({ item }) => (item ? [item] : []));
    const rows = await this.parts.database.rows<{ id: string; state: Dataset; content: DatasetContent }>(
      `select id, state, content from dataset where id = any($1::uuid[])`,
      [items.map(({ id }) => id)],
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    const outcomes = items.map(({ id, command }): Fated => {
      const outcome = decideImport(stored.get(id)?.state, stored.get(id)?.content, command);
      return outcome.ok ? { events: outcome.value.map(({ type }) => type) } : { reason: outcome.refusals[0] };
    });
    this.take(this.after(decided, outcomes));
  }

  /** What stands after a batch, before anybody relies on it: the transaction may be tried again. */
  private after(decided: readonly Decided[], outcomes: readonly Fated[]): Counted {
    const tally = { ...this.tally };
    const repairs = { ...this.repairs };
    const unread = countsOf(this.unread);
    const fates: Fate[] = [];
    let next = 0;
    for (const { record, item } of decided) {
      for (const [kind, count] of record.counts) repairs[kind] = (repairs[kind] ?? 0) + count;
      for (const name of record.unread)
        if (name in unread || Object.keys(unread).length < 200) unread[name] = (unread[name] ?? 0) + 1;
      const fate = fateOf(record, item && { id: item.id, ...outcomes[next++] });
      if (fate) fates.push(fate);
      tally[fate?.outcome ?? 'unchanged'] += 1;
    }
    return { tally, repairs, unread, fates, position: this.position + decided.length };
  }

  private take({ tally, repairs, unread, fates, position }: Counted): void {
    Object.assign(this.tally, tally);
    Object.assign(this.repairs, repairs);
    Object.assign(this.unread, unread);
    this.position = position;
    for (const fate of fates) if (fate.outcome === 'skipped' && this.skipped.length < 1000) this.skipped.push(fate);
  }

  private progressOf(counted: Omit<Counted, 'fates'>, state: RunProgress['state']): RunProgress {
    const { tally, repairs, unread, position } = counted;
    return {
      id: this.run.id,
      ...tally,
      repairs,
      unread,
      position,
      state,
      heldBack: this.heldBack,
      at: this.parts.clock.now(),
    };
  }

  private async keep(state: RunProgress['state']): Promise<void> {
    if (this.options.dryRun) return;
    await keepProgress(this.parts.database, this.progressOf(this, state));
  }

  /** Marks what the source no longer has, unless a faulty feed is likelier or what could not be read may be it. */
  private async vanish(): Promise<void> {
    const gone: { id: string; title: string }[] = [];
    let present = 0;
    for (
      let after = '', page;
      (page = await presentRecords(this.parts.database, this.place.source, after, 2000)).length > 0;
    ) {
      present += page.length;
      gone.push(...page.filter(({ key }) => !this.seen.has(key)));
      after = page.at(-1)?.key ?? '';
    }
    const many = gone.length > gentleNumber && gone.length > present * gentleShare;
    const unsure = gone.length > 0 && this.unidentified > 0;
    if ((many || unsure) && !this.options.acceptRemovals) {
      this.heldBack = gone.length;
      return;
    }
    if (this.options.dryRun) this.tally.vanished += gone.length;
    else for (let at = 0; at < gone.length; at += batchSize) await this.mark(gone.slice(at, at + batchSize));
  }

  private async mark(gone: readonly { id: string; title: string }[]): Promise<void> {
    const { door, datasets } = this.parts;
    const command: MarkVanished = { type: 'mark-vanished' };
    let vanished = this.tally.vanished;
    const items = gone.map(({ id }) => ({ id, command }));
    await door.executeBatch(datasets, this.actor, items, async (transaction, outcomes) => {
      const marked = gone.filter((_, index) => {
        const outcome = outcomes[index];
        return outcome?.ok && outcome.value.events.length > 0;
      });
      const fates = marked.map(({ id, title }, index): Fate => {
        return { position: -(this.tally.vanished + index + 1), path: '', title, outcome: 'vanished', dataset: id };
      });
      vanished = this.tally.vanished + fates.length;
      await keepFates(transaction, this.run.id, this.place.source, fates);
      await keepProgress(transaction, this.progressOf({ ...this, tally: { ...this.tally, vanished } }, 'running'));
    });
    this.tally.vanished = vanished;
  }
}

interface Counted {
  readonly tally: Tally;
  readonly repairs: Record<string, number>;
  readonly unread: Record<string, number>;
  readonly fates: readonly Fate[];
  readonly position: number;
}

interface Fated {
  readonly events?: readonly string[];
  readonly reason?: { readonly code: string; readonly message: string };
}

const fateOfOutcome = (outcome: ItemOutcome): Fated =>
  outcome.ok ? { events: outcome.value.events } : { reason: outcome.refusals[0] };

/** Counts by names that a feed chooses: `constructor` is one like any other. */
const countsOf = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.assign(Object.create(null) as Record<string, number>, counts);

/** A record that could not be written, without what it says of itself, for that may be the reason. */
const withoutWords = ({ fate: { position, path, record_key, title } }: PreparedRecord): PreparedRecord => ({
  fate: { position, path, record_key, title },
  counts: new Map(),
  unread: new Set(),
  skipped: failed,
});

/** What became of a record; undefined where it was as before. */
function fateOf(record: PreparedRecord, done: (Fated & { readonly id: string }) | undefined): Fate | undefined {
  const reason = record.skipped ?? done?.reason;
  if (reason) return { ...record.fate, outcome: 'skipped', reason_code: reason.code, reason: reason.message };
  if (!done?.events || done.events.length === 0) return undefined;
  const outcome = done.events.includes('dataset-imported') ? 'created' : 'updated';
  return { ...record.fate, outcome, dataset: done.id };
}
