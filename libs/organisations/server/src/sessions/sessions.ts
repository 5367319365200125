import { uuidv7, type PersonActor } from '#kernel';
import type { Database, Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import { membershipsOfPersonSql, type NamedMembership } from '../queries/actor-of-person.ts';
import { todayOf } from '../queries/today-of.ts';
import { recordSecurityEvent } from './security-event.ts';
import { newToken, tokenHash } from './token.ts';

const minute = 60_000;
const hour = 60 * minute;

export interface SessionPolicy {
  /** Milliseconds without a call after which a session ends. */
  readonly idle: number;
  /** Milliseconds after which it ends whatever happens. */
  readonly absolute: number;
}

/** Two hours without a call, twelve hours in all: a working day with its meetings (OWASP ASVS 5, 7.3). */
export const sessionPolicy: SessionPolicy = { idle: 2 * hour, absolute: 12 * hour };

/** A session's last call is written once in this time, not at each call. */
const touchEvery = minute;

/** Where a call comes from, as far as a session remembers it. */
export interface Client {
  readonly address: string;
  readonly agent?: string;
  /** The session token that the call brought, whatever it is worth. */
  readonly token?: string;
}

export interface OpenSession {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
  /** The last moment at which its cookie can be of use. */
  readonly absoluteUntil: Date;
}

/** Who is signed in, by a valid token. */
export interface CurrentSession {
  readonly id: string;
  readonly actor: PersonActor;
  readonly memberships: readonly NamedMembership[];
  readonly expiresAt: Date;
}

interface SessionRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly operator: boolean;
  readonly seen_at: Date;
  readonly idle_until: Date;
  readonly absolute_until: Date;
  readonly memberships: NamedMembership[];
}

const currentSql = `
  select session.id, session.person, session.seen_at, session.idle_until, session.absolute_until,
    person.name, person.email, person.operator, ${membershipsOfPersonSql('person.id', '$3::date')} as memberships
  from session join person on person.id = session.person
  where session.token_hash = $1 and session.revoked_at is null and session.idle_until > $2
    and session.absolute_until > $2 and not person.closed`;

/** Sign-in sessions: opaque tokens in the browser, their hashes here, with an end for idle ones and for all. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: SessionPolicy = sessionPolicy,
  ) {}

  /** Opens a session and ends the one that the client had, so that a token known before sign-in is worth nothing after. */
  async open(queries: Queries, person: string, client: Client): Promise<OpenSession> {
    const now = this.clock.now();
    const token = newToken();
    const id = uuidv7(now.getTime());
    const idleUntil = new Date(now.getTime() + this.policy.idle);
    const absoluteUntil = new Date(now.getTime() + this.policy.absolute);
    if (client.token) await this.end(queries, client.token);
    await queries.rows("delete from session where absolute_until < $1::timestamptz - interval '90 days'", [now]);
    await queries.rows(
      `insert into session (id, token_hash, person, opened_at, seen_at, idle_until, absolute_until, address, agent)
       values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
      [
        id,
        tokenHash(token),
        person,
        now,
        idleUntil,
        absoluteUntil,
        client.address,
        client.agent?.slice(0, 300) ?? null,
      ],
    );
    return { id, token, expiresAt: idleUntil, absoluteUntil };
  }

  /** The session behind a token, while it is valid; each use puts its idle end off. */
  async current(token: string): Promise<CurrentSession | undefined> {
    const now = this.clock.now();
    const given = [tokenHash(token), now, todayOf(this.clock)];
    const [row] = await this.database.prepared<SessionRow>('current-session', currentSql, given);
    if (!row) return undefined;
    const due = now.getTime() - row.seen_at.getTime() >= touchEvery;
    const expiresAt = due ? await this.touch(row, now) : row.idle_until;
    const { id, person, name, email, operator, memberships } = row;
    return {
      id,
      actor: { kind: 'person', person, name, email: email ?? '', operator, memberships },
      memberships,
      expiresAt,
    };
  }

  /** Ends one session by its token: sign-out. @returns the session ended, if the token was worth one */
  async signOut(token: string, address: string): Promise<void> {
    const ended = await this.end(this.database, token);
    if (ended) await recordSecurityEvent(this.database, this.clock.now(), { kind: 'signed-out', ...ended, address });
  }

  /** Ends every session of a person, beside one that may stay. @returns how many ended */
  async revokeAll(queries: Queries, person: string, reason: string, except?: string): Promise<number> {
    const now = this.clock.now();
    const ended = await queries.rows(
      `update session set revoked_at = $2 where person = $1 and revoked_at is null and ($3::uuid is null or id <> $3)
       returning id`,
      [person, now, except ?? null],
    );
    if (ended.length > 0) {
      const detail = { reason, sessions: ended.length };
      await recordSecurityEvent(queries, now, { kind: 'sessions-revoked', person, detail });
    }
    return ended.length;
  }

  private async end(queries: Queries, token: string): Promise<{ session: string; person: string } | undefined> {
    const [ended] = await queries.rows<{ session: string; person: string }>(
      `update session set revoked_at = $2 where token_hash = $1 and revoked_at is null
       returning id as session, person`,
      [tokenHash(token), this.clock.now()],
    );
    return ended;
  }

  private async touch(row: SessionRow, now: Date): Promise<Date> {
    const end = Math.min(now.getTime() + this.policy.idle, row.absolute_until.getTime());
    await this.database.rows(
      'update session set seen_at = $2, idle_until = $3 where id = $1 and revoked_at is null and seen_at < $2',
      [row.id, now, new Date(end)],
    );
    return new Date(end);
  }
}
