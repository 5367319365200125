import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7, type Outcome, type PersonActor } from '#kernel';
import { DiskStorage } from '#platform/storage';
import { evidenceLimits } from '#sharing/contracts';
import { testDatabase, type TestDatabase } from '#testing';
import { until } from '#testing/servers';
import type { SentPart } from './evidence-intake.ts';
import { evidenceReadsOf } from './evidence-reads.ts';
import { evidenceInUse, evidenceOf, forgetEvidenceOf, insertEvidence, lockEvidence } from './evidence-rows.ts';
import { Evidence } from './evidence.ts';

let now = new Date('2026-11-23T09:00:00.000Z');
const clock = { now: () => now };
const newId = (): string => uuidv7(now.getTime());
const somebody = (name: string): PersonActor => ({
  ...({ kind: 'person', person: newId(), name, operator: false, memberships: [] } as const),
  email: `${name}@exchester.example`,
});
const [ada, ben, cleo] = [somebody('ada'), somebody('ben'), somebody('cleo')];
const council = newId();

let files: TestDatabase;
let root: string;
let evidence: Evidence;
let request: string;
let writers: Set<PersonActor>;
let submitted: Set<string>;

beforeAll(async () => {
  files = await testDatabase();
  root = await mkdtemp(join(tmpdir(), 'evidence-'));
});
afterAll(async () => {
  await files.close();
  await rm(root, { recursive: true, force: true });
});

/** Ada writes the request, Ben of the council judges it, Cleo knows of nothing. */
beforeEach(async () => {
  request = newId();
  writers = new Set([ada]);
  submitted = new Set();
  now = new Date('2026-11-23T09:00:00.000Z');
  const storage = new DiskStorage(join(root, request), () => now.getTime());
  evidence = new Evidence({
    ...{ database: files.database, storage, clock },
    rights: {
      mayWrite: async (_, actor) => writers.has(actor as PersonActor),
      mayRead: async (_, { actor }, __, file) => actor === ada || (actor === ben && submitted.has(file)),
      otherSide: async (_, { actor }) => (actor === ben ? council : undefined),
      submittedFiles: async () => submitted,
    },
  });
});

async function* once(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
async function* parts(...sent: readonly SentPart[]): AsyncIterable<SentPart> {
  yield* sent;
}
const file = (name = 'counts.csv', content = once('road,count\n')): SentPart => ({
  field: 'file',
  file: { name, content },
});
const add = (sent: AsyncIterable<SentPart> = parts(file()), actor = ada) =>
  evidence.add(actor, { request, question: 'dpia-files', parts: sent });
const codeOf = (outcome: Outcome<unknown>): string | undefined => (outcome.ok ? undefined : outcome.refusals[0]?.code);
async function added(name?: string): Promise<string> {
  const outcome = await add(parts(file(name)));
  if (!outcome.ok) throw new Error(codeOf(outcome));
  return outcome.value.id;
}

/** Every file in the store, whole or not. */
async function stored(): Promise<string[]> {
  const entries = await readdir(join(root, request), { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
/** Rows of files of so many bytes each, as if they had been added before. */
const held = (number: number, bytes: number) =>
  files.database.transaction(async (transaction) => {
    for (let made = 0; made < number; made += 1) {
      const row = { id: newId(), request, question: 'dpia-files', name: 'older.csv', bytes, sha256: 'a'.repeat(64) };
      await insertEvidence(transaction, { ...row, mediaType: 'text/csv', uploadedBy: ada.person, at: now });
    }
  });

describe('adding a file', () => {
  test('keeps it with what was measured, and answers what an answer of the form holds', async () => {
    const outcome = await add(parts(file('C:\\data\\counts.csv', once('road,', 'count\n'))));
    const [row] = await evidenceOf(files.database, request);
    expect(outcome).toEqual({
      ok: true,
      value: { id: row?.id, name: 'counts.csv', bytes: 11, mediaType: 'text/csv' },
    });
    expect(row).toEqual({
      ...{ id: row?.id, request, question: 'dpia-files', name: 'counts.csv', bytes: 11, mediaType: 'text/csv' },
      sha256: '348132bc404c435935c21b7498447d680037ac26209f5758da837b79b98ce38d',
      ...{ uploadedBy: ada.person, at: now },
    });
    expect(await stored()).toEqual([row?.id]);
  });

  test('is for those who write the request; of others nothing is read', async () => {
    let begun = false;
    async function* watched(): AsyncIterable<SentPart> {
      begun = true;
      yield file();
    }
    expect(codeOf(await add(watched(), cleo))).toBe('ledger.unseen');
    expect(begun).toBe(false);
  });

  test('ends without a trace where the draft went away while it was sent', async () => {
    async function* closing(): AsyncIterable<Uint8Array> {
      yield* once('road\n');
      writers.clear();
    }
    expect(codeOf(await add(parts(file('counts.csv', closing()))))).toBe('ledger.unseen');
    expect(await stored()).toEqual([]);
    expect(await evidenceOf(files.database, request)).toEqual([]);
  });

  test.each([
    ['no part', [], 'sharing.file-not-sent'],
    ['a field', [{ field: 'file' }], 'sharing.file-one-only'],
    ['a file under another name', [{ ...file(), field: 'other' }], 'sharing.file-one-only'],
    ['two files', [file(), file()], 'sharing.file-one-only'],
    ['a field after it', [file(), { field: 'note' }], 'sharing.file-one-only'],
    ['no name', [file('')], 'sharing.file-name-missing'],
    ['a kind that is not taken', [file('run.exe')], 'sharing.file-kind-refused'],
    ['a content that is another', [file('plan.pdf')], 'sharing.file-not-as-named'],
    ['nothing in it', [file('counts.csv', once())], 'sharing.file-empty'],
  ] as [string, SentPart[], string][])('with %s leaves nothing behind', async (_, sent, code) => {
    expect(codeOf(await add(parts(...sent)))).toBe(code);
    expect(await stored()).toEqual([]);
    expect(await evidenceOf(files.database, request)).toEqual([]);
  });

  test('that breaks off, in the content or after it, leaves nothing behind', async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield* once('road');
      throw new Error('the sender went away');
    }
    async function* brokenAfter(): AsyncIterable<SentPart> {
      yield file();
      throw new Error('the sender went away');
    }
    await expect(add(parts(file('counts.csv', broken())))).rejects.toThrow('went away');
    await expect(add(brokenAfter())).rejects.toThrow('went away');
    expect(await stored()).toEqual([]);
    expect(codeOf(await add())).toBeUndefined();
  });
});

describe('the room of a request', () => {
  const megabyte = 'x'.repeat(1024 * 1024);
  const large = (megabytes: number, more = '') => file('notes.txt', once(...Array(megabytes).fill(megabyte), more));

  test('takes a file of the largest size, and none that is a byte larger', async () => {
    expect(codeOf(await add(parts(large(10))))).toBeUndefined();
    expect(codeOf(await add(parts(large(10, '.'))))).toBe('sharing.file-too-large');
    expect(await stored()).toHaveLength(1);
  });

  test('ends at a number of files, said before one is read', async () => {
    await held(evidenceLimits.files, 10);
    async function* unread(): AsyncIterable<SentPart> {
      yield file();
      throw new Error('It was read');
    }
    expect(codeOf(await add(unread()))).toBe('sharing.file-too-many');
  });

  test('ends at a number of bytes together', async () => {
    await held(5, evidenceLimits.fileBytes - 1);
    const fitting = await add(parts(file('notes.txt', once('12345'))));
    expect(codeOf(fitting)).toBeUndefined();
    expect(codeOf(await add(parts(file('notes.txt', once('1')))))).toBe('sharing.file-too-large-together');
    await files.database.rows('delete from evidence_file where name = $1', ['notes.txt']);
    expect(codeOf(await add(parts(file('notes.txt', once('123456')))))).toBe('sharing.file-too-large-together');
  });

  test('is kept by those who send at once', async () => {
    await held(evidenceLimits.files - 1, 10);
    const codes = (await Promise.all([add(), add(), add()])).map(codeOf);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set([undefined, 'sharing.file-too-many']));
    expect(await stored()).toHaveLength(1);
  });
});

describe('reading a file', () => {
  test('is not written down for those who ask', async () => {
    const id = await added();
    expect(await evidence.read(ada, request, id)).toMatchObject({ id, name: 'counts.csv' });
    expect(await evidenceReadsOf(files.database, request)).toEqual([]);
  });

  test('is written down, each time, for another side', async () => {
    const id = await added();
    submitted.add(id);
    await evidence.read(ben, request, id);
    const first = now;
    now = new Date('2026-11-24T09:00:00.000Z');
    await evidence.read(ben, request, id);
    const read = { file: id, request, person: ben.person, organisation: council };
    expect(await evidenceReadsOf(files.database, request)).toEqual([
      { ...read, at: now },
      { ...read, at: first },
    ]);
  });

  test('gives nothing, and writes nothing, where the reader may have none', async () => {
    const id = await added();
    expect(await evidence.read(ben, request, id)).toBeUndefined();
    expect(await evidence.read(ada, newId(), id)).toBeUndefined();
    expect(await evidence.read(ada, request, newId())).toBeUndefined();
    expect(await evidenceReadsOf(files.database, request)).toEqual([]);
  });

  test('is no row that the application could change or take away', async () => {
    await expect(files.database.rows('delete from evidence_read')).rejects.toThrow('permission denied');
    await expect(files.database.rows('update evidence_read set at = now()')).rejects.toThrow('permission denied');
  });
});

describe('removing a file', () => {
  test('takes it out of the request and out of the store', async () => {
    const id = await added();
    expect(await evidence.remove(ada, request, id)).toEqual({ ok: true, value: { id } });
    expect(await evidenceOf(files.database, request)).toEqual([]);
    expect(await stored()).toEqual([]);
    expect(codeOf(await evidence.remove(ada, request, id))).toBe('ledger.unseen');
  });

  test('is refused where a submission names it', async () => {
    const id = await added();
    submitted.add(id);
    expect(codeOf(await evidence.remove(ada, request, id))).toBe('sharing.file-submitted');
    expect(await stored()).toEqual([id]);
  });

  test('is for those who write the request: others are told so, or nothing', async () => {
    const id = await added();
    expect(codeOf(await evidence.remove(cleo, request, id))).toBe('ledger.unseen');
    expect(codeOf(await evidence.remove(ada, newId(), id))).toBe('ledger.unseen');
    writers.clear();
    expect(codeOf(await evidence.remove(ada, request, id))).toBe('ledger.not-allowed');
    expect(await stored()).toEqual([id]);
  });

  test('waits for a submission that holds the files, and then finds them submitted', async () => {
    const id = await added();
    let removal: Promise<Outcome<unknown>> | undefined;
    await files.database.transaction(async (transaction) => {
      await lockEvidence(transaction, request);
      removal = evidence.remove(ada, request.toUpperCase(), id);
      await until(async () => (await waiting()) > 0, 'the removal waits for the submission');
      submitted.add(id);
    });
    expect(codeOf(await (removal as Promise<Outcome<unknown>>))).toBe('sharing.file-submitted');
    expect(await evidenceOf(files.database, request)).toHaveLength(1);
  });
});

async function waiting(): Promise<number> {
  const [row] = await files.database.rows<{ number: number }>(
    `select count(*)::integer as number from pg_locks
     where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return row?.number ?? 0;
}

test('files in use are those of any request; a draft that goes lets go of its own', async () => {
  const ids = [await added(), await added()];
  const other = newId();
  expect(await evidenceInUse(files.database, [...ids, other])).toEqual(new Set(ids));
  const gone = await files.database.transaction((transaction) => forgetEvidenceOf(transaction, request));
  expect(new Set(gone)).toEqual(new Set(ids));
  expect(await evidenceInUse(files.database, ids)).toEqual(new Set());
});
