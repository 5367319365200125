import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { plainProblem } from '../problems/index.ts';

/** One part of a form; `file` where it is one. */
export interface FormPart {
  readonly field: string;
  readonly file?: { readonly name: string; readonly content: AsyncIterable<Uint8Array> };
}

const mostThrown = 64 * 1024 * 1024;

const noForm = 'Send the file as multipart/form-data.';
const broken = 'The file did not arrive whole. Send it again.';

/** Bounds that no honest form meets; how large a file may be is for its taker to say, who stops reading. */
const limits = { fileSize: Infinity, fieldSize: 1000, fields: 4, files: 4, parts: 8, headerPairs: 20 };

async function* whole(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  try {
    for (;;) {
      const piece = await pieces.next().catch(refuseBroken);
      if (piece.done === true) return;
      yield piece.value;
    }
  } finally {
    await pieces.return?.();
  }
}

function refuseBroken(): never {
  throw plainProblem(400, 'http.body-not-read', broken);
}

const partOf = (part: Multipart): FormPart =>
  part.type === 'file'
    ? { field: part.fieldname, file: { name: part.filename ?? '', content: whole(part.file) } }
    : { field: part.fieldname };

/**
 * The parts of a form in their order, read from the line as they are asked for; the content of a file is to be read, or let
 * go of, before the next part. What is left when the taker has enough is thrown away, so that the answer can be read.
 */
export async function* sentParts(request: FastifyRequest): AsyncIterable<FormPart> {
  if (!request.isMultipart()) throw plainProblem(415, 'http.media-type', noForm);
  const parts = request.parts({ limits })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const part = await parts.next().catch(refuseBroken);
      if (part.done === true) return;
      yield partOf(part.value);
    }
  } finally {
    request.raw.unpipe();
    throwAway(request.raw);
  }
}

/** Reads on without keeping anything; a sender who does not come to an end is cut off. */
function throwAway(line: IncomingMessage): void {
  let thrown = 0;
  line.on('data', (piece: Uint8Array) => {
    thrown += piece.byteLength;
    if (thrown > mostThrown) line.destroy();
  });
  line.resume();
}
