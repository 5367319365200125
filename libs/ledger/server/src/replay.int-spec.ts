import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aboutInside } from '#ledger/domain';
import {
  newId,
  parcelAggregate,
  parcelEvents,
  parcelOffice,
  parcelsOffice,
  steward,
  type Parcels,
} from '#testing/parcel';
import { appendEntries, entryRows } from './entries.ts';
import { replay } from './replay.ts';
import { fillHistories } from './replay-about.ts';
import type { ReplayFinding } from './replay-finding.ts';

let office: Parcels;
let id: string;

/** A parcel with three revisions and words in the second. */
beforeEach(async () => {
  office = await parcelsOffice();
  id = await office.registered();
  await office.paint(id, 1, 'green', { note: 'Words of a person' });
  await office.paint(id, 2, 'blue');
});
afterEach(() => office.test.close());

const found = async (): Promise<readonly ReplayFinding[]> =>
  (await replay(office.database, [office.aggregate])).findings;

/** Changes history as only somebody can who owns the database and sets its guards aside. */
async function behindTheBack(sql: string, parameters: readonly unknown[] = [id]): Promise<void> {
  await office.owner.transaction(async (transaction) => {
    await transaction.rows('set local session_replication_role = replica');
    await transaction.rows(sql, parameters);
  });
}

const entryAt = (revision: number): string =>
  `select id from ledger_entry where stream = $1 and revision = ${revision}`;

async function eraseWords(): Promise<string> {
  const [row] = await office.database.rows<{ entry: string }>('select entry from ledger_private');
  const entry = row?.entry ?? '';
  const by = `select id from ledger_entry where stream = $2 and revision = 3`;
  await office.database.rows(`insert into ledger_erasure (private_entry, by_entry) values ($1, (${by}))`, [entry, id]);
  await office.database.rows('delete from ledger_private where entry = $1', [entry]);
  return entry;
}

describe('what the door wrote', () => {
  test('verifies, and is counted', async () => {
    await office.registered();
    expect(await replay(office.database, [office.aggregate])).toEqual({
      entries: 4,
      streams: 2,
      erased: 0,
      findings: [],
    });
  });

  test('verifies after an erasure', async () => {
    await eraseWords();
    expect(await replay(office.database, [office.aggregate])).toMatchObject({ erased: 1, findings: [] });
  });

  test('with numbers, signs and emptiness of every kind verifies', async () => {
    const words = ['é€😀', '\u0001', '"\\/', '', '\u2028', ' \n\t'];
    for (const [index, note] of words.entries()) await office.paint(id, 3 + index, `c${index}`, { note });
    expect(await found()).toEqual([]);
  });
});

describe('what was altered is found', () => {
  test.each([
    ['facts', `update ledger_entry set facts = '{"colour":"red"}' where stream = $1 and revision = 3`, 3],
    ['time', `update ledger_entry set at = at + interval '1 ms' where stream = $1 and revision = 2`, 2],
    ['person', `update ledger_entry set actor_person = gen_random_uuid() where stream = $1 and revision = 1`, 1],
    ['standing', `update ledger_entry set actor_standing = 'owner' where stream = $1 and revision = 2`, 2],
    ['hash of words', `update ledger_entry set private_hash = sha256('x') where stream = $1 and revision = 2`, 2],
    ['absent words', `update ledger_entry set private_hash = null where stream = $1 and revision = 2`, 2],
  ])('%s', async (_what, sql, revision) => {
    await behindTheBack(sql);
    expect(await found()).toContainEqual({ kind: 'parcel', stream: id, revision, fault: 'The entry was altered' });
  });

  test('words', async () => {
    await behindTheBack(`update ledger_private set body = '{"note":"Other words"}'`, []);
    const findings = await found();
    expect(findings.map(({ fault }) => fault)).toEqual([
      'The words of the entry were altered',
      'The words of the row differ from those of its history',
    ]);
  });

  test('words that went without an erasure', async () => {
    await behindTheBack('delete from ledger_private', []);
    expect((await found()).map(({ fault }) => fault)).toContain('Words are missing without an erasure');
  });

  test('erased words that are there again', async () => {
    const entry = await eraseWords();
    await behindTheBack(`insert into ledger_private (entry, salt, body) values ($1, '\\x00', '{"note":"again"}')`, [
      entry,
    ]);
    expect((await found()).map(({ fault }) => fault)).toContain('Erased words are there again');
  });

  test('words given to an entry that had none', async () => {
    await office.database.rows(
      `insert into ledger_private (entry, salt, body)
       select id, '\\x00', '{"note":"new"}' from ledger_entry where stream = $1 and revision = 3`,
      [id],
    );
    expect((await found()).map(({ fault }) => fault)).toContain('Words were added to an entry that had none');
  });

  test('an entry that is gone', async () => {
    await behindTheBack('delete from ledger_entry where stream = $1 and revision = 2');
    expect(await found()).toEqual([{ kind: 'parcel', stream: id, revision: 3, fault: 'The history has a gap' }]);
  });

  test('a last entry that is gone', async () => {
    await behindTheBack('delete from ledger_entry where stream = $1 and revision = 3');
    expect((await found()).map(({ fault }) => fault)).toEqual(['The state row is at revision 3, its history at 2']);
  });

  test('a state row that was changed', async () => {
    await office.owner.rows(`update parcel set state = state || '{"colour":"gold"}' where id = $1`, [id]);
    expect((await found()).map(({ fault }) => fault)).toEqual(['The state row differs from what its history folds to']);
  });

  test('words of a row that were changed', async () => {
    await office.owner.rows(`update parcel set content = '{"note":"gilded"}' where id = $1`, [id]);
    expect((await found()).map(({ fault }) => fault)).toEqual([
      'The words of the row differ from those of its history',
    ]);
  });

  test('a state row without a history', async () => {
    const stray = newId();
    await office.owner.rows(`insert into parcel values ($1, 'stray', 1, '{}', '{}')`, [stray]);
    expect(await found()).toEqual([
      { kind: 'parcel', stream: stray, fault: 'The state row is at revision 1, its history at 0' },
    ]);
  });

  test('an entry that was taken out of a history, or is read in another way there', async () => {
    const fault = 'The entry is missing from a history in which it belongs';
    await office.owner.rows(`update ledger_about set inside = false where entry = (${entryAt(2)})`, [id]);
    expect(await found()).toEqual([{ kind: 'parcel', stream: id, revision: 2, fault }]);
    await office.owner.rows(`delete from ledger_about where entry = (${entryAt(2)})`, [id]);
    expect(await found()).toEqual([{ kind: 'parcel', stream: id, revision: 2, fault }]);
  });

  test('an entry that was put into a history', async () => {
    const into = `insert into ledger_about select gen_random_uuid(), kind, id, true from ledger_entry where stream = $1 and revision = 1`;
    await office.owner.rows(into, [id]);
    expect((await found()).map(({ fault }) => fault)).toEqual(['A history holds entries that do not belong to it']);
  });

  test('a history without a state row', async () => {
    await office.owner.rows('delete from parcel where id = $1', [id]);
    expect(await found()).toEqual([{ kind: 'parcel', stream: id, fault: 'A history has no state row' }]);
  });

  test.each([
    ['an event nobody knows', `update ledger_entry set type = 'parcel-sold' where stream = $1 and revision = 2`],
    [
      'an event that cannot come first',
      `update ledger_entry set type = 'parcel-painted' where stream = $1 and revision = 1`,
    ],
    ['a version nobody can lift', `update ledger_entry set schema_version = 0 where stream = $1 and revision = 3`],
    ['a version nobody wrote', `update ledger_entry set schema_version = 9 where stream = $1 and revision = 3`],
    ['facts of no shape', `update ledger_entry set facts = 'null' where stream = $1 and revision = 2`],
  ])('%s, and the others are looked at all the same', async (_what, sql) => {
    const other = await office.registered();
    await behindTheBack(sql);
    await office.owner.rows(`update parcel set state = state || '{"colour":"gold"}' where id = $1`, [other]);
    const findings = await found();
    expect(new Set(findings.map(({ stream }) => stream))).toEqual(new Set([id, other]));
  });
});

test('histories of a ledger that is older than they are filled once', async () => {
  await office.owner.rows('delete from ledger_about');
  const written = await fillHistories(office.owner, [office.aggregate]);
  expect(written).toBeGreaterThan(0);
  expect(await found()).toEqual([]);
  expect(await fillHistories(office.owner, [office.aggregate])).toBe(0);
});

test('an entry of an older version is lifted, and its hash is that of what was written', async () => {
  const old = { ...parcelAggregate(), events: { ...parcelEvents } };
  const painted = parcelEvents['parcel-painted'];
  old.events['parcel-painted'] = { ...painted, version: 1, facts: { parse: (facts: unknown) => facts } as never };
  await office.database.transaction(async (transaction) => {
    const event = { type: 'parcel-painted', facts: { paint: 'violet' } };
    const entry = {
      stream: id,
      revision: 4,
      actor: steward,
      standing: 'steward',
      event,
      about: aboutInside(parcelOffice),
    };
    await appendEntries(transaction, entryRows(old, [entry], office.clock.now()));
    await transaction.rows(`update parcel set revision = 4, state = state || '{"colour":"violet"}' where id = $1`, [
      id,
    ]);
  });
  expect(await office.database.rows('select schema_version, facts from ledger_entry where revision = 4')).toEqual([
    { schema_version: 1, facts: { paint: 'violet' } },
  ]);
  expect(await found()).toEqual([]);
  await office.owner.rows(`update parcel set state = state || '{"colour":"red"}' where id = $1`, [id]);
  expect(await found()).toHaveLength(1);
});

test('of very many findings the first hundred are named', async () => {
  await office.owner.rows(
    `insert into parcel select gen_random_uuid(), 'stray-' || n, 1, '{}', '{}' from generate_series(1, 600) n`,
  );
  const report = await replay(office.database, [office.aggregate]);
  expect(report.findings).toHaveLength(100);
  expect(report.streams).toBe(601);
});
