import type { Readable } from 'node:stream';

/** What is known of a file once it is safely on disk; measured while it was written, never taken from its sender. */
export interface WrittenFile {
  /** UUID made here: the only name that a file has, whatever its sender called it. */
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** A file as found in the store. */
export interface FoundFile {
  readonly id: string;
  readonly bytes: number;
  readonly writtenAt: Date;
}

/** Bytes `from` to `until` of a file, both counted, from 0; as an HTTP range has it (RFC 9110, section 14.1.2). */
export interface ByteRange {
  readonly from: number;
  readonly until?: number;
}

export interface WriteLimits {
  /** The write stops with `FileTooLarge` when more arrives. */
  readonly most?: number;
}

/**
 * The one place for files. A file is written once and never changed: whoever may be given its id reads the very bytes
 * whose hash stands in the ledger.
 */
export interface Storage {
  /** Resolves when the bytes would survive a power cut. Nothing is left behind when it rejects. */
  write(content: AsyncIterable<Uint8Array>, limits?: WriteLimits): Promise<WrittenFile>;
  /** @throws FileMissing before the first byte, never in the middle */
  read(id: string, range?: ByteRange): Promise<Readable>;
  find(id: string): Promise<FoundFile | undefined>;
  /** Removing what is not there is no fault. */
  remove(id: string): Promise<void>;
  all(): AsyncIterable<FoundFile>;
  /** Removes what writes left unfinished before `olderThan`, after a process had died. Answers how many. */
  removeUnfinished(olderThan: Date): Promise<number>;
}

export class FileMissing extends Error {
  constructor(id: string) {
    super(`No file ${id} in the store`);
    this.name = 'FileMissing';
  }
}

export class FileTooLarge extends Error {
  readonly most: number;

  constructor(most: number) {
    super(`The file is larger than ${most} bytes`);
    this.name = 'FileTooLarge';
    this.most = most;
  }
}
