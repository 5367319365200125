import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStorage, FileMissing, FileTooLarge, removeOrphans, withScratchFolder } from './index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* pieces(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield bytes(text);
}

async function* broken(): AsyncIterable<Uint8Array> {
  yield bytes('a beginning');
  throw new Error('the sender went away');
}

let root: string;
let storage: DiskStorage;

const read = async (id: string, range?: { from: number; until?: number }): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of await storage.read(id, range)) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'storage-')), 'files');
  storage = new DiskStorage(root);
});
afterEach(() => rm(join(root, '..'), { recursive: true, force: true }));

describe('storage on disk', () => {
  it('measures what it writes and gives the same bytes back', async () => {
    const written = await storage.write(pieces('round,', 'day\n', 'R01,Monday\n'));
    const text = 'round,day\nR01,Monday\n';
    expect(written.bytes).toBe(text.length);
    expect(written.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(await read(written.id)).toBe(text);
    expect(await storage.find(written.id)).toMatchObject({ id: written.id, bytes: text.length });
  });

  it('reads a range, both ends counted', async () => {
    const { id } = await storage.write(pieces('0123456789'));
    expect(await read(id, { from: 2, until: 4 })).toBe('234');
    expect(await read(id, { from: 7 })).toBe('789');
  });

  it('names a file by its id alone, readable by its owner only', async () => {
    const { id } = await storage.write(pieces('x'));
    expect(await filesUnder(root)).toEqual([id]);
    expect((await stat(join(root, id.slice(-2), id))).mode & 0o077).toBe(0);
  });

  it('leaves nothing behind when the sender breaks off or sends too much', async () => {
    await expect(storage.write(broken())).rejects.toThrow('went away');
    await expect(storage.write(pieces('12345', '6'), { most: 5 })).rejects.toThrow(FileTooLarge);
    expect(await filesUnder(root)).toEqual([]);
    expect((await storage.write(pieces('12345'), { most: 5 })).bytes).toBe(5);
  });

  it('refuses ids that are not ids, so that no path can be asked for', async () => {
    await writeFile(join(root, '..', 'secret'), 's');
    for (const id of ['../secret', '../../etc/passwd', '', 'incoming', '00000000-0000-7000-8000-000000000000'])
      await expect(storage.read(id)).rejects.toThrow(FileMissing);
    await storage.remove('../secret');
    expect((await stat(join(root, '..', 'secret'))).isFile()).toBe(true);
  });

  it('forgets a removed file, and does not mind removing it twice', async () => {
    const { id } = await storage.write(pieces('x'));
    await storage.remove(id);
    await storage.remove(id);
    expect(await storage.find(id)).toBeUndefined();
  });
});

describe('orphans', () => {
  it('removes old files that nothing names, and keeps named and young ones', async () => {
    const [named, orphan, young] = [
      await storage.write(pieces('named')),
      await storage.write(pieces('orphan')),
      await storage.write(pieces('young')),
    ];
    const longAgo = new Date('2026-01-01T00:00:00Z');
    for (const { id } of [named, orphan]) await utimes(join(root, id.slice(-2), id), longAgo, longAgo);
    await writeFile(join(root, 'incoming', 'left-over'), 'half');
    await utimes(join(root, 'incoming', 'left-over'), longAgo, longAgo);

    const removed = await removeOrphans(storage, {
      named: async (ids) => new Set(ids.filter((id) => id === named.id)),
      olderThan: new Date('2026-02-01T00:00:00Z'),
    });

    expect(removed).toEqual({ files: 1, unfinished: 1, heldBack: 0 });
    expect((await filesUnder(root)).sort()).toEqual([named.id, young.id].sort());
  });

  it('finds nothing in a store that was never written to', async () => {
    expect(await removeOrphans(storage, { named: async () => new Set(), olderThan: new Date() })).toEqual({
      files: 0,
      unfinished: 0,
      heldBack: 0,
    });
  });

  it('takes none where so many would go that the database is likelier the wrong one', async () => {
    const written = await Promise.all(Array.from({ length: 8 }, (_, index) => storage.write(pieces(`file ${index}`))));
    const longAgo = new Date('2026-01-01T00:00:00Z');
    for (const { id } of written) await utimes(join(root, id.slice(-2), id), longAgo, longAgo);
    const search = { named: async () => new Set<string>(), olderThan: new Date('2026-02-01T00:00:00Z') };
    expect(await removeOrphans(storage, search)).toEqual({ files: 0, unfinished: 0, heldBack: 8 });
    expect(await filesUnder(root)).toHaveLength(8);
  });
});

describe('a scratch folder', () => {
  it('is there for the time of the work, and gone after it, also where that fails', async () => {
    const paths: string[] = [];
    const read = await withScratchFolder(root, async (folder) => {
      paths.push(await folder.put('feed.json', '{}'));
      return (await stat(paths[0] ?? '')).size;
    });
    expect(read).toBe(2);
    await expect(
      withScratchFolder(root, async (folder) => {
        paths.push(await folder.put('feed.json', '{}'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(new Set(paths).size).toBe(2);
    expect(await filesUnder(root)).toEqual([]);
  });
});
