import fastifyCookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Database } from '#platform/database';
import { AppModule } from './app.module.ts';
import { answerPreflights, refuseUndeclaredAccess } from './http/authentication/index.ts';
import { takeFiles } from './http/files/index.ts';
import { describeApi } from './http/openapi/openapi.ts';
import { servePages } from './http/pages/pages.ts';
import { invalidInput, isWellFormed, plainProblem, problemFrom, sendProblem } from './http/problems/index.ts';
import type { Platform } from './platform.ts';

const megabyte = 1024 * 1024;

/** Milliseconds that a request may take to arrive: enough for a file on a slow line, and a line that went dead is let go. */
const longestArrival = 10 * 60_000;

export interface AppOptions {
  readonly database: Database;
  readonly platform: Platform;
  /** Folder of the built web application; without it only the API is served, as tests of the API do. */
  readonly built?: string;
}

/** No inline script and no inline style runs: all of them are files of ours. */
const contentSecurityPolicy = (secure: boolean) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    ...(secure && { upgradeInsecureRequests: [] }),
  },
});

/** The API and the pages in one process, ready to listen. */
export async function createApp({ database, platform, built }: AppOptions): Promise<NestFastifyApplication> {
  const { settings, log } = platform;
  const adapter = new FastifyAdapter({
    bodyLimit: 2 * megabyte,
    requestTimeout: longestArrival,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    frameworkErrors: (error: Error, _request: unknown, reply: FastifyReply) =>
      void sendProblem(reply, problemFrom(error, log)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(database, platform), adapter, {
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalidInput }));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const secure = settings.publicUrl.startsWith('https:');
  await fastify.register(fastifyCookie);
  await takeFiles(fastify);
  allowStylesOfReader(fastify);
  refuseIllFormedText(fastify);
  await fastify.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(secure),
    strictTransportSecurity: secure,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  answerPreflights(fastify);
  refuseUndeclaredAccess(app);
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Wayleave: HTTP surface',
  });
  if (built !== undefined) await servePages(fastify, { built, publicUrl: settings.publicUrl, log });
  return app;
}

/** The reader of the API's description brings styles inline; it alone may, and it still runs no script but its files. */
function allowStylesOfReader(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/docs')) {
      const policy = String(reply.getHeader('content-security-policy'));
      void reply.header(
        'content-security-policy',
        policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
      );
    }
    done(null, payload);
  });
}

/** Half a character is no text: it has no UTF-8, no canonical form and no place in the database (RFC 8259, section 8.2). */
function refuseIllFormedText(fastify: FastifyInstance): void {
  const detail = 'A text in the request holds half a character (an unpaired surrogate).';
  fastify.addHook('preValidation', (request, reply, done) => {
    if (isWellFormed(request.body)) done();
    else void sendProblem(reply, plainProblem(400, 'http.text-ill-formed', detail));
  });
}
