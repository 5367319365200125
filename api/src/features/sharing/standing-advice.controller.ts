import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  endStandingAdviceBody,
  giveStandingAdviceBody,
  requestCommandResult,
  standingAdviceList,
  type EndStandingAdviceBody,
  type GiveStandingAdviceBody,
  type RequestCommandResult,
  type StandingAdviceList,
} from '#sharing/contracts';
import type { Giver } from '#sharing/server';
import { Access, CallGiver, CurrentActor } from '../../http/authentication/index.ts';
import { TalkDesk } from './talk-desk.ts';

type Result = Promise<RequestCommandResult>;

/** Advice that holds for a class of cases until a date; for members of the organisation alone. */
@ApiTags('Standing advice')
@Access('signed-in')
@Controller('api/v1')
export class StandingAdviceController {
  constructor(private readonly desk: TalkDesk) {}

  /** Of one organisation, by id or slug. */
  @Get('organisations/:id/standing-advice')
  @ApiOkResponse({ standardSchema: standingAdviceList })
  list(@CurrentActor() actor: PersonActor, @Param('id') id: string): Promise<StandingAdviceList> {
    return this.desk.standingAdvice(actor, id);
  }

  @Post('organisations/:id/standing-advice')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: requestCommandResult })
  give(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: giveStandingAdviceBody }) body: GiveStandingAdviceBody,
  ): Result {
    return this.desk.giveAdvice(giver, id, body);
  }

  /** Ends it at once; also for an administrator. */
  @Post('standing-advice/:id/commands/end')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: requestCommandResult })
  end(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: endStandingAdviceBody }) body: EndStandingAdviceBody,
  ): Result {
    return this.desk.endAdvice(giver, id, body);
  }
}
