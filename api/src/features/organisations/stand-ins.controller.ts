import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  endStandInBody,
  nameStandInBody,
  organisationCommandResult,
  type NameStandInBody,
  type OrganisationCommandResult,
  type OrganisationEnvelope,
} from '#organisations/contracts';
import { StandInCommands, type Giver } from '#organisations/server';
import { Access, CallGiver } from '../../http/authentication/index.ts';
import { OrganisationDesk } from './organisation-desk.ts';

type Result = Promise<OrganisationCommandResult>;

/** Who covers whom while somebody is away; for the one covered, and for administrators. */
@ApiTags('Stand-ins')
@Access('signed-in')
@Controller('api/v1')
export class StandInsController {
  constructor(
    private readonly desk: OrganisationDesk,
    private readonly commands: StandInCommands,
  ) {}

  @Post('organisations/:id/stand-ins')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: organisationCommandResult })
  name(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: nameStandInBody }) body: NameStandInBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.name(giver, id, body));
  }

  /** Ends cover at once; also for the one who covers. */
  @Post('stand-ins/:id/commands/end')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  end(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: endStandInBody }) body: OrganisationEnvelope,
  ): Result {
    return this.desk.settle(giver.actor, body.actingFor, this.commands.end(giver, id, body));
  }
}
