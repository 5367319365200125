import type { FastifyReply } from 'fastify';
import type { Download } from '#catalogue/server';
import { FileMissing, type Storage } from '#platform/storage';
import { plainProblem } from '../../http/problems/index.ts';

/** A file name as RFC 6266 wants it: plain letters, and the full name in UTF-8 beside them. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Streams a stored file as an attachment that no browser interprets. */
export async function sendFile(reply: FastifyReply, storage: Storage, { file, fileName }: Download): Promise<void> {
  const content = await storage.read(file.id).catch((error: unknown) => {
    if (error instanceof FileMissing)
      throw plainProblem(503, 'catalogue.file-missing', 'The file is listed, but it is not in the store.');
    throw error;
  });
  await reply
    .header('content-disposition', disposition(fileName))
    .header('content-length', file.bytes)
    .header('x-content-type-options', 'nosniff')
    .header('etag', `"${file.sha256}"`)
    .header('cache-control', 'private, no-cache')
    .type(file.mediaType)
    .send(content);
}
