import type { FastifyReply } from 'fastify';
import type { Refusal } from '#kernel';
import type {
  ChangePasswordBody,
  MailPromised,
  ResetBody,
  SessionView,
  SignInBody,
  SignInLinkBody,
  SignUpBody,
} from '#organisations/contracts';
import { sessionViewOf, type Accounts, type Sessions, type SignIn, type SignInOutcome } from '#organisations/server';
import type { Caller, SessionCookie } from '../../http/authentication/index.ts';
import { problemOf, type Problem } from '../../http/problems/index.ts';

/** Sessions as HTTP has them: cookies, waiting times, problem details. */
export class SessionDesk {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIns: SignIn,
    private readonly cookie: SessionCookie,
    private readonly demonstration: boolean,
    private readonly accounts: Accounts,
  ) {}

  show({ session, client }: Caller, reply: FastifyReply): SessionView {
    void reply.header('cache-control', 'no-store');
    if (client.token !== undefined && !session) this.cookie.clear(reply);
    return sessionViewOf(session, this.demonstration);
  }

  async signIn(body: SignInBody, { client }: Caller, reply: FastifyReply): Promise<SessionView> {
    return this.opened(await this.signIns.withPassword(body, client), reply);
  }

  async useLink(body: SignInLinkBody, { client }: Caller, reply: FastifyReply): Promise<SessionView> {
    return this.opened(await this.signIns.withLink(body, client), reply);
  }

  async reset({ email }: ResetBody, { client }: Caller): Promise<MailPromised> {
    await this.notTooOften(client.address);
    await this.accounts.reset(email);
    return { sent: true };
  }

  async signUp(body: SignUpBody, { client }: Caller): Promise<MailPromised> {
    await this.notTooOften(client.address);
    await this.accounts.signUp(body);
    return { sent: true };
  }

  private async notTooOften(address: string): Promise<void> {
    const held = await this.signIns.heldFrom(address);
    if (held && !held.ok) throw refusedWith(held.refusals, held.retryAfter);
  }

  async changePassword(body: ChangePasswordBody, { session, client }: Caller): Promise<void> {
    if (!session) throw new Error('A route for people who are signed in was reached by somebody who is not');
    const who = { person: session.actor.person, session: session.id };
    const outcome = await this.signIns.changePassword(who, body, client);
    if (!outcome.ok) throw refusedWith(outcome.refusals, outcome.retryAfter);
  }

  async signOut({ client }: Caller, reply: FastifyReply): Promise<void> {
    if (client.token === undefined) return;
    await this.sessions.signOut(client.token, client.address);
    this.cookie.clear(reply);
  }

  private async opened(outcome: SignInOutcome, reply: FastifyReply): Promise<SessionView> {
    if (!outcome.ok) throw refusedWith(outcome.refusals, outcome.retryAfter);
    const { token, absoluteUntil } = outcome.value;
    this.cookie.write(reply, token, absoluteUntil);
    void reply.header('cache-control', 'no-store');
    return sessionViewOf(await this.sessions.current(token), this.demonstration);
  }
}

const refusedWith = (refusals: readonly Refusal[], retryAfter: number | undefined): Problem =>
  problemOf(refusals, retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } });
