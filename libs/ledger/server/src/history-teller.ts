import { lifted, type EventContracts } from '#ledger/contracts';
import type { DomainEvent } from '#ledger/domain';
import type { Queries } from '#platform/database';

/** What a stream is called in a history, and the page on which those read it who may. */
export interface ToldStream {
  readonly title: string;
  readonly reference?: string;
  /** Path of its page; absent where it has none that every reader of its history may open. */
  readonly path?: string;
}

/** How the history of one kind of aggregate is told: each feature brings its own. */
export interface HistoryTeller {
  readonly kind: string;
  /** What the kind is called in a list of kinds. */
  readonly label: string;
  /** Whether its entries can be about datasets. */
  readonly ofDatasets?: true;
  /**
   * What one entry says, without a name and without anybody's words.
   * @param inside whether it is read as those read it whose work it is
   * @returns undefined where this side does not read it
   */
  tell(entry: StoredEvent, inside: boolean): string | undefined;
  streams(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, ToldStream>>;
}

/** An event as the ledger has it. */
export interface StoredEvent {
  readonly type: string;
  readonly schema_version: number;
  readonly facts: unknown;
}

interface Telling<Event extends DomainEvent> {
  readonly kind: string;
  readonly label: string;
  readonly ofDatasets?: true;
  readonly events: EventContracts<Event['type']>;
  readonly tell: (event: Event, inside: boolean) => string | undefined;
  readonly streams: HistoryTeller['streams'];
}

/** A teller of events that are known by their types; those of older versions are lifted before they are told. */
export function tellerOf<Event extends DomainEvent>({ events, tell, ...rest }: Telling<Event>): HistoryTeller {
  return {
    ...rest,
    tell: ({ type, schema_version: version, facts }, inside) => {
      const contract = events[type as Event['type']];
      return contract && tell({ type, facts: lifted(contract, version, facts) } as Event, inside);
    },
  };
}

/** What streams are called, by one query with `$1` in place of their ids. */
export const streamsBy =
  (sql: string, prepared: string): HistoryTeller['streams'] =>
  async (queries, ids) => {
    const rows = await queries.rows<{
      id: string;
      title: string | null;
      reference?: string | null;
      path?: string | null;
    }>(sql, [ids], prepared);
    return new Map(
      rows.map(({ id, title, reference, path }) => [
        id,
        { title: title ?? '', ...(reference ? { reference } : {}), ...(path ? { path } : {}) },
      ]),
    );
  };
