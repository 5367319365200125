import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import {
  organisationCommandResult,
  organisationList,
  organisationView,
  registerOrganisationBody,
  type OrganisationCommandResult,
  type OrganisationList,
  type OrganisationView,
  type RegisterOrganisationBody,
} from '#organisations/contracts';
import { OrganisationCommands, type Giver } from '#organisations/server';
import { Access, CallGiver, CurrentActor } from '../../http/authentication/index.ts';
import { OrganisationDesk } from './organisation-desk.ts';

/** Organisations: who they are, and how many of their datasets the reader may find. */
@ApiTags('Organisations')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly desk: OrganisationDesk,
    private readonly commands: OrganisationCommands,
  ) {}

  @Get()
  @Access('public')
  @ApiOkResponse({ standardSchema: organisationList })
  list(@CurrentActor() actor: Actor): Promise<OrganisationList> {
    return this.desk.list(actor);
  }

  /** One organisation, by id or slug. */
  @Get(':reference')
  @Access('public')
  @ApiOkResponse({ standardSchema: organisationView })
  view(@CurrentActor() actor: Actor, @Param('reference') reference: string): Promise<OrganisationView> {
    return this.desk.view(actor, reference);
  }

  /** Registers an organisation; for the operator. */
  @Post()
  @HttpCode(201)
  @Access('signed-in')
  @ApiCreatedResponse({ standardSchema: organisationCommandResult })
  register(
    @CallGiver() giver: Giver,
    @Body({ schema: registerOrganisationBody }) body: RegisterOrganisationBody,
  ): Promise<OrganisationCommandResult> {
    return this.desk.settle(giver.actor, undefined, this.commands.register(giver, body));
  }
}
