import { refusal, refused, type Outcome, type Refusal } from '#kernel';
import type { SignInBody, SignInLinkBody } from '#organisations/contracts';
import type { Door } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { personAggregate } from '../commands/person-aggregate.ts';
import { actorOfPerson } from '../queries/actor-of-person.ts';
import { todayOf } from '../queries/today-of.ts';
import { setPassword } from './credential.ts';
import { hashPassword, isOutdated, passwordMatches } from './password.ts';
import { recordSecurityEvent } from './security-event.ts';
import type { Client, OpenSession, Sessions } from './sessions.ts';
import { redeemSignInLink } from './sign-in-link.ts';
import type { Held, Throttle } from './throttle.ts';

/** A session opened, or a refusal that may name the seconds to wait. */
export type SignInOutcome = Outcome<OpenSession> & { readonly retryAfter?: number };

/** One answer whatever was wrong: it never tells whether an account exists. */
export const signInFailed: Refusal = refusal(
  'organisations.sign-in-failed',
  'This e-mail address and password do not belong together. Check both and try again.',
);
const tooManyAttempts = refusal(
  'organisations.too-many-attempts',
  'Too many attempts to sign in. Wait a while, then try again.',
);
const linkUnusable = refusal(
  'organisations.link-unusable',
  'This link has been used already or is too old. Ask for a new one.',
);

interface Account {
  readonly id: string;
  readonly closed: boolean;
  readonly password_hash: string | null;
}

/** Signing in by password and by one-time link. */
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
  ) {}

  /** Opens a session for the right e-mail address and password; wrong ones of all kinds look and last alike. */
  async withPassword({ email, password }: SignInBody, client: Client): Promise<SignInOutcome> {
    const held = await this.throttle.attempt(email, client.address);
    if (held) return this.held(held, client);
    const account = await this.accountOf(email);
    const usable = account !== undefined && !account.closed;
    const matches = await passwordMatches(usable ? (account.password_hash ?? undefined) : undefined, password);
    if (!usable || !matches) {
      await recordSecurityEvent(this.database, this.clock.now(), {
        kind: 'sign-in-failed',
        person: account?.id,
        address: client.address,
      });
      return refused(signInFailed);
    }
    await this.throttle.succeeded(email, client.address);
    await this.renewHash(account, password);
    return this.open(account.id, client, 'password');
  }

  /** Opens a session for a one-time link, which proves that the address reaches its holder; may set a password. */
  async withLink({ token, password }: SignInLinkBody, client: Client): Promise<SignInOutcome> {
    const held = await this.throttle.attemptFrom(client.address);
    if (held) return this.held(held, client);
    const person = await redeemSignInLink(this.database, token, this.clock.now());
    if (person === undefined) {
      await recordSecurityEvent(this.database, this.clock.now(), { kind: 'link-refused', address: client.address });
      return refused(linkUnusable);
    }
    await this.throttle.succeededFrom(client.address);
    if (password !== undefined) {
      await setPassword({ database: this.database, clock: this.clock, sessions: this.sessions }, person, password);
    }
    await this.confirmAddress(person);
    return this.open(person, client, 'link');
  }

  /** Counts a call that sends a mail against its address. @returns the refusal where there were too many */
  async heldFrom(address: string) {
    const held = await this.throttle.attemptFrom(address);
    return held && this.held(held, { address });
  }

  /** Sets another password for somebody signed in, who shows the present one; ends the person's other sessions. */
  async changePassword(
    { person, session }: { readonly person: string; readonly session: string },
    given: { readonly current: string; readonly password: string },
    client: Client,
  ): Promise<Outcome<undefined> & { readonly retryAfter?: number }> {
    const held = await this.throttle.attempt(person, client.address);
    if (held) return this.held(held, client);
    const [row] = await this.database.rows<{ password_hash: string }>(
      'select password_hash from credential where person = $1',
      [person],
    );
    if (!(await passwordMatches(row?.password_hash, given.current))) {
      return refused(refusal('organisations.password-wrong', 'This is not your present password.', 'current'));
    }
    await this.throttle.succeeded(person, client.address);
    const { database, clock, sessions } = this;
    await setPassword({ database, clock, sessions }, person, given.password, session);
    return { ok: true, value: undefined };
  }

  private async held({ seconds, first }: Held, { address }: Client) {
    if (first) {
      await recordSecurityEvent(this.database, this.clock.now(), { kind: 'sign-in-throttled', address });
    }
    return { ...refused(tooManyAttempts), retryAfter: seconds };
  }

  private async accountOf(email: string): Promise<Account | undefined> {
    const [account] = await this.database.rows<Account>(
      `select person.id, person.closed, credential.password_hash
       from person left join credential on credential.person = person.id where lower(person.email) = lower($1)`,
      [email],
    );
    return account;
  }

  private async renewHash({ id, password_hash: stored }: Account, password: string): Promise<void> {
    if (stored === null || !isOutdated(stored)) return;
    await this.database.rows('update credential set password_hash = $3 where person = $1 and password_hash = $2', [
      id,
      stored,
      await hashPassword(password),
    ]);
  }

  private async confirmAddress(person: string): Promise<void> {
    const actor = await actorOfPerson(this.database, person, todayOf(this.clock));
    const [row] = await this.database.rows<{ revision: number; confirmed: boolean }>(
      'select revision, confirmed from person where id = $1',
      [person],
    );
    if (!actor || !row || row.confirmed) return;
    const command = { type: 'confirm-address' } as const;
    await this.door.execute(personAggregate, actor, { id: person, revision: row.revision, command });
  }

  private open(person: string, client: Client, by: string): Promise<SignInOutcome> {
    return this.database.transaction(async (transaction) => {
      const session = await this.sessions.open(transaction, person, client);
      await recordSecurityEvent(transaction, this.clock.now(), {
        kind: 'signed-in',
        person,
        session: session.id,
        address: client.address,
        detail: { by },
      });
      return { ok: true, value: session };
    });
  }
}
