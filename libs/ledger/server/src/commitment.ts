import { hash, randomBytes } from 'node:crypto';
import type { EntryActor } from '#ledger/domain';
import { canonicalJson } from './canonical-json.ts';

/** The part of an entry that its leaf commits to, beside the hash of its private part. */
export interface EntryHead {
  readonly id: string;
  readonly kind: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
  readonly actor: EntryActor;
  readonly facts: object;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** Canonical JSON by RFC 8785, in UTF-8. */
export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonicalJson(value), 'utf8');

const saltBytes = 16;
let drawn: Buffer = Buffer.alloc(0);

/** 128 random bits: too many to guess the words behind a hash by trying. Drawn from the system a few hundred at a time. */
export function newSalt(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(256 * saltBytes);
  const salt = drawn.subarray(0, saltBytes);
  drawn = drawn.subarray(saltBytes);
  return salt;
}

/** Binds an entry to its words without telling them: SHA-256(salt ‖ JCS(body)). */
export const privateHash = (salt: Uint8Array, body: object): Buffer => sha256(salt, canonicalBytes(body));

const leafPrefix = Uint8Array.of(0x00);

/**
 * The Merkle leaf of an entry: SHA-256(0x00 ‖ SHA-256(salt ‖ JCS(head with the private hash))). The prefix is that of
 * RFC 9162, section 2.1.1; the salted commitment inside means that a published leaf tells nothing.
 */
export function leafHash(salt: Uint8Array, head: EntryHead, hashOfPrivate: Uint8Array | null): Buffer {
  const privateHashText = hashOfPrivate ? Buffer.from(hashOfPrivate).toString('hex') : null;
  return sha256(leafPrefix, sha256(salt, canonicalBytes({ ...head, privateHash: privateHashText })));
}

/** SHA-256 of a call, to tell a retried command from another one under the same key. */
export const callHash = (call: unknown): Buffer => sha256(canonicalBytes(call));
