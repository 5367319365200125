import { createHash } from 'node:crypto';
import type { ImportDataset, SourceRecord } from '#catalogue/domain';
import { canonicalBytes } from '#ledger/server';

const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();

/** Identity of a record within its source, without its words. @returns SHA-256, hexadecimal */
export const recordKey = (identifier: string): string => sha256(identifier).toString('hex');

/** SHA-256 of a record as repaired, in canonical form: unchanged means that nothing happens. */
export const recordHash = ({ access, description }: SourceRecord): string =>
  sha256(canonicalBytes({ access, description })).toString('hex');

/** A UUID of version 8 (RFC 9562, section 5.8) made from a text: the same record keeps the ids of its parts. */
function uuidOf(text: string): string {
  const bytes = sha256(text).subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The record's description with an id for each distribution, the same at each reading. */
export function withIds(record: SourceRecord, source: string, key: string): ImportDataset['description'] {
  const used = new Map<string, number>();
  const distributions = record.description.distributions.map(({ identity, ...distribution }) => {
    const times = (used.get(identity) ?? 0) + 1;
    used.set(identity, times);
    return { id: uuidOf([source, key, identity, times].join('\n')), ...distribution };
  });
  return { ...record.description, distributions };
}
