import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  mailPreferences,
  noticeCount,
  noticeList,
  noticesQuery,
  readNoticesBody,
  type MailPreferences,
  type NoticeCount,
  type NoticeList,
  type NoticesQuery,
  type ReadNoticesBody,
} from '#notices/contracts';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { NoticeDesk } from './notice-desk.ts';

/** What was written to the caller; nobody reads or marks what was written to somebody else. */
@ApiTags('Notices')
@Access('signed-in')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly desk: NoticeDesk) {}

  @Get()
  @ApiOkResponse({ standardSchema: noticeList })
  list(@CurrentActor() reader: PersonActor, @Query({ schema: noticesQuery }) query: NoticesQuery): Promise<NoticeList> {
    return this.desk.list(reader, query);
  }

  @Get('count')
  @ApiOkResponse({ standardSchema: noticeCount })
  count(@CurrentActor() reader: PersonActor): Promise<NoticeCount> {
    return this.desk.count(reader);
  }

  /** How the caller is told by mail. */
  @Get('preferences')
  @ApiOkResponse({ standardSchema: mailPreferences })
  preferences(@CurrentActor() reader: PersonActor): Promise<MailPreferences> {
    return this.desk.preferences(reader);
  }

  @Put('preferences')
  @ApiOkResponse({ standardSchema: mailPreferences })
  setPreferences(
    @CurrentActor() reader: PersonActor,
    @Body({ schema: mailPreferences }) body: MailPreferences,
  ): Promise<MailPreferences> {
    return this.desk.setPreferences(reader, body);
  }

  /** Marks some notices, or all up to one, as read. */
  @Post('commands/read')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: noticeCount })
  read(
    @CurrentActor() reader: PersonActor,
    @Body({ schema: readNoticesBody }) body: ReadNoticesBody,
  ): Promise<NoticeCount> {
    return this.desk.read(reader, body);
  }
}
