import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Names in it are of our own choosing. */
export interface ScratchFolder {
  readonly path: string;
  /** Writes a text. Answers its whole path. */
  put(name: string, text: string): Promise<string>;
  /** Writes what comes, piece by piece. Answers its whole path. */
  write(name: string, content: AsyncIterable<Uint8Array>): Promise<string>;
  read(name: string): Readable;
  /** The first bytes, as many as there are up to `most`. */
  beginning(name: string, most: number): Promise<Buffer>;
}

/** A folder for the time of some work; gone with all in it when that ends, well or badly. */
export async function withScratchFolder<Result>(
  parent: string,
  work: (folder: ScratchFolder) => Promise<Result>,
): Promise<Result> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const path = await mkdtemp(join(parent, 'scratch-'));
  try {
    return await work(folderAt(path));
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

const folderAt = (path: string): ScratchFolder => ({
  path,
  put: async (name, text) => {
    const file = join(path, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  },
  write: async (name, content) => {
    const file = join(path, name);
    await pipeline(Readable.from(content), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    return file;
  },
  read: (name) => createReadStream(join(path, name)),
  beginning: async (name, most) => {
    const file = await open(join(path, name), 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
});
