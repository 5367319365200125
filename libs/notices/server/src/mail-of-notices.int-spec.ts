import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uuidv7 } from '#kernel';
import { testDatabase, type TestDatabase } from '#testing';
import { setPreferences, readPreferences } from './preferences.ts';
import { settleNotices } from './settle-notices.ts';
import { writeDigests } from './write-digests.ts';
import { writeNotices, type NewNotice } from './write-notices.ts';

const start = Date.parse('2026-11-26T05:30:00.000Z');
const hour = 3_600_000;
const at = (hours: number): Date => new Date(start + hours * hour);
const newId = (): string => uuidv7(start);
const [ada, ben, closed] = [newId(), newId(), newId()];

let spec: TestDatabase;
beforeAll(async () => {
  spec = await testDatabase();
  const owner = await spec.owner();
  for (const [id, name, gone] of [
    [ada, 'ada', false],
    [ben, 'ben', false],
    [closed, 'closed', true],
  ] as const) {
    await owner.rows(
      `insert into person values ($1, 1, $2, $2 || '@demo.example', false, true, $3, '{}', '{}', now())`,
      [id, name, gone],
    );
  }
});
afterAll(() => spec.close());
beforeEach(async () => {
  for (const table of ['notice', 'mail', 'notice_preference', 'notice_digest'])
    await spec.database.rows(`delete from ${table}`);
});

const notice = (more: Partial<NewNotice> = {}): NewNotice => ({
  person: ada,
  kind: 'asks',
  topic: 'case-needs-validation',
  subjectKind: 'case',
  subject: newId(),
  sentence: 'A request for street trees waits to be checked.',
  href: '/inbox',
  source: newId(),
  at: at(0),
  ...more,
});
const write = (...rows: NewNotice[]) => spec.database.transaction((transaction) => writeNotices(transaction, rows));
const mails = () =>
  spec.database.rows<{ address: string; kind: string; state: string; subject: string; body: string }>(
    `select address, kind, state, content->>'subject' as subject, content::text as body from mail order by id`,
  );

describe('at once', () => {
  test('each notice is mailed once, however often it is written, and to open accounts alone', async () => {
    const rows = [notice(), notice({ person: ben, kind: 'tells' }), notice({ person: closed })];
    await write(...rows);
    await write(...rows);
    expect((await mails()).map(({ address, kind }) => `${kind} ${address}`).sort()).toEqual([
      'notice ada@demo.example',
      'notice ben@demo.example',
    ]);
  });

  test('no subject says what it is about', async () => {
    await write(notice(), notice({ kind: 'tells', sentence: 'Approved: street trees.' }));
    for (const { subject } of await mails()) expect(subject).not.toMatch(/tree|request/i);
  });

  test('what is done before it went is not sent', async () => {
    const subject = newId();
    await write(notice({ subject }));
    await spec.database.transaction((transaction) => settleNotices(transaction, { subject }, at(1)));
    expect(await mails()).toMatchObject([{ state: 'stopped' }]);
  });

  test('a newer one about the same stops the older', async () => {
    const subject = newId();
    await write(notice({ subject }));
    await write(notice({ subject, at: at(1) }));
    expect((await mails()).map(({ state }) => state)).toEqual(['stopped', 'to-send']);
  });
});

describe('as people choose', () => {
  test('nothing is mailed to those who want none', async () => {
    expect(await readPreferences(spec.database, ada)).toEqual({ asks: 'at-once', tells: 'at-once' });
    await setPreferences(spec.database, ada, { asks: 'at-once', tells: 'off' }, at(0));
    await write(notice(), notice({ kind: 'tells' }));
    expect(await mails()).toHaveLength(1);
    expect(await readPreferences(spec.database, ada)).toEqual({ asks: 'at-once', tells: 'off' });
  });

  test('once a day from seven o’clock, one mail of what is unread and still asks, and none of nothing', async () => {
    await setPreferences(spec.database, ada, { asks: 'daily', tells: 'daily' }, at(0));
    const done = newId();
    await write(
      notice(),
      notice({ kind: 'tells', sentence: 'Approved: street trees.' }),
      notice({ subject: done, topic: 'done' }),
    );
    await spec.database.transaction((transaction) => settleNotices(transaction, { subject: done }, at(0)));
    expect(await mails()).toEqual([]);
    expect(await writeDigests(spec.database, at(1))).toBe(0);
    const both = await Promise.all([writeDigests(spec.database, at(2)), writeDigests(spec.database, at(2))]);
    expect(both[0] + both[1]).toBe(1);
    const [digest] = await mails();
    expect(digest).toMatchObject({ kind: 'digest', address: 'ada@demo.example', subject: 'Wayleave: your day' });
    expect(digest?.body).toContain('Approved: street trees.');
    expect(digest?.body).not.toContain('"done"');
    expect(await writeDigests(spec.database, at(3))).toBe(0);
    await write(notice({ at: at(20) }));
    expect(await writeDigests(spec.database, at(26))).toBe(1);
    expect(await writeDigests(spec.database, at(50))).toBe(0);
    expect(await mails()).toHaveLength(2);
  });
});
