import { createReadStream, readSync } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { accepted, refusal, refused, type Outcome } from '#kernel';

const chunkSize = 1024 * 1024;

/** Somebody writes to the file that is being read: nothing that it says can be relied on. */
export class SourceFileChanged extends Error {
  constructor(path: string) {
    super(`${path} changed while it was read`);
  }
}

/** A file that somebody named or that was fetched, open for reading at any place. */
export class SourceFile {
  private constructor(
    readonly path: string,
    readonly bytes: number,
    private readonly handle: FileHandle,
  ) {}

  /** Opens a file of at most `largest` bytes. */
  static async open(path: string, largest: number): Promise<Outcome<SourceFile>> {
    const found = await stat(path).catch(() => undefined);
    if (!found) return refused(refusal('platform.file-missing', `There is no file ${path}.`));
    if (!found.isFile()) return refused(refusal('platform.file-missing', `${path} is no file.`));
    if (found.size > largest) {
      const limit = `${Math.floor(largest / 1024 / 1024)} MB`;
      return refused(refusal('platform.file-too-large', `${path} is larger than ${limit}, the most that is read.`));
    }
    const handle = await open(path, 'r').catch(() => undefined);
    if (!handle) return refused(refusal('platform.file-unreadable', `${path} may not be read by this user.`));
    return accepted(new SourceFile(path, found.size, handle));
  }

  /** All of it, from the beginning, in chunks. */
  chunks(): AsyncIterable<Uint8Array> {
    return createReadStream(this.path, { highWaterMark: chunkSize });
  }

  /** Bytes from `start` up to but not including `end`. */
  async read(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, start);
    if (bytesRead !== bytes.length) throw new SourceFileChanged(this.path);
    return bytes;
  }

  /** As `read`, at once: for a few bytes that a synchronous reader asks for. */
  readNow(start: number, end: number): Uint8Array {
    const bytes = new Uint8Array(end - start);
    if (readSync(this.handle.fd, bytes, 0, bytes.length, start) !== bytes.length) {
      throw new SourceFileChanged(this.path);
    }
    return bytes;
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
