import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  agreementCommandBodies,
  agreementList,
  agreementListQuery,
  agreementView,
  type AgreementList,
  type AgreementListQuery,
  type AgreementView,
  type RequestCommandResult,
} from '#sharing/contracts';
import type { AgreementCall } from '#sharing/server';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { found } from '../../http/problems/index.ts';
import { AgreementDesk } from './agreement-desk.ts';
import { addCommandRoutes, type CommandCall } from './command-routes.ts';

/** Agreements: their terms, who waits, and what becomes of them. */
@ApiTags('Agreements')
@Access('signed-in')
@Controller('api/v1/agreements')
export class AgreementsController {
  constructor(private readonly desk: AgreementDesk) {}

  /** What my organisations give and receive. */
  @Get()
  @ApiOkResponse({ standardSchema: agreementList })
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: agreementListQuery }) query: AgreementListQuery,
  ): Promise<AgreementList> {
    return this.desk.agreements.list(actor, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: agreementView })
  async view(@CurrentActor() actor: PersonActor, @Param('id') id: string): Promise<AgreementView> {
    return found(await this.desk.agreements.view(actor, id));
  }
}

/** Commands to one agreement; who may give which stands in `allowedCommands` of its view. */
@ApiTags('Agreements')
@Access('signed-in')
@Controller('api/v1/agreements/:id/commands')
export class AgreementCommandsController {
  constructor(private readonly desk: AgreementDesk) {}

  give({ giver, ids: [id = ''], name, body }: CommandCall): Promise<RequestCommandResult> {
    return this.desk.give({ giver, id, name, body } as AgreementCall);
  }
}

addCommandRoutes(AgreementCommandsController, ['id'], agreementCommandBodies);
