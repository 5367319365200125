import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { readSettings, SettingsRefused } from '#platform/config';
import { Database } from '#platform/database';
import { createLog, systemClock } from '#platform/observability';
import { SmtpMailer } from '#platform/mail';
import { queuePrefix } from '#platform/queues';
import { DiskStorage } from '#platform/storage';
import { WorkersModule } from './app.module.ts';
import { compose } from './composition.ts';
import { WorkerParts } from './worker-parts.ts';

/** Starts relay, reactions and schedules, and drains them at SIGTERM. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { databaseUrl, redisUrl } = settings;
  if (databaseUrl === undefined)
    throw new SettingsRefused([{ name: 'DATABASE_URL', reason: 'is missing: npm start gives it' }]);
  const log = createLog('workers', settings.logLevel);
  const database = await Database.connect({
    url: databaseUrl,
    as: 'application',
    name: 'wayleave workers',
    poolSize: 8,
  });
  const { door, reactions, sharing } = compose(database, systemClock);
  const storage = new DiskStorage(join(settings.data, 'files'));
  const prefix = redisUrl === undefined ? undefined : await queuePrefix(database, databaseUrl);
  const queues = { databaseUrl, redisUrl, prefix };
  const { smtpUrl, publicUrl, mailFrom: from } = settings;
  const mailer = smtpUrl === undefined ? undefined : new SmtpMailer({ smtpUrl, publicUrl, from });
  const parts = new WorkerParts({
    ...{ database, door, reactions, sharing, storage, log, queues, mailer },
    clock: systemClock,
    scratch: join(settings.data, 'scratch'),
  });
  const app = await NestFactory.createApplicationContext(WorkersModule.of(parts), {
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  const stop = (): void => {
    void app
      .close()
      .then(() => mailer?.close())
      .then(() => database.close())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.fatal({ err: error }, 'The workers did not close in order');
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  log.info('Working');
}

main().catch((error: unknown) => {
  createLog('workers', 'fatal').fatal(
    { err: error },
    error instanceof Error ? error.message : 'The workers did not start',
  );
  process.exit(1);
});
