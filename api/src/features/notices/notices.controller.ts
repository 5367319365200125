import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  noticeCount,
  noticeList,
  noticesQuery,
  readNoticesBody,
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
