import { Controller, Get } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '#testing';
import { readSettings } from '#platform/config';
import { createLog, systemClock } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { AppModule } from '../../api/src/app.module.ts';
import { createApp } from '../../api/src/app.ts';
import { Access } from '../../api/src/http/authentication/index.ts';
import { Platform } from '../../api/src/platform.ts';

@Controller('planted')
class Undeclared {
  @Get('open')
  @Access('public')
  open(): string {
    return 'declared';
  }

  @Get('forgotten')
  forgotten(): string {
    return 'nobody said who may call this';
  }
}

@Controller('planted')
class Declared {
  @Get()
  @Access('signed-in')
  open(): string {
    return 'declared';
  }
}

const data = mkdtempSync(join(tmpdir(), 'wayleave-access-'));
let database: TestDatabase;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  const settings = readSettings({ WAYLEAVE_DATA: data });
  const log = createLog('spec', 'silent');
  const storage = new DiskStorage(join(data, 'files'));
  platform = new Platform({ settings, clock: systemClock, log, storage, demonstration: true });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
});

/** Starts the application as the product does, with one more controller in it. */
async function start(planted: typeof Undeclared | typeof Declared): Promise<void> {
  const whole = AppModule.of(database.database, platform);
  jest.spyOn(AppModule, 'of').mockReturnValue({ ...whole, controllers: [...(whole.controllers ?? []), planted] });
  const app = await createApp({ database: database.database, platform });
  try {
    await app.init();
  } finally {
    await app.close();
  }
}

test('a route without declared access stops the start, and is named', async () => {
  await expect(start(Undeclared)).rejects.toThrow(/no access: Undeclared\.forgotten\./);
});

test('every route of the application has declared its access, and one that did is no hindrance', async () => {
  await expect(start(Declared)).resolves.toBeUndefined();
});
