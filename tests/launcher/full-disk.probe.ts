import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskStorage } from '#platform/storage';
import { FileFault } from '../../workers/src/delivery/file-order.ts';
import { makeFile } from '../../workers/src/delivery/make-file.ts';

/* What `full-disk.int-spec.ts` runs where the folder given is a disk of 4 MB of its own; it prints what happened as JSON. */

const root = process.argv[2] ?? '';
const storage = new DiskStorage(join(root, 'store'));
const scratch = join(root, 'scratch');

async function* lines(bytes: number): AsyncIterable<Uint8Array> {
  yield Buffer.from('street,width\n');
  const line = Buffer.from(`${'Tide Street '.repeat(80)},2\n`);
  for (let sent = 13; sent + line.byteLength <= bytes; sent += line.byteLength) yield line;
}

async function* zeros(bytes: number): AsyncIterable<Uint8Array> {
  yield Buffer.alloc(bytes);
}

async function all(): Promise<string[]> {
  const ids = [];
  for await (const { id } of storage.all()) ids.push(id);
  return ids;
}

const tooMuch = await storage.write(lines(8 * 1024 ** 2)).then(
  () => 'written',
  (error: NodeJS.ErrnoException) => error.code,
);
const afterwards = await all();
const small = await storage.write(zeros(1024));
const source = await storage.write(lines(1.7 * 1024 ** 2));
const made = await makeFile({ storage, scratch }, source, { columns: [], whole: true, rows: [] }).then(
  () => 'made',
  (error: unknown) => (error instanceof FileFault ? [error.code, error.message] : String(error)),
);
const left = { files: (await all()).length, scratch: await readdir(scratch) };
console.log(JSON.stringify({ tooMuch, afterwards, small: small.bytes, made, left }));
