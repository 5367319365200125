import type { FastifyReply } from 'fastify';
import type { Download } from '#catalogue/server';
import { FileMissing, type Storage } from '#platform/storage';
import { hasAlready } from '../../http/negotiation/index.ts';
import { plainProblem } from '../../http/problems/index.ts';

/** A text as the value of an extended parameter (RFC 8187, 3.2.1), whose `attr-char` is narrower than that of addresses. */
const extended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A file name as RFC 6266 wants it: plain letters, and the full name in UTF-8 beside them. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, '-')}"; filename*=UTF-8''${extended(name)}`;

/** 503 where a file is listed that the store has lost; anything else goes on as it was. */
export function refuseMissing(error: unknown): never {
  if (error instanceof FileMissing)
    throw plainProblem(503, 'catalogue.file-missing', 'The file is listed, but it is not in the store.');
  throw error;
}

/** Streams a stored file as an attachment that no browser interprets, or answers 304 to a client that has it. */
export async function sendFile(reply: FastifyReply, storage: Storage, { file, fileName }: Download): Promise<void> {
  const validity = { etag: `"${file.sha256}"`, 'cache-control': 'private, no-cache' };
  if (hasAlready(reply.request.headers['if-none-match'], validity.etag)) {
    await reply.code(304).headers(validity).send();
    return;
  }
  const content = await storage.read(file.id).catch(refuseMissing);
  await reply
    .headers(validity)
    .header('content-disposition', disposition(fileName))
    .header('content-length', file.bytes)
    .header('x-content-type-options', 'nosniff')
    .type(file.mediaType)
    .send(content);
}
