import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  colleague,
  machine,
  newId,
  parcelAggregate,
  parcelsOffice,
  registration,
  steward,
  stranger,
  type ParcelCommand,
  type Parcels,
} from '#testing/parcel';
import { Door } from './door.ts';
import { replay } from './replay.ts';

let office: Parcels;
beforeAll(async () => {
  office = await parcelsOffice(['parcel-painted', 'parcel-registered']);
});
afterAll(() => office.test.close());

const codes = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }): string[] =>
  outcome.ok ? [] : (outcome.refusals ?? []).map(({ code }) => code);

const rowOf = async (id: string) => {
  const [row] = await office.database.rows<{ revision: number; state: { colour: string }; content: object }>(
    'select revision, state, content from parcel where id = $1',
    [id],
  );
  return row;
};
const entriesOf = (id: string) =>
  office.database.rows<{ revision: number; type: string; actor_person: string; actor_standing: string }>(
    'select revision, type, actor_person, actor_standing from ledger_entry where stream = $1 order by revision',
    [id],
  );

describe('one command', () => {
  test('writes state, words and entry, and says which revision it made', async () => {
    const id = await office.registered();
    const outcome = await office.paint(id, 1, 'green', { note: 'As the neighbours wished' });
    expect(outcome).toEqual({ ok: true, value: { id, revision: 2, events: ['parcel-painted'] } });
    expect(await rowOf(id)).toMatchObject({
      revision: 2,
      state: { colour: 'green' },
      content: { note: 'As the neighbours wished' },
    });
    const by = { actor_person: steward.person, actor_standing: 'steward' };
    expect(await entriesOf(id)).toEqual([
      { revision: 1, type: 'parcel-registered', ...by },
      { revision: 2, type: 'parcel-painted', ...by },
    ]);
  });

  test('words are no part of the entry, and null empties a word', async () => {
    const id = await office.registered();
    await office.paint(id, 1, 'green', { note: 'private words' });
    const [entry] = await office.database.rows(`select * from ledger_entry where stream = $1 and revision = 2`, [id]);
    expect(JSON.stringify(entry)).not.toContain('private words');
    await office.paint(id, 2, 'blue', { note: null });
    expect((await rowOf(id))?.content).toEqual({});
  });

  test('several events of one command are several entries and revisions', async () => {
    const id = await office.registered();
    const command: ParcelCommand = { type: 'repaint-parcel', colours: ['red', 'green', 'blue'] };
    const outcome = await office.door.execute(office.aggregate, steward, { id, revision: 1, command });
    expect(outcome).toMatchObject({ ok: true, value: { revision: 4 } });
    expect((await entriesOf(id)).map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
    expect(await rowOf(id)).toMatchObject({ revision: 4, state: { colour: 'blue' } });
  });

  test('that changes nothing writes nothing, and keeps the revision', async () => {
    const id = await office.registered();
    const before = await office.count('ledger_entry');
    const outbox = await office.count('outbox');
    const [{ changed }] = (await office.database.rows(`select xmin::text as changed from parcel where id = $1`, [
      id,
    ])) as [{ changed: string }];
    expect(await office.paint(id, 1, 'white')).toEqual({ ok: true, value: { id, revision: 1, events: [] } });
    expect(await office.count('ledger_entry')).toBe(before);
    expect(await office.count('outbox')).toBe(outbox);
    expect(await office.database.rows(`select xmin::text as changed from parcel where id = $1`, [id])).toEqual([
      { changed },
    ]);
  });

  test('to what the actor may not see is answered as if it were not there', async () => {
    const id = await office.registered();
    expect(codes(await office.paint(id, 1, 'red', { actor: stranger }))).toEqual(['ledger.unseen']);
    expect(codes(await office.paint(newId(), 1, 'red', { actor: stranger }))).toEqual(['ledger.unseen']);
    expect(codes(await office.paint(newId(), 1, 'red'))).toEqual(['ledger.unseen']);
    const command: ParcelCommand = { type: 'paint-parcel', colour: 'red' };
    const without = (which: string) => office.door.execute(office.aggregate, stranger, { id: which, command });
    expect(codes(await without(id))).toEqual(codes(await without(newId())));
    expect(await rowOf(id)).toMatchObject({ revision: 1 });
  });

  test('to what the actor sees without the right is not allowed', async () => {
    const id = await office.registered();
    expect(codes(await office.paint(id, 1, 'red', { actor: colleague }))).toEqual(['ledger.not-allowed']);
    const command = registration(newId());
    expect(codes(await office.door.execute(office.aggregate, colleague, { id: newId(), command }))).toEqual([
      'ledger.not-allowed',
    ]);
  });

  test('of a person must name the revision, and an older one is stale', async () => {
    const id = await office.registered();
    const command: ParcelCommand = { type: 'paint-parcel', colour: 'red' };
    expect(codes(await office.door.execute(office.aggregate, steward, { id, command }))).toEqual([
      'ledger.revision-missing',
    ]);
    expect((await office.paint(id, 1, 'red')).ok).toBe(true);
    expect(codes(await office.paint(id, 1, 'green'))).toEqual(['ledger.stale']);
    expect(codes(await office.paint(id, 3, 'green'))).toEqual(['ledger.stale']);
    expect(await rowOf(id)).toMatchObject({ revision: 2, state: { colour: 'red' } });
  });

  test('of a machine decides on what it has just read', async () => {
    const id = await office.registered();
    const command: ParcelCommand = { type: 'paint-parcel', colour: 'red' };
    expect(await office.door.execute(office.aggregate, machine, { id, command })).toMatchObject({ ok: true });
  });

  test('two at once on the same revision: one is done, one is stale', async () => {
    const id = await office.registered();
    const outcomes = await Promise.all(['red', 'green'].map((colour) => office.paint(id, 1, colour)));
    expect(outcomes.flatMap(codes)).toEqual(['ledger.stale']);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOf(id)).toHaveLength(2);
  });
});

describe('creation', () => {
  test('two that want the same slug at once: the second looks again and takes the next', async () => {
    let waiting = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    const aggregate = parcelAggregate({
      factsRead: async () => {
        waiting += 1;
        if (waiting >= 2) open();
        await both;
      },
    });
    const ids = [newId(), newId()];
    const outcomes = await Promise.all(
      ids.map((id) => office.door.execute(aggregate, steward, { id, command: registration(id, 'wanted') })),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(waiting).toBe(3);
    const rows = await office.database.rows<{ slug: string }>(`select slug from parcel where slug like 'wanted%'`);
    expect(rows.map(({ slug }) => slug).sort()).toEqual(['wanted', 'wanted-2']);
  });

  test('eight that want the same slug at once all get one', async () => {
    const ids = Array.from({ length: 8 }, newId);
    const outcomes = await Promise.all(
      ids.map((id) => office.door.execute(office.aggregate, steward, { id, command: registration(id, 'crowded') })),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
  });

  test('a constraint that stays violated is an error, not a loop', async () => {
    await office.owner.rows(`insert into parcel values ($1, 'cursed', 1, '{}', '{}')`, [newId()]);
    const aggregate = parcelAggregate();
    const blind = {
      ...aggregate,
      facts: (_transaction: unknown, _actor: unknown, items: readonly unknown[]) =>
        Promise.resolve(items.map(() => ({ slug: 'cursed' }))),
    };
    const id = newId();
    await expect(office.door.execute(blind, steward, { id, command: registration(id, 'cursed') })).rejects.toThrow();
    expect(await entriesOf(id)).toEqual([]);
  });
});

describe('a throw', () => {
  test('late in the write takes everything back', async () => {
    const id = await office.registered();
    const before = await Promise.all(['ledger_entry', 'outbox', 'command_receipt'].map(office.count));
    const failing = parcelAggregate({
      saved: () => {
        throw new Error('The disk is full');
      },
    });
    const command: ParcelCommand = { type: 'paint-parcel', colour: 'red' };
    const call = { id, revision: 1, command, retry: { key: 'late', call: { command } } };
    await expect(office.door.execute(failing, steward, call)).rejects.toThrow('The disk is full');
    expect(await rowOf(id)).toMatchObject({ revision: 1, state: { colour: 'white' } });
    expect(await Promise.all(['ledger_entry', 'outbox', 'command_receipt'].map(office.count))).toEqual(before);
    expect(await office.door.execute(office.aggregate, steward, call)).toMatchObject({ ok: true });
  });

  test('beside a batch takes the batch back', async () => {
    const id = newId();
    const beside = () => Promise.reject(new Error('The run is gone'));
    const batch = office.door.executeBatch(office.aggregate, machine, [{ id, command: registration(id) }], beside);
    await expect(batch).rejects.toThrow('The run is gone');
    expect(await rowOf(id)).toBeUndefined();
    expect(await entriesOf(id)).toEqual([]);
  });

  test('an event that its contract refuses is never written', async () => {
    const id = await office.registered();
    const command = { type: 'paint-parcel', colour: 7 as unknown as string } as const;
    await expect(office.door.execute(office.aggregate, steward, { id, revision: 1, command })).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ revision: 1, state: { colour: 'white' } });
  });
});

describe('a batch', () => {
  test('accepts and refuses each item for itself, in the order given', async () => {
    const [fresh, stale, unseen] = [await office.registered(), await office.registered(), newId()];
    await office.paint(stale, 1, 'red');
    const paint = (colour: string): ParcelCommand => ({ type: 'paint-parcel', colour });
    const outcomes = await office.door.executeBatch(office.aggregate, steward, [
      { id: stale, revision: 1, command: paint('green') },
      { id: fresh, revision: 1, command: paint('green') },
      { id: unseen, revision: 1, command: paint('green') },
      { id: await office.registered(), revision: 1, command: paint('invisible') },
    ]);
    expect(outcomes.map(codes)).toEqual([['ledger.stale'], [], ['ledger.unseen'], ['parcel.no-such-colour']]);
    expect(await rowOf(fresh)).toMatchObject({ revision: 2, state: { colour: 'green' } });
    expect(await rowOf(stale)).toMatchObject({ revision: 2, state: { colour: 'red' } });
  });

  test('that names an aggregate twice is a bug and throws', async () => {
    const id = await office.registered();
    const item = { id, revision: 1, command: { type: 'paint-parcel', colour: 'red' } as const };
    await expect(office.door.executeBatch(office.aggregate, steward, [item, item])).rejects.toThrow('once');
  });

  test('two that lock the same parcels in another order do not wait for each other for ever', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => office.registered()));
    const items = (order: string[], colour: string) =>
      order.map((id) => ({ id, command: { type: 'paint-parcel', colour } as const }));
    const outcomes = await Promise.all([
      office.door.executeBatch(office.aggregate, machine, items(ids, 'red')),
      office.door.executeBatch(office.aggregate, machine, items([...ids].reverse(), 'green')),
    ]);
    expect(outcomes.flat().every(({ ok }) => ok)).toBe(true);
  });
});

describe('what is announced', () => {
  const announced = async (door: Door, colour: string, ids: readonly string[]) => {
    await office.owner.rows('delete from outbox');
    const items = ids.map((id) => ({ id, command: { type: 'paint-parcel', colour } as const }));
    await door.executeBatch(office.aggregate, machine, items);
    return office.database.rows<{ type: string; kind: string; streams: string[]; entries: string[] }>(
      'select type, kind, streams, entries from outbox',
    );
  };

  test('a batch announces each type once, with its streams and entries', async () => {
    const ids = [await office.registered(), await office.registered()];
    const rows = await announced(office.door, 'red', ids);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ type: 'parcel-painted', kind: 'parcel' });
    expect([...(rows[0]?.streams ?? [])].sort()).toEqual([...ids].sort());
    const entries = await office.database.rows<{ id: string }>(
      `select id from ledger_entry where stream = any($1::uuid[]) and revision = 2`,
      [ids],
    );
    expect([...(rows[0]?.entries ?? [])].sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  test('what nobody hears is not announced', async () => {
    const deaf = new Door(office.database, office.clock, new Set(['parcel-registered']));
    expect(await announced(deaf, 'red', [await office.registered()])).toEqual([]);
  });
});

test('what the door stored is what the ledger tells', async () => {
  await office.owner.rows(`delete from parcel where slug = 'cursed'`);
  const report = await replay(office.database, [office.aggregate]);
  expect(report.findings).toEqual([]);
  expect(report.entries).toBe(await office.count('ledger_entry'));
});
