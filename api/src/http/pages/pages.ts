import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#platform/observability';
import { plainProblem, problemFrom, sendProblem } from '../problems/index.ts';

/** A request to the API that a page makes while it is rendered here: no socket, same rights as its reader. */
interface PageCall {
  readonly method: 'GET';
  readonly url: string;
  readonly headers: Record<string, string>;
}

interface PageContext {
  call(request: PageCall): Promise<{ statusCode: number; headers: object; body: string }>;
  readonly publicUrl: string;
}

type RenderPage = (request: FastifyRequest['raw'], context: PageContext) => Promise<Response | null>;

export interface PagesOptions {
  /** The folder with `browser` and `server` of the built web application. */
  readonly built: string;
  readonly publicUrl: string;
  readonly log: Log;
}

const yearInSeconds = 31_536_000;

/** Host names under which pages are rendered: the public one, and this machine's own for a person in front of it. */
const hostNames = (publicUrl: string): ReadonlySet<string> =>
  new Set([new URL(publicUrl).hostname, 'localhost', '127.0.0.1', '[::1]', '::1']);

/** Serves the built web application and renders its pages, after all other routes. */
export async function servePages(fastify: FastifyInstance, options: PagesOptions): Promise<void> {
  const { built, publicUrl, log } = options;
  const bundle = join(built, 'server', 'server.mjs');
  if (!existsSync(bundle)) throw new Error(`The web application is not built: ${bundle} is missing. Run npm start.`);
  const hosts = hostNames(publicUrl);
  process.env['NG_ALLOWED_HOSTS'] = [...hosts].join(',');
  const { renderPage } = (await import(pathToFileURL(bundle).href)) as { renderPage: RenderPage };
  await fastify.register(fastifyStatic, {
    root: join(built, 'browser'),
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: yearInSeconds * 1000,
    preCompressed: true,
  });
  const context = (remoteAddress: string): PageContext => ({
    publicUrl,
    call: async (call) => {
      const answer = await fastify.inject({ ...call, remoteAddress });
      return { statusCode: answer.statusCode, headers: answer.headers, body: answer.body };
    },
  });
  fastify.get('/*', async (request, reply) => {
    if (/^\/(api|id|health|sitemaps)(\/|$)/.test(request.url)) {
      return sendProblem(reply, plainProblem(404, 'http.not-found', 'There is nothing at this address.'));
    }
    if (!asksForUs(request, hosts)) {
      return sendProblem(reply, plainProblem(400, 'http.host-unknown', 'No page is served under this host name.'));
    }
    const from = request.ip; // read before the headers that tell it are taken away
    forgetProxy(request);
    try {
      return await sendPage(reply, request, await renderPage(request.raw, context(from)));
    } catch (error) {
      return sendProblem(reply, problemFrom(error, log));
    }
  });
}

/** RFC 9110 section 7.2: a name or address, and a port. */
const hostForm = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** Whether host and address of a request make a URL under one of our names; Angular throws or writes lines otherwise. */
function asksForUs({ raw, headers: { host = '' } }: FastifyRequest, hosts: ReadonlySet<string>): boolean {
  if (!hostForm.test(host)) return false;
  const address = URL.parse(`http://${host}${raw.url ?? ''}`);
  return address !== null && hosts.has(address.hostname);
}

/** What a proxy says of the visitor is no business of a page; Angular would warn of each such header, at every request. */
function forgetProxy({ raw: { headers } }: FastifyRequest): void {
  for (const name of Object.keys(headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete headers[name];
  }
}

async function sendPage(reply: FastifyReply, request: FastifyRequest, page: Response | null): Promise<FastifyReply> {
  if (!page) return sendProblem(reply, plainProblem(404, 'http.not-found', 'There is no page at this address.'));
  // A link that came by mail is a secret of its reader's: no cache keeps its page, and nothing that it fetches is told of it.
  const secret = /[?&]token=/.test(request.url);
  if (secret) void reply.header('referrer-policy', 'no-referrer');
  const personal = secret || request.headers.cookie !== undefined;
  void reply
    .header('cache-control', personal ? 'private, no-store' : 'public, max-age=0, must-revalidate')
    .header('vary', 'cookie');
  return reply.send(page);
}
