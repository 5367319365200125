import type { FastifyInstance, FastifyRequest } from 'fastify';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Origins that are this installation: the public one and, where that is the machine itself, its other names. */
export function ownOrigins(publicUrl: string): ReadonlySet<string> {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  if (!loopbackHosts.includes(hostname)) return new Set([origin]);
  return new Set(loopbackHosts.map((host) => new URL(`${protocol}//${host}:${port}`).origin));
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafe = (method: string): boolean => safeMethods.has(method);

const originOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;

/**
 * Whether a call that changes something comes from a page of this installation. Browsers send `Origin` with every such
 * call (Fetch standard, section 3.2); an old one that does not is judged by `Sec-Fetch-Site` or `Referer`. A program
 * without a session cookie carries nobody's authority and may call.
 */
export function comesFromHere(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  origins: ReadonlySet<string>,
  hasSession: boolean,
): boolean {
  if (isSafe(method)) return true;
  if (headers.origin !== undefined) return origins.has(headers.origin);
  if (!hasSession) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const referer = originOf(headers.referer);
  return referer !== undefined && origins.has(referer);
}

/** Answers a browser's question before a cross-origin read; for changes the answer names no method, so they end there. */
export function answerPreflights(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return;
    await reply
      .code(204)
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'accept, content-type, if-none-match',
        'access-control-max-age': '86400',
      })
      .send();
  });
}
