import { uuidv7 } from '#kernel';
import type { Queries } from '#platform/database';

export const securityEventKinds = [
  'signed-in',
  'sign-in-failed',
  'sign-in-throttled',
  'signed-out',
  'sessions-revoked',
  'password-set',
  'link-made',
  'link-refused',
] as const;
export type SecurityEventKind = (typeof securityEventKinds)[number];

/** Something about accounts and sessions that an operator may have to look into. Never a password, never a token. */
export interface SecurityEvent {
  readonly kind: SecurityEventKind;
  readonly person?: string;
  readonly session?: string;
  /** Network address of the client. */
  readonly address?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Adds to the table of security events, which the application may not change afterwards. */
export async function recordSecurityEvent(queries: Queries, at: Date, event: SecurityEvent): Promise<void> {
  const { kind, person = null, session = null, address = null, detail } = event;
  await queries.rows(
    'insert into security_event (id, at, kind, person, session, address, detail) values ($1, $2, $3, $4, $5, $6, $7)',
    [uuidv7(at.getTime()), at, kind, person, session, address, detail ? JSON.stringify(detail) : null],
  );
}
