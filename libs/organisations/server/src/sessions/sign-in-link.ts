import type { Queries } from '#platform/database';
import { recordSecurityEvent } from './security-event.ts';
import { newToken, tokenHash } from './token.ts';

const day = 24 * 60 * 60_000;

/** How long a one-time sign-in link can be used. */
export const linkLifetime = day;

export interface LinkWishes {
  readonly now: Date;
  /** Origin of this installation; empty for a path. */
  readonly publicUrl: string;
  /** Milliseconds in which it can be used. */
  readonly lifetime?: number;
}

/**
 * Makes a link that signs a person in once. Only its hash is kept; links made before for the same person end.
 */
export async function makeSignInLink(
  queries: Queries,
  person: string,
  { now, publicUrl, lifetime = linkLifetime }: LinkWishes,
): Promise<{ readonly address: string; readonly expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetime);
  await queries.rows('delete from sign_in_link where (person = $1 and used_at is null) or expires_at < $2', [
    person,
    now,
  ]);
  await queries.rows('insert into sign_in_link (token_hash, person, made_at, expires_at) values ($1, $2, $3, $4)', [
    tokenHash(token),
    person,
    now,
    expiresAt,
  ]);
  await recordSecurityEvent(queries, now, { kind: 'link-made', person });
  return { address: `${publicUrl}/sign-in/link?token=${token}`, expiresAt };
}

/** Uses a link up. @returns the person it signs in, or undefined where it is unknown, used, too old or its account closed */
export async function redeemSignInLink(queries: Queries, token: string, now: Date): Promise<string | undefined> {
  const [link] = await queries.rows<{ person: string }>(
    `update sign_in_link set used_at = $2 from person
     where sign_in_link.token_hash = $1 and sign_in_link.used_at is null and sign_in_link.expires_at > $2
       and person.id = sign_in_link.person and not person.closed
     returning sign_in_link.person`,
    [tokenHash(token), now],
  );
  return link?.person;
}
