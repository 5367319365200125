import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import {
  postMessageBody,
  requestCommandResult,
  type PostMessageBody,
  type RequestCommandResult,
} from '#sharing/contracts';
import type { Giver } from '#sharing/server';
import { Access, CallGiver } from '../../http/authentication/index.ts';
import { TalkDesk } from './talk-desk.ts';

/** What the two sides of a case write to each other, and notes of its office; read in the timelines of request and case. */
@ApiTags('Cases')
@Access('signed-in')
@Controller('api/v1/requests/:id/cases/:case/messages')
export class MessagesController {
  constructor(private readonly desk: TalkDesk) {}

  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: requestCommandResult })
  post(
    @CallGiver() giver: Giver,
    @Param('id') request: string,
    @Param('case') caseId: string,
    @Body({ schema: postMessageBody }) body: PostMessageBody,
  ): Promise<RequestCommandResult> {
    return this.desk.post(giver, { request, case: caseId }, body);
  }
}
