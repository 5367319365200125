import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { isUuid } from '#kernel';
import {
  mailCommandBody,
  mailList,
  mailQuery,
  type MailCommandBody,
  type MailList,
  type MailQuery,
} from '#notices/contracts';
import { discardMail, listMails, retryMail } from '#notices/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { Access } from '../../http/authentication/index.ts';
import { found } from '../../http/problems/index.ts';

/** Where mails go from here. */
export class MailSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly publicUrl: string,
    readonly server: boolean,
  ) {}
}

/** Mails on their way, for the operator: what went, what waits, what failed and why. */
@ApiTags('Mail')
@Access('operator')
@Controller('api/v1/mail')
export class MailController {
  constructor(private readonly around: MailSurroundings) {}

  @Get()
  @ApiOkResponse({ standardSchema: mailList })
  list(@Query({ schema: mailQuery }) query: MailQuery): Promise<MailList> {
    return listMails(this.around.database, query, this.around);
  }

  /** Lets a mail that failed be tried again. */
  @Post(':id/commands/retry')
  @HttpCode(204)
  @ApiNoContentResponse()
  async retry(@Param('id') id: string, @Body({ schema: mailCommandBody }) _body: MailCommandBody): Promise<void> {
    const done = isUuid(id) && (await retryMail(this.around.database, id, this.around.clock.now()));
    found(done || undefined);
  }

  /** Gives a mail up. */
  @Post(':id/commands/discard')
  @HttpCode(204)
  @ApiNoContentResponse()
  async discard(@Param('id') id: string, @Body({ schema: mailCommandBody }) _body: MailCommandBody): Promise<void> {
    const done = isUuid(id) && (await discardMail(this.around.database, id, this.around.clock.now()));
    found(done || undefined);
  }
}
