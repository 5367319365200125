import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { hashPassword } from './password.ts';
import { recordSecurityEvent } from './security-event.ts';
import type { Sessions } from './sessions.ts';

export interface CredentialParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
}

/**
 * Sets a person's password and ends their sessions, beside the one that set it: whoever knew the old one is out.
 * @param keep id of the session that stays
 */
export async function setPassword(
  { database, clock, sessions }: CredentialParts,
  person: string,
  password: string,
  keep?: string,
): Promise<void> {
  const hash = await hashPassword(password);
  await database.transaction(async (transaction) => {
    const now = clock.now();
    await transaction.rows(
      `insert into credential (person, password_hash, changed_at) values ($1, $2, $3)
       on conflict (person) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [person, hash, now],
    );
    await transaction.rows('delete from sign_in_link where person = $1 and used_at is null', [person]);
    await recordSecurityEvent(transaction, now, { kind: 'password-set', person });
    await sessions.revokeAll(transaction, person, 'password-set', keep);
  });
}
