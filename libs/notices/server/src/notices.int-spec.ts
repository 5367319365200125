import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uuidv7 } from '#kernel';
import { Door, runReaction, type Announcement, type Reaction } from '#ledger/server';
import type { NoticeView } from '#notices/contracts';
import { testDatabase, type TestDatabase } from '#testing';
import { forgetOldNotices } from './forget-old-notices.ts';
import { markRead } from './mark-read.ts';
import { countNotices } from './queries/count-notices.ts';
import { listNotices } from './queries/list-notices.ts';
import { settleNotices, type Settling } from './settle-notices.ts';
import { writeNotices, type NewNotice } from './write-notices.ts';

const start = Date.parse('2026-11-23T09:00:00.000Z');
const minute = 60_000;
const at = (minutes: number): Date => new Date(start + minutes * minute);
const newId = (): string => uuidv7(start);
const [ada, ben] = [newId(), newId()];

let files: TestDatabase;
beforeAll(async () => {
  files = await testDatabase();
});
afterAll(() => files.close());
beforeEach(() => files.database.rows('delete from notice'));

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
const write = (...rows: NewNotice[]) => files.database.transaction((transaction) => writeNotices(transaction, rows));
const settle = (settling: Settling, when = at(60)) =>
  files.database.transaction((transaction) => settleNotices(transaction, settling, when));
const listed = async (person = ada): Promise<NoticeView[]> =>
  (await listNotices(files.database, person, { size: 50 })).items;
const count = (person = ada) => countNotices(files.database, person);
const waiting = async (person = ada): Promise<string[]> =>
  (await listed(person)).filter(({ settled }) => !settled).map(({ topic }) => topic);

describe('writing', () => {
  test('the same write twice, and the same row twice in one, tell a person once', async () => {
    const rows = [notice(), notice({ person: ben }), notice({ kind: 'tells', topic: 'case-received' })];
    await write(...rows, ...rows);
    await write(...rows);
    expect(await listed()).toHaveLength(2);
    expect(await listed(ben)).toHaveLength(1);
  });

  test('two at once tell a person once', async () => {
    const rows = [notice(), notice()];
    await Promise.all([write(...rows), write(...rows), write(...rows)]);
    expect(await listed()).toHaveLength(2);
  });

  test('another topic, another cause and another subject are told each', async () => {
    const first = notice({ kind: 'tells' });
    await write(first, { ...first, topic: 'other' }, { ...first, source: newId() }, { ...first, subject: newId() });
    expect(await listed()).toHaveLength(4);
  });

  test('comes with the claim of its reaction or not at all', async () => {
    const door = new Door(files.database, { now: () => at(1) }, new Set());
    const parts = { database: files.database, door, clock: { now: () => at(1) } };
    const announcement: Announcement = {
      ...{ id: newId(), type: 'case-opened', kind: 'case' },
      ...{ streams: [newId()], entries: [newId()] },
    };
    let broken = true;
    const tell: Reaction = {
      name: 'when-case-opened-ask-steward',
      hears: ['case-opened'],
      react: async (transaction, { id, streams }, context) => {
        await writeNotices(
          transaction,
          streams.map((subject) => notice({ subject, source: id, at: context.at })),
        );
        if (broken) throw new Error('The process was ended here');
      },
    };
    await expect(runReaction(tell, announcement, parts)).rejects.toThrow('ended here');
    expect(await listed()).toEqual([]);
    broken = false;
    expect(await runReaction(tell, announcement, parts)).toBe('done');
    expect(await runReaction(tell, announcement, parts)).toBe('done before');
    expect(await listed()).toMatchObject([{ at: at(1).toISOString(), read: false, settled: false }]);
  });

  test('a sentence that is too long is cut', async () => {
    await write(notice({ sentence: 'tree '.repeat(100) }));
    expect((await listed())[0]?.sentence).toMatch(/^(tree )+tree…$/);
  });

  test.each(['https://evil.example/', '//evil.example', 'inbox'])('%s is no place to lead to', async (href) => {
    await expect(write(notice(), notice({ href }))).rejects.toThrow('no path of ours');
    expect(await listed()).toEqual([]);
  });

  test('nothing to write is nothing', async () => {
    await write();
    expect(await listed()).toEqual([]);
  });
});

describe('a newer notice that asks', () => {
  const subject = newId();

  test('settles the older ones about the same subject, read or not', async () => {
    await write(notice({ subject, topic: 'first' }), notice({ subject, topic: 'told', kind: 'tells' }));
    await write(notice({ subject, topic: 'second', at: at(1) }));
    await markRead(files.database, ada, { ids: (await listed()).map(({ id }) => id) }, at(2));
    await write(notice({ subject, topic: 'third', at: at(3) }));
    expect(await waiting()).toEqual(['third', 'told']);
    expect(await count()).toEqual({ unread: 1, asking: 1 });
  });

  test('leaves others and what only tells alone', async () => {
    await write(notice({ subject, person: ben }), notice({ topic: 'elsewhere' }));
    await write(notice({ subject, topic: 'newer', at: at(1) }));
    await write(notice({ subject, topic: 'told', kind: 'tells', at: at(2) }));
    expect(await waiting()).toEqual(['told', 'newer', 'elsewhere']);
    expect(await waiting(ben)).toHaveLength(1);
  });

  test('stands where an older one comes late', async () => {
    await write(notice({ subject, topic: 'newer', at: at(1) }));
    await write(notice({ subject, topic: 'late', at: at(0) }));
    expect(await waiting()).toEqual(['newer']);
  });
});

describe('settling', () => {
  const subject = newId();
  const other = newId();
  beforeEach(() =>
    write(
      notice({ subject }),
      notice({ subject, topic: 'case-needs-advice' }),
      notice({ subject, person: ben }),
      notice({ subject, topic: 'case-received', kind: 'tells' }),
      notice({ subject: other, topic: 'elsewhere' }),
    ),
  );

  test('a subject asks nobody any more: shown as settled, not as unread', async () => {
    await settle({ subject });
    expect((await waiting()).sort()).toEqual(['case-received', 'elsewhere']);
    expect(await waiting(ben)).toEqual([]);
    expect(await count()).toEqual({ unread: 2, asking: 1 });
    expect(await count(ben)).toEqual({ unread: 0, asking: 0 });
    expect(await listed()).toHaveLength(4);
  });

  test('one topic, one person, and several subjects', async () => {
    await settle({ subject, topics: ['case-needs-validation'], persons: [ben] });
    expect(await waiting()).toHaveLength(4);
    expect(await waiting(ben)).toEqual([]);
    await settle({ subject, topics: ['case-needs-advice'] });
    expect((await waiting()).sort()).toEqual(['case-needs-validation', 'case-received', 'elsewhere']);
    await settle({ subject: [subject, other] });
    expect(await waiting()).toEqual(['case-received']);
  });

  test('a second time changes nothing, and no person named is nobody', async () => {
    await settle({ subject, persons: [] });
    expect(await waiting()).toHaveLength(4);
    await settle({ subject }, at(60));
    await settle({ subject }, at(90));
    const rows = await files.database.rows('select distinct settled_at from notice where settled_at is not null');
    expect(rows).toEqual([{ settled_at: at(60) }]);
  });
});

describe('a list', () => {
  const many = Array.from({ length: 7 }, (_, minutes) =>
    notice({ topic: `topic-${minutes}`, at: at(minutes), kind: minutes % 3 === 0 ? 'asks' : 'tells' }),
  );
  const topics = ({ items }: { items: readonly NoticeView[] }): string[] =>
    items.map(({ topic }) => topic.replace('topic-', ''));

  test('is newest first and goes on where it ended', async () => {
    await write(...many, notice({ person: ben, at: at(9) }));
    const first = await listNotices(files.database, ada, { size: 3 });
    expect(topics(first)).toEqual(['6', '5', '4']);
    const second = await listNotices(files.database, ada, { size: 3, before: first.next });
    expect(topics(second)).toEqual(['3', '2', '1']);
    const third = await listNotices(files.database, ada, { size: 3, before: second.next });
    expect(topics(third)).toEqual(['0']);
    expect(third.next).toBeUndefined();
    expect([first, second, third].map(({ unread }) => unread)).toEqual([7, 7, 7]);
  });

  test('of exactly one page has no other', async () => {
    await write(...many);
    expect((await listNotices(files.database, ada, { size: 7 })).next).toBeUndefined();
  });

  test('holds what waits, or what happened', async () => {
    await write(...many);
    await settle({ subject: many[3]?.subject ?? '' });
    const only = async (part: 'waiting' | 'happened') =>
      topics(await listNotices(files.database, ada, { size: 50, only: part }));
    expect(await only('waiting')).toEqual(['6', '0']);
    expect(await only('happened')).toEqual(['5', '4', '3', '2', '1']);
  });
});

describe('reading', () => {
  const idsOf = async (person: string): Promise<string[]> => (await listed(person)).map(({ id }) => id);
  const unread = async (person = ada): Promise<number> => (await count(person)).unread;

  test('some, or all up to one; the first mark stays', async () => {
    await write(...[0, 1, 2, 3].map((minutes) => notice({ at: at(minutes) })));
    const [, third, second, first] = await idsOf(ada);
    await markRead(files.database, ada, { ids: [third ?? ''] }, at(10));
    expect(await unread()).toBe(3);
    await markRead(files.database, ada, { upTo: second }, at(11));
    expect((await listed()).map(({ read }) => read)).toEqual([false, true, true, true]);
    await markRead(files.database, ada, { ids: [first ?? ''], upTo: third }, at(12));
    const rows = await files.database.rows<{ read_at: Date }>('select read_at from notice order by id');
    expect(rows.map((row) => row.read_at)).toEqual([at(11), at(11), at(10), null]);
    expect(await count()).toEqual({ unread: 1, asking: 4 });
  });

  test('what was written to another changes nothing, neither theirs nor one’s own', async () => {
    await write(notice({ person: ben, at: at(5) }), notice({ at: at(0) }));
    const [theirs] = await idsOf(ben);
    await markRead(files.database, ada, { ids: [theirs ?? ''], upTo: theirs }, at(10));
    await markRead(files.database, ada, { ids: [newId()], upTo: newId() }, at(10));
    expect([await unread(), await unread(ben)]).toEqual([1, 1]);
  });
});

test('read ones are kept for 12 months, others for 24', async () => {
  const month = (number: number): Date => new Date(Date.UTC(2026, 10 + number, 23, 9));
  await write(notice({ topic: 'read', at: month(0) }), notice({ topic: 'unread', at: month(0) }));
  const [one] = (await listed()).filter(({ topic }) => topic === 'read');
  await markRead(files.database, ada, { ids: [one?.id ?? ''] }, month(2));
  const left = async (now: Date): Promise<string[]> => {
    await forgetOldNotices(files.database, now);
    return (await listed()).map(({ topic }) => topic).sort();
  };
  expect(await left(month(14))).toEqual(['read', 'unread']);
  expect(await left(new Date(month(14).getTime() + 1))).toEqual(['unread']);
  expect(await left(month(24))).toEqual(['unread']);
  expect(await left(new Date(month(24).getTime() + 1))).toEqual([]);
});
