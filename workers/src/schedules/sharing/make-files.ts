import { FileMissing } from '#platform/storage';
import { pendingDeliveries, recordDelivery, type PendingDelivery } from '#sharing/server';
import { FileFault } from '../../delivery/file-order.ts';
import { makeFile } from '../../delivery/make-file.ts';
import type { WorkerParts } from '../../worker-parts.ts';
import type { Schedule } from '../schedule.ts';

const seconds = 1000;
const atOnce = 20;

const gone = {
  code: 'source-gone',
  message: 'The dataset has no stored CSV file any more. Attach one, or hand it over.',
};

/** Makes one file and records it; one that counts no more is let go of. */
async function make(parts: WorkerParts, pending: PendingDelivery): Promise<void> {
  const { storage, scratch, door, sharing, log } = parts;
  const record = (result: Parameters<typeof recordDelivery>[2]) =>
    recordDelivery({ door, permissions: sharing.permissions }, pending, result);
  if (pending.source === undefined) return void (await record(gone));
  try {
    const { id, bytes, sha256, rows } = await makeFile({ storage, scratch }, { id: pending.source }, pending);
    if (!(await record({ file: { id, bytes, sha256, rows } }))) await storage.remove(id);
  } catch (error) {
    if (error instanceof FileMissing) return void (await record(gone));
    if (!(error instanceof FileFault)) throw error;
    log.warn({ permission: pending.permission, code: error.code }, 'The file of a permission could not be made');
    await record({ code: error.code, message: error.message });
  }
}

/** Makes the files of permissions, each once. Safe to run twice: the first to record a file is believed. */
export const makeFiles: Schedule = {
  name: 'make-files',
  line: 'files',
  every: 3 * seconds,
  run: async (parts) => {
    for (const pending of await pendingDeliveries(parts.database, atOnce)) await make(parts, pending);
  },
};
