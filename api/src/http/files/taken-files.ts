import fastifyMultipart from '@fastify/multipart';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route takes `multipart/form-data`. */
    takesFiles?: boolean;
  }
}

/** Marks a route that takes `multipart/form-data`; its body waits, unread, until the route reads it. */
export const TakesFiles = () => RouteConfig({ takesFiles: true });

/** Fastify reads no body of these. */
const bodiless = new Set(['GET', 'HEAD', 'TRACE']);

const isForm = ({ headers }: FastifyRequest): boolean =>
  /^\s*multipart\/form-data\b/i.test(headers['content-type'] ?? '');

const takesBody = ({ is404, method }: FastifyRequest): boolean => !is404 && !bodiless.has(method);

/** Lets the routes marked by `TakesFiles` take files; all others refuse a form of parts as they do every foreign type. */
export async function takeFiles(fastify: FastifyInstance): Promise<void> {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const refused = isForm(request) && takesBody(request) && request.routeOptions.config.takesFiles !== true;
    if (refused) done(Object.assign(new Error('This route takes no files'), { statusCode: 415 }));
    else done(null, payload);
  });
  await fastify.register(fastifyMultipart);
}
