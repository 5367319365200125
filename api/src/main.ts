import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { readSettings, SettingsRefused } from '#platform/config';
import { Database } from '#platform/database';
import { createLog, systemClock } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { createApp } from './app.ts';
import { servesDemonstration } from './demonstration.ts';
import { Platform } from './platform.ts';

/** Opens what the process needs, listens, and drains at SIGTERM. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog('api', settings.logLevel);
  if (settings.databaseUrl === undefined)
    throw new SettingsRefused([{ name: 'DATABASE_URL', reason: 'is missing: npm start gives it' }]);
  const database = await Database.connect({
    url: settings.databaseUrl,
    as: 'application',
    name: 'wayleave api',
    poolSize: 16,
  });
  const storage = new DiskStorage(join(settings.data, 'files'));
  const demonstration = await servesDemonstration(database, settings);
  const platform = new Platform({ settings, clock: systemClock, log, storage, demonstration });
  const app = await createApp({ database, platform, built: resolve('dist/web') });
  const stop = (): void => {
    void app
      .close()
      .then(() => database.close())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        log.fatal({ err: error }, 'The API did not close in order');
        process.exit(1);
      });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen(settings.port, settings.host);
  log.info({ address: settings.publicUrl }, 'Listening');
}

main().catch((error: unknown) => {
  createLog('api', 'fatal').fatal({ err: error }, error instanceof Error ? error.message : 'The API did not start');
  process.exit(1);
});
