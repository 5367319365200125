import { uuidv7, type Actor, type Outcome } from '#kernel';
import { Door, type Done, type IdempotentCall } from '#ledger/server';
import type { Database } from '#platform/database';
import { testDatabase, type TestDatabase } from '../database.ts';
import {
  makeParcels,
  otherOffice,
  parcelAggregate,
  parcelOffice,
  personIn,
  type ParcelAggregate,
  type ParcelCommand,
} from './parcel-aggregate.ts';

/** An instant that a spec sets. */
export class SetClock {
  at = new Date('2026-11-23T09:00:00.000Z');
  now = (): Date => this.at;
}

let counted = 0;
/** An id that nobody had yet. */
export const newId = (): string => uuidv7(Date.parse('2026-11-23T09:00:00.000Z') + (counted += 1));

export const steward = personIn(parcelOffice, 'steward', '0197f000-0000-7000-8000-0000000000c1');
export const colleague = personIn(parcelOffice, 'requester', '0197f000-0000-7000-8000-0000000000c2');
export const stranger = personIn(otherOffice, 'steward', '0197f000-0000-7000-8000-0000000000c3');
export const machine: Actor = { kind: 'machine', name: 'schedule' };

/** A database with the table of parcels, and a door to it. */
export interface Parcels {
  readonly test: TestDatabase;
  readonly database: Database;
  readonly owner: Database;
  readonly clock: SetClock;
  readonly door: Door;
  readonly aggregate: ParcelAggregate;
  /** Registers a parcel as the steward; @returns its id, at revision 1 */
  registered(slug?: string): Promise<string>;
  paint(id: string, revision: number, colour: string, more?: PaintOptions): Promise<Outcome<Done>>;
  count(table: string): Promise<number>;
}

export interface PaintOptions {
  readonly note?: string | null;
  readonly actor?: Actor;
  readonly retry?: IdempotentCall;
}

export const registration = (id: string, slug = `parcel-${id}`): ParcelCommand => ({
  type: 'register-parcel',
  id,
  organisation: parcelOffice,
  slug,
  colour: 'white',
});

/** @param heard the types of events that the outbox announces */
export async function parcelsOffice(heard: readonly string[] = []): Promise<Parcels> {
  const test = await testDatabase();
  const { database } = test;
  const owner = await test.owner();
  await makeParcels(owner);
  const clock = new SetClock();
  const door = new Door(database, clock, new Set(heard));
  const aggregate = parcelAggregate();
  return {
    test,
    database,
    owner,
    clock,
    door,
    aggregate,
    registered: async (slug) => {
      const id = newId();
      const outcome = await door.execute(aggregate, steward, { id, command: registration(id, slug) });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
      return id;
    },
    paint: (id, revision, colour, { note, actor = steward, retry } = {}) =>
      door.execute(aggregate, actor, {
        id,
        revision,
        command: { type: 'paint-parcel', colour, ...(note !== undefined && { note }) },
        ...(retry && { retry }),
      }),
    count: async (table) => {
      const [row] = await owner.rows<{ n: number }>(`select count(*)::integer as n from ${table}`);
      return row?.n ?? 0;
    },
  };
}
