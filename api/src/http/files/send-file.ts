import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { FileMissing, type Storage } from '#platform/storage';
import { hasAlready } from '../negotiation/index.ts';
import { plainProblem } from '../problems/index.ts';

/** A file of the store, with what is to be told of it. */
export interface SentFile {
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  /** The name that the reader's machine is to give it. */
  readonly fileName: string;
}

/** A text as the value of an extended parameter (RFC 8187, 3.2.1), whose `attr-char` is narrower than that of addresses. */
const extended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A file name as RFC 6266 wants it: plain letters, and the full name in UTF-8 beside them. */
export const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, '-')}"; filename*=UTF-8''${extended(name)}`;

/** 503 where a file is listed that the store has lost; anything else goes on as it was. */
export function refuseMissing(error: unknown): never {
  if (error instanceof FileMissing)
    throw plainProblem(503, 'http.file-missing', 'The file is listed, but it is not in the store.');
  throw error;
}

interface Sending {
  readonly headers: Record<string, string>;
  /** What the bytes go through on their way. */
  readonly through?: (content: Readable) => Readable;
}

async function send(reply: FastifyReply, storage: Storage, file: SentFile, { headers, through }: Sending) {
  const stored = await storage.read(file.id).catch(refuseMissing);
  const content = through ? through(stored) : stored;
  await reply
    .headers(headers)
    .header('content-disposition', disposition(file.fileName))
    .header('content-length', file.bytes)
    .header('x-content-type-options', 'nosniff')
    .type(file.mediaType)
    .send(content);
}

/** Streams a stored file as an attachment that no browser interprets, or answers 304 to a client that has it. */
export async function sendFile(reply: FastifyReply, storage: Storage, file: SentFile): Promise<void> {
  const kept = { etag: `"${file.sha256}"`, 'cache-control': 'private, no-cache' };
  if (hasAlready(reply.request.headers['if-none-match'], kept.etag)) {
    await reply.code(304).headers(kept).send();
    return;
  }
  await send(reply, storage, file, { headers: kept });
}

/** As `sendFile`, for what nobody but the reader may have: no cache keeps it, and each reading is a call of its own. */
export const sendConfidentialFile = (
  reply: FastifyReply,
  storage: Storage,
  file: SentFile,
  through?: Sending['through'],
): Promise<void> =>
  send(reply, storage, file, { headers: { 'cache-control': 'private, no-store' }, ...(through ? { through } : {}) });
