import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Stats } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isUuid, uuidv7 } from '#kernel';
import { FileMissing, FileTooLarge } from './storage.ts';
import type { ByteRange, FoundFile, Storage, WriteLimits, WrittenFile } from './storage.ts';

const unfinished = 'incoming';

const statOf = async (path: string): Promise<Stats | undefined> =>
  stat(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });

const namesIn = async (folder: string): Promise<string[]> =>
  readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });

/** A rename is only safe once its folder is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, content: AsyncIterable<Uint8Array>, most: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new FileTooLarge(most);
    hash.update(chunk);
    await handle.appendFile(chunk);
  }
  await handle.sync();
  return { bytes, sha256: hash.digest('hex') };
}

/** Files under one folder of this machine's disk: `<root>/<last two digits of the id>/<id>`. */
export class DiskStorage implements Storage {
  private readonly root: string;
  private readonly now: () => number;

  /** @param now milliseconds since 1970, from the platform's clock */
  constructor(root: string, now: () => number = Date.now) {
    this.root = root;
    this.now = now;
  }

  async write(content: AsyncIterable<Uint8Array>, limits: WriteLimits = {}): Promise<WrittenFile> {
    const id = uuidv7(this.now());
    const aside = join(this.root, unfinished, id);
    await mkdir(join(this.root, unfinished), { recursive: true, mode: 0o700 });
    const handle = await open(aside, 'wx', 0o600);
    try {
      const measured = await writeAll(handle, content, limits.most ?? Infinity).finally(() => handle.close());
      await this.keep(aside, id);
      return { id, ...measured };
    } catch (fault) {
      await rm(aside, { force: true });
      throw fault;
    }
  }

  async read(id: string, range?: ByteRange): Promise<Readable> {
    if ((await this.find(id)) === undefined) throw new FileMissing(id);
    return createReadStream(this.place(id), range === undefined ? {} : { start: range.from, end: range.until });
  }

  async find(id: string): Promise<FoundFile | undefined> {
    if (!isUuid(id)) return undefined;
    const found = await statOf(this.place(id));
    return found?.isFile() ? { id, bytes: found.size, writtenAt: found.mtime } : undefined;
  }

  async remove(id: string): Promise<void> {
    if (isUuid(id)) await rm(this.place(id), { force: true });
  }

  async *all(): AsyncIterable<FoundFile> {
    for (const folder of await namesIn(this.root)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const id of await namesIn(join(this.root, folder))) {
        const found = await this.find(id);
        if (found !== undefined) yield found;
      }
    }
  }

  async removeUnfinished(olderThan: Date): Promise<number> {
    let removed = 0;
    for (const name of await namesIn(join(this.root, unfinished))) {
      const path = join(this.root, unfinished, name);
      const found = await statOf(path);
      if (found === undefined || found.mtime >= olderThan) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  /** The last two digits are random in a version 7 UUID: 256 folders that fill evenly. */
  private place(id: string): string {
    const lower = id.toLowerCase();
    return join(this.root, lower.slice(-2), lower);
  }

  private async keep(aside: string, id: string): Promise<void> {
    const place = this.place(id);
    const folder = join(place, '..');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(aside, place);
    await syncFolder(folder);
    await syncFolder(this.root);
  }
}
