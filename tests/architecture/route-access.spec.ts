import { Controller, Get, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '#testing';
import { readSettings } from '#platform/config';
import { createLog, systemClock } from '#platform/observability';
import { DiskStorage } from '#platform/storage';
import { AppModule } from '../../api/src/app.module.ts';
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
let application: DynamicModule;

beforeAll(async () => {
  database = await testDatabase();
  const settings = readSettings({ WAYLEAVE_DATA: data });
  const log = createLog('spec', 'silent');
  const storage = new DiskStorage(join(data, 'files'));
  application = AppModule.of(
    database.database,
    new Platform({ settings, clock: systemClock, log, storage, demonstration: true }),
  );
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
});

async function start(...planted: (typeof Undeclared | typeof Declared)[]): Promise<void> {
  const module = { ...application, controllers: [...(application.controllers ?? []), ...planted] };
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false, abortOnError: false });
  try {
    await app.init();
  } finally {
    await app.close();
  }
}

test('a route without declared access stops the start, and is named', async () => {
  await expect(start(Undeclared)).rejects.toThrow('Undeclared.forgotten');
  await expect(start(Undeclared)).rejects.not.toThrow('Undeclared.open');
});

test('every route of the application has declared its access, and one that did is no hindrance', async () => {
  await expect(start(Declared)).resolves.toBeUndefined();
});
