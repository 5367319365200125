import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { anyone, type Actor } from '#kernel';
import type { Client, CurrentSession } from '#organisations/server';

/** What the guard found out about a call. */
export interface Caller {
  readonly actor: Actor;
  readonly session?: CurrentSession;
  readonly client: Client;
}

const callers = new WeakMap<FastifyRequest, Caller>();

export const rememberCaller = (request: FastifyRequest, caller: Caller): void => {
  callers.set(request, caller);
};

/** The caller of a request that has passed the guard; outside its reach, nobody. */
export const callerOf = (request: FastifyRequest): Caller =>
  callers.get(request) ?? { actor: anyone, client: { address: request.ip } };

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

const longestKey = 200;

/** Who calls, acting for the organisation that the body names. */
export const CurrentActor = createParamDecorator((_: unknown, context) => callerOf(requestOf(context)).actor);

/** The session of the caller and where the call comes from. */
export const CurrentCaller = createParamDecorator((_: unknown, context) => callerOf(requestOf(context)));

/** Who gives a command, with the client's own name for the call (`Idempotency-Key`), if any. */
export const CallGiver = createParamDecorator((_: unknown, context) => {
  const request = requestOf(context);
  const key = request.headers['idempotency-key'];
  const { actor } = callerOf(request);
  return typeof key === 'string' && key !== '' ? { actor, idempotencyKey: key.slice(0, longestKey + 1) } : { actor };
});
