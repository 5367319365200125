import { accepted, refused, type Outcome, type Refusal } from '#kernel';
import { FileTooLarge, type Storage, type WrittenFile } from '#platform/storage';
import { evidenceLimits, type EvidenceKind } from '#sharing/contracts';
import { contentKind, namedKind } from './content-kind.ts';
import { fileNameOf } from './file-name.ts';
import * as refusals from './refusals.ts';

/** One part of what a sender sends. */
export interface SentPart {
  readonly field: string;
  /** Absent where the part is no file. */
  readonly file?: { readonly name: string; readonly content: AsyncIterable<Uint8Array> };
}

/** A file that is whole, of a kind that is taken, and in the store. */
export interface ReceivedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly stored: WrittenFile;
}

/** Takes one file from what is sent. Whatever is refused, and whatever breaks off, leaves nothing in the store. */
export class EvidenceIntake {
  /** One content is looked at after the other: each is in memory as a whole for that time. */
  private looking: Promise<unknown> = Promise.resolve();

  /** @param taken kinds of file that are taken, where they are not all that evidence may be */
  constructor(
    private readonly storage: Storage,
    private readonly taken?: { readonly kinds: readonly EvidenceKind[]; readonly refusal: Refusal },
  ) {}

  /** @param room bytes that the request has left */
  async receive(parts: AsyncIterable<SentPart>, room: number): Promise<Outcome<ReceivedFile>> {
    let received: ReceivedFile | undefined;
    try {
      for await (const { field, file } of parts) {
        if (received !== undefined || field !== 'file' || !file) return await this.refuse(received);
        const outcome = await this.keep(file, room);
        if (!outcome.ok) return outcome;
        received = outcome.value;
      }
    } catch (fault) {
      if (received) await this.drop(received.stored.id);
      throw fault;
    }
    return received ? accepted(received) : refused(refusals.fileNotSent);
  }

  /** Where the store does not answer the file stays, and the schedule for files that nothing names takes it later. */
  async drop(id: string): Promise<void> {
    await this.storage.remove(id).catch(() => undefined);
  }

  private async refuse(received: ReceivedFile | undefined): Promise<Outcome<never>> {
    if (received) await this.drop(received.stored.id);
    return refused(refusals.oneFileOnly);
  }

  private async keep(file: NonNullable<SentPart['file']>, room: number): Promise<Outcome<ReceivedFile>> {
    const name = fileNameOf(file.name);
    if (name === undefined) return refused(refusals.fileNameMissing);
    const named = namedKind(name);
    if (!named.ok) return named;
    if (this.taken && !this.taken.kinds.includes(named.value)) return refused(this.taken.refusal);
    const written = await this.write(file.content, room);
    if (!written.ok) return written;
    const stored = written.value;
    let kind: Outcome<EvidenceKind> | undefined;
    try {
      kind = await this.look(named.value, stored.id);
    } finally {
      if (kind?.ok !== true) await this.drop(stored.id);
    }
    return kind.ok ? accepted({ name, mediaType: kind.value.mediaType, stored }) : kind;
  }

  private async write(content: AsyncIterable<Uint8Array>, room: number): Promise<Outcome<WrittenFile>> {
    const most = Math.min(evidenceLimits.fileBytes, room);
    try {
      return accepted(await this.storage.write(content, { most }));
    } catch (fault) {
      if (!(fault instanceof FileTooLarge)) throw fault;
      return refused(most < evidenceLimits.fileBytes ? refusals.filesTooLarge : refusals.fileTooLarge);
    }
  }

  private look(named: EvidenceKind, id: string): Promise<Outcome<EvidenceKind>> {
    const looked = this.looking.then(async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of await this.storage.read(id)) pieces.push(piece as Uint8Array);
      return contentKind(named, Buffer.concat(pieces));
    });
    this.looking = looked.catch(() => undefined);
    return looked;
  }
}
