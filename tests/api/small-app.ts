import fastifyCookie from '@fastify/cookie';
import { StandardSchemaValidationPipe, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLog } from '#platform/observability';
import { answerPreflights, refuseUndeclaredAccess } from '../../api/src/http/authentication/index.ts';
import { takeFiles } from '../../api/src/http/files/index.ts';
import { invalidInput, ProblemFilter } from '../../api/src/http/problems/index.ts';

/** An application of some modules, put together as the whole one is: for specs of one feature's routes. */
export async function smallApp(
  imports: readonly DynamicModule[],
  controllers: readonly Type[] = [],
): Promise<NestFastifyApplication> {
  class Root {}
  const adapter = new FastifyAdapter({ trustProxy: true, routerOptions: { maxParamLength: 500 } });
  const root: DynamicModule = { module: Root, imports: [...imports], controllers: [...controllers] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false, abortOnError: false });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalidInput }));
  app.useGlobalFilters(new ProblemFilter(createLog('spec', process.env['SPEC_LOG'] ?? 'silent')));
  await app.register(fastifyCookie);
  await takeFiles(app.getHttpAdapter().getInstance() as never);
  answerPreflights(app.getHttpAdapter().getInstance() as never);
  refuseUndeclaredAccess(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
