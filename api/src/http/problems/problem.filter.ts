import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#platform/observability';
import { plainProblem, Problem } from './problem.ts';

const understood: Record<number, readonly [code: string, detail: string]> = {
  400: ['http.body-not-read', 'The request could not be read. Send well-formed JSON.'],
  404: ['http.not-found', 'There is nothing at this address.'],
  405: ['http.method-not-possible', 'This address does not take that method.'],
  413: ['http.too-large', 'That is more than is taken here at once.'],
  414: ['http.address-too-long', 'The address is too long.'],
  415: ['http.media-type', 'Send the body as application/json.'],
};

/** PostgreSQL keeps no NUL in text (22021, 22P05) and refuses numbers out of range (22003) and text that is no id (22P02). */
const unstorable = new Set(['22021', '22P05', '22003', '22P02', '22001']);

function statusFromFramework(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** Turns whatever ends a request into problem details; never a stack trace. */
export function problemFrom(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error;
  const status = statusFromFramework(error);
  if (status !== undefined && status < 500) {
    const [code, detail] = understood[status] ?? ['http.refused', 'The request was refused.'];
    return plainProblem(status, code, detail);
  }
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (unstorable.has(String((cause as { code?: unknown }).code))) {
      return plainProblem(
        400,
        'http.input-invalid',
        'The request holds a value that cannot be kept, such as a NUL character.',
      );
    }
  }
  log.error({ err: error }, 'A request failed');
  return plainProblem(
    500,
    'http.failed',
    'This is our fault, and it is in our log. Nothing that you sent was kept; try again later.',
  );
}

/** Sends a problem; usable from Nest and from plain Fastify handlers. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  for (const [name, value] of Object.entries(problem.headers)) void reply.header(name, value);
  return reply
    .code(problem.body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem.body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemFrom(error, this.log);
    if (reply.sent) return this.log.error({ err: error, url: request.url }, 'A request failed after its answer began');
    void sendProblem(reply, problem);
  }
}
