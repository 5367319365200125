import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import * as z from 'zod';
import { Database } from '#platform/database';
import { Access } from '../authentication/index.ts';
import { plainProblem } from '../problems/index.ts';

const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** For whatever watches the process: alive tells that it answers, ready that it can do its work. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Access('public')
  @ApiOkResponse({ standardSchema: health })
  live(): z.infer<typeof health> {
    return { status: 'ok' };
  }

  @Get('ready')
  @HttpCode(200)
  @Access('public')
  @ApiOkResponse({ standardSchema: health })
  async ready(): Promise<z.infer<typeof health>> {
    await this.database.rows('select edition from catalogue_edition').catch(() => {
      throw plainProblem(503, 'http.not-ready', 'The database does not answer.', { 'retry-after': '2' });
    });
    return { status: 'ok' };
  }
}
