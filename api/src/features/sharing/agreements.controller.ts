import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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
import { disposition } from '../../http/files/index.ts';
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

  /** The agreement for paper: tagged (ISO 14289-1), and the same byte by byte as long as nothing changes. */
  @Get(':id.pdf')
  @ApiProduces('application/pdf')
  async pdf(@CurrentActor() actor: PersonActor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { document, fileName } = found(await this.desk.agreements.document(actor, id));
    const pdf = await this.desk.documents.pdf(document);
    await reply
      .headers({ 'content-disposition': disposition(fileName), 'cache-control': 'private, no-store' })
      .type('application/pdf')
      .send(pdf);
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
