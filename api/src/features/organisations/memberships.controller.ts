import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  endMembershipBody,
  grantMembershipBody,
  organisationCommandResult,
  setRolesBody,
  type GrantMembershipBody,
  type OrganisationCommandResult,
  type OrganisationEnvelope,
  type SetRolesBody,
} from '#organisations/contracts';
import { OrganisationCommands, type Giver } from '#organisations/server';
import { Access, CallGiver } from '../../http/authentication/index.ts';
import { OrganisationDesk } from './organisation-desk.ts';

type Result = Promise<OrganisationCommandResult>;

/** Who belongs to an organisation and what they may do there; for its administrators. */
@ApiTags('Memberships')
@Access('signed-in')
@Controller('api/v1')
export class MembershipsController {
  constructor(
    private readonly desk: OrganisationDesk,
    private readonly commands: OrganisationCommands,
  ) {}

  @Post('organisations/:id/memberships')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: organisationCommandResult })
  grant(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: grantMembershipBody }) body: GrantMembershipBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.grantMembership(giver, id, body));
  }

  @Post('memberships/:id/commands/set-roles')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  setRoles(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: setRolesBody }) body: SetRolesBody,
  ): Result {
    return this.desk.settle(giver.actor, body.actingFor, this.commands.setRoles(giver, id, body));
  }

  @Post('memberships/:id/commands/end')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  end(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: endMembershipBody }) body: OrganisationEnvelope,
  ): Result {
    return this.desk.settle(giver.actor, body.actingFor, this.commands.endMembership(giver, id, body));
  }
}
