import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone, isUuid, refusal } from '#kernel';
import { Sessions } from '#organisations/server';
import { plainProblem, problemOf } from '../problems/index.ts';
import { accessKey, type AccessDeclaration } from './access.ts';
import { actingFor, notSignedIn } from './acting-for.ts';
import { rememberCaller } from './caller.ts';
import { comesFromHere, isSafe } from './origin.ts';
import { SessionCookie } from './session-cookie.ts';

/** Where this installation is, for checks of origin. */
export class OwnOrigins {
  constructor(readonly origins: ReadonlySet<string>) {}
}

const foreignOrigin = refusal(
  'organisations.foreign-origin',
  'This call came from a page of another site, so nothing was changed. Open the page here and try again.',
);
/** Makes of each call an actor: who it is, for which organisation, and whether the route takes such a caller. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly own: OwnOrigins,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const access = this.reflector.getAllAndOverride<AccessDeclaration>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    const token = this.cookie.read(request);
    if (!comesFromHere(request, this.own.origins, token !== undefined)) throw problemOf([foreignOrigin]);
    // Public reads are for any site, without credentials: no answer ever allows them.
    if (access === 'public' && isSafe(request.method)) void reply.header('access-control-allow-origin', '*');
    const session = token ? await this.sessions.current(token) : undefined;
    if (token) void reply.headers({ 'cache-control': 'private, no-store', vary: 'cookie' });
    const byKey = access === 'signed-in-or-key' && bearerOf(request) !== undefined;
    if (access !== 'public' && !session && !byKey) throw problemOf([notSignedIn]);
    if (access === 'operator' && !session?.actor.operator) {
      throw plainProblem(403, 'organisations.operator-only', 'Only the operator of this installation may do that.');
    }
    const organisation = organisationNamed(request);
    const actor = session && organisation ? actingFor(session.actor, organisation) : (session?.actor ?? anyone);
    const client = { address: request.ip, agent: request.headers['user-agent'], token };
    rememberCaller(request, { actor, client, session });
    return true;
  }
}

/** The key in `Authorization: Bearer …` (RFC 6750, 2.1); undefined where there is none. */
export const bearerOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /^Bearer +([\w.~+/=-]+) *$/i.exec(headers.authorization ?? '')?.[1];

/** The organisation acted for, which stands in every command; what is no id is left to the body's contract. */
function organisationNamed({ method, body }: FastifyRequest): string | undefined {
  const named = isSafe(method) ? undefined : (body as { actingFor?: unknown } | null | undefined)?.actingFor;
  return typeof named === 'string' && isUuid(named) ? named : undefined;
}
