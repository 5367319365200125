import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  datasetRecipients,
  noticeToRecipientsBody,
  requestCommandResult,
  type DatasetRecipients,
  type NoticeToRecipientsBody,
  type RequestCommandResult,
} from '#sharing/contracts';
import type { Giver } from '#sharing/server';
import { Access, CallGiver, CurrentActor } from '../../http/authentication/index.ts';
import { found, settled } from '../../http/problems/index.ts';
import { AgreementDesk } from './agreement-desk.ts';

/** Who received a dataset, and what they are told about it afterwards. */
@ApiTags('Permissions')
@Access('signed-in')
@Controller('api/v1/datasets/:id')
export class DatasetRecipientsController {
  constructor(private readonly desk: AgreementDesk) {}

  /** For those who give the dataset, and for their boards. */
  @Get('recipients')
  @ApiOkResponse({ standardSchema: datasetRecipients })
  async recipients(@CurrentActor() actor: PersonActor, @Param('id') id: string): Promise<DatasetRecipients> {
    return found(await this.desk.agreements.recipients(actor, id));
  }

  /** Tells all who received a version, or some of them, what is to be done with it; `recalled` also closes the downloads. */
  @Post('recipient-notices')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: requestCommandResult })
  async tell(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: noticeToRecipientsBody }) body: NoticeToRecipientsBody,
  ): Promise<RequestCommandResult> {
    const done = settled(await this.desk.notices.send(giver, id, body));
    return { id: done.id, revision: done.revision };
  }
}
