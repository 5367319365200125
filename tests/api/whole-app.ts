import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '#platform/config';
import { createLog, type Clock } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { testDatabase, type TestDatabase } from '#testing';
import { createApp } from '../../api/src/app.ts';
import { Platform } from '../../api/src/platform.ts';
import { StandingClock } from './people.ts';

export const publicUrl = 'http://wayleave.example';

export interface WholeApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase['database'];
  readonly clock: StandingClock;
  readonly platform: Platform;
  close(): Promise<void>;
}

const settings = (data: string): Settings => ({
  host: '127.0.0.1',
  port: 0,
  data,
  publicUrl,
  trustedProxies: ['127.0.0.1'],
  secret: undefined,
  databaseUrl: undefined,
  redisUrl: undefined,
  smtpUrl: undefined,
  mailFrom: 'wayleave@wayleave.example',
  demonstration: false,
  fetchPrivate: false,
  logLevel: 'silent',
});

/** The whole API on a database of its own, as the product puts it together; without pages. */
export async function wholeApp(): Promise<WholeApp> {
  const { database, close } = await testDatabase();
  const data = await mkdtemp(join(tmpdir(), 'wayleave-api-'));
  const clock = new StandingClock();
  const log = createLog('spec', process.env['SPEC_LOG'] ?? 'silent');
  const storage = new DiskStorage(join(data, 'files'));
  const parts = { settings: settings(data), clock: clock as Clock, log, storage, demonstration: false };
  const platform = new Platform(parts);
  const app = await createApp({ database, platform });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database,
    clock,
    platform,
    close: async () => {
      await app.close();
      await close();
    },
  };
}
