import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  beginRequestBody,
  caseView,
  copyRequestBody,
  draftSaved,
  followRedirectBody,
  inviteBody,
  requestCommandBody,
  requestCommandResult,
  requestList,
  requestListQuery,
  requestView,
  resubmitRequestBody,
  saveDraftBody,
  submitRequestBody,
  uninviteBody,
  type BeginRequestBody,
  type CaseView,
  type DraftSaved,
  type FollowRedirectBody,
  type InviteBody,
  type RequestCommandBody,
  type RequestCommandResult,
  type RequestList,
  type RequestListQuery,
  type RequestView,
  type ResubmitRequestBody,
  type SaveDraftBody,
  type SubmitRequestBody,
  type UninviteBody,
} from '#sharing/contracts';
import type { Giver } from '#sharing/server';
import { Access, CallGiver, CurrentActor } from '../../http/authentication/index.ts';
import { found } from '../../http/problems/index.ts';
import { RequestDesk } from './request-desk.ts';

type Result = Promise<RequestCommandResult>;

/** Requests: what is being written, what was submitted, and the same place for all sides. */
@ApiTags('Requests')
@Access('signed-in')
@Controller('api/v1/requests')
export class RequestsController {
  constructor(private readonly desk: RequestDesk) {}

  /** What I ask, and what my organisations ask. */
  @Get()
  @ApiOkResponse({ standardSchema: requestList })
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: requestListQuery }) query: RequestListQuery,
  ): Promise<RequestList> {
    return this.desk.requests.list(actor, query);
  }

  /** Begins a draft. */
  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: requestCommandResult })
  begin(@CurrentActor() actor: PersonActor, @Body({ schema: beginRequestBody }) body: BeginRequestBody): Result {
    return this.desk.begin(actor, body);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: requestView })
  view(@CurrentActor() actor: PersonActor, @Param('id') id: string): Promise<RequestView> {
    return this.desk.view(actor, id);
  }

  /** Saves what was typed, valid or not. */
  @Patch(':id')
  @ApiOkResponse({ standardSchema: draftSaved })
  save(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Body({ schema: saveDraftBody }) body: SaveDraftBody,
  ): Promise<DraftSaved> {
    return this.desk.save(actor, id, body);
  }

  @Post(':id/commands/submit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  submit(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: submitRequestBody }) body: SubmitRequestBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.commands.submit(giver, id, body));
  }

  @Post(':id/commands/resubmit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  resubmit(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: resubmitRequestBody }) body: ResubmitRequestBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.commands.resubmit(giver, id, body));
  }

  @Post(':id/commands/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  withdraw(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: requestCommandBody }) { revision }: RequestCommandBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.commands.withdraw(giver, id, revision));
  }

  @Post(':id/commands/take-over')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  takeOver(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: requestCommandBody }) { revision }: RequestCommandBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.commands.takeOver(giver, id, revision));
  }

  @Post(':id/commands/follow-redirect')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  followRedirect(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: followRedirectBody }) body: FollowRedirectBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.commands.followRedirect(giver, id, body));
  }

  /** Deletes what was never submitted; `revision` is that of the draft. */
  @Post(':id/commands/delete')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  async delete(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Body({ schema: requestCommandBody }) { revision }: RequestCommandBody,
  ): Result {
    await this.desk.settle(actor, id, this.desk.drafts.remove(actor, id, revision));
    return { id, revision };
  }

  @Post(':id/commands/copy')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: requestCommandResult })
  copy(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Body({ schema: copyRequestBody }) _body: RequestCommandBody,
  ): Result {
    return this.desk.copy(actor, id);
  }

  /** A colleague helps to write; `revision` is that of the draft. */
  @Post(':id/commands/invite')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  invite(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Body({ schema: inviteBody }) { revision, email }: InviteBody,
  ): Result {
    return this.desk.saved(actor, id, this.desk.drafts.invite(actor, id, { revision, email }));
  }

  @Post(':id/commands/uninvite')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  uninvite(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Body({ schema: uninviteBody }) { revision, person }: UninviteBody,
  ): Result {
    return this.desk.saved(actor, id, this.desk.drafts.uninvite(actor, id, { revision, person }));
  }

  /** The review screen of one case. */
  @Get(':id/cases/:case')
  @ApiOkResponse({ standardSchema: caseView })
  async viewCase(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Param('case') case_: string,
  ): Promise<CaseView> {
    return found(await this.desk.requests.viewCase(actor, id, case_));
  }
}
