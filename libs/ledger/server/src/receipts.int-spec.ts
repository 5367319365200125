import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { colleague, newId, parcelsOffice, registration, steward, type Parcels } from '#testing/parcel';
import { forgetReceipts } from './receipts.ts';

let office: Parcels;
beforeAll(async () => {
  office = await parcelsOffice();
});
afterAll(() => office.test.close());

/** A call as a client sends it, under its own key. */
const retry = (key: string, body: object) => ({ key, call: { path: '/parcels', body } });
const painted = (id: string, key: string, colour = 'red') =>
  office.paint(id, 1, colour, { retry: retry(key, { id, colour }) });

test('the same call under the same key: the same answer and one effect', async () => {
  const id = await office.registered();
  const first = await painted(id, 'one');
  const entries = await office.count('ledger_entry');
  expect(await painted(id, 'one')).toEqual(first);
  expect(first).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(await office.count('ledger_entry')).toBe(entries);
});

test('a retried creation answers with the id made first', async () => {
  const create = () => {
    const id = newId();
    const call = retry('create', { slug: 'made-once' });
    return office.door.execute(office.aggregate, steward, { id, command: registration(id, 'made-once'), retry: call });
  };
  const first = await create();
  expect(await create()).toEqual(first);
  expect(await office.database.rows(`select slug from parcel where slug like 'made-once%'`)).toHaveLength(1);
});

test('another call under the same key is refused', async () => {
  const id = await office.registered();
  await painted(id, 'two');
  expect(await painted(id, 'two', 'green')).toMatchObject({ ok: false, refusals: [{ code: 'ledger.key-reused' }] });
});

test('two people may use the same key', async () => {
  const id = await office.registered();
  await painted(id, 'shared');
  const outcome = await office.paint(id, 2, 'red', { actor: colleague, retry: retry('shared', { id }) });
  expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'ledger.not-allowed' }] });
});

test('two at once under the same key have one effect and one answer', async () => {
  const id = await office.registered();
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => painted(id, 'at-once')));
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  expect(outcomes[0]).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(await office.database.rows('select from ledger_entry where stream = $1', [id])).toHaveLength(2);
});

test('a refused call leaves no receipt: mended, it may come under its key', async () => {
  const id = await office.registered();
  const refused = await office.paint(id, 1, 'invisible', { retry: retry('refused', { id, colour: 'invisible' }) });
  expect(refused.ok).toBe(false);
  expect(await painted(id, 'refused')).toMatchObject({ ok: true });
});

test('a key that is too long is refused', async () => {
  const id = await office.registered();
  expect(await painted(id, 'k'.repeat(201))).toMatchObject({ ok: false, refusals: [{ code: 'ledger.key-too-long' }] });
});

test('a receipt is kept for 24 hours and forgotten after', async () => {
  const id = await office.registered();
  await painted(id, 'old');
  const forgotten = async (hours: number) => {
    const later = new Date(office.clock.at.getTime() + hours * 3_600_000);
    await office.database.transaction((transaction) => forgetReceipts(transaction, later));
    return (await office.database.rows(`select from command_receipt where key = 'old'`)).length === 0;
  };
  expect(await forgotten(23.9)).toBe(false);
  expect(await forgotten(24.1)).toBe(true);
  expect(await painted(id, 'old')).toMatchObject({ ok: false, refusals: [{ code: 'ledger.stale' }] });
});
