import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DatasetExport, ExportedDocument, ExportForm } from '#catalogue/server';
import { hasAlready } from '../../http/negotiation/index.ts';
import { found, plainProblem } from '../../http/problems/index.ts';

export const mediaTypes: Readonly<Record<ExportForm, string>> = {
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
};

/** Exports hold what everyone may see: any origin may read them, and any cache may keep them and ask again. */
const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
  'cache-control': 'public, no-cache',
};

/**
 * Sends an export, or 304 to a client that has it. It is the same for every reader, whatever the guard has said of a session.
 * @param varies request headers that chose the form, where the address alone did not
 */
export async function sendExport(
  request: FastifyRequest,
  reply: FastifyReply,
  document: ExportedDocument,
  varies?: string,
): Promise<void> {
  void reply
    .removeHeader('vary')
    .headers({ ...open, etag: document.etag, ...(varies !== undefined && { vary: varies }) });
  if (hasAlready(request.headers['if-none-match'], document.etag)) {
    await reply.code(304).send();
    return;
  }
  await reply.type(`${mediaTypes[document.form]}; charset=utf-8`).send(document.body);
}

/** The description of a dataset; 404 where everyone may see none, 410 with the reason where it was withdrawn. */
export function described(exported: DatasetExport | undefined): Extract<DatasetExport, { kind: 'described' }> {
  const there = found(exported);
  if (there.kind === 'described') return there;
  const detail = `Its publisher has withdrawn this dataset: ${there.reason}`;
  throw plainProblem(410, 'catalogue.withdrawn', detail, { 'access-control-allow-origin': '*' });
}
