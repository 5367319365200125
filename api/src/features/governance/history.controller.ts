import { Readable } from 'node:stream';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#kernel';
import {
  historyFilter,
  historyPage,
  historyQuery,
  type HistoryFilter,
  type HistoryPage,
  type HistoryQuery,
} from '#organisations/contracts';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { HistoryDesk } from './history-desk.ts';

/** The record: everything that happened in the organisations that the reader works for or watches over. */
@ApiTags('History')
@Access('signed-in')
@Controller('api/v1')
export class HistoryController {
  constructor(private readonly desk: HistoryDesk) {}

  @Get('history')
  @ApiOkResponse({ standardSchema: historyPage })
  page(@CurrentActor() actor: PersonActor, @Query({ schema: historyQuery }) query: HistoryQuery): Promise<HistoryPage> {
    return this.desk.page(actor, query);
  }

  /** Every entry as CSV (RFC 4180), the newest first. */
  @Get('history.csv')
  @ApiProduces('text/csv')
  async csv(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: historyFilter }) filter: HistoryFilter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.desk.csv(actor, filter);
    await reply
      .header('content-disposition', 'attachment; filename="history.csv"')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(lines));
  }
}
