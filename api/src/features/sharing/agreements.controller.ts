import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonActor } from '#kernel';
import {
  agreementCommandBodies,
  agreementList,
  agreementListQuery,
  agreementView,
  signedCopy,
  type AgreementList,
  type AgreementListQuery,
  type AgreementView,
  type RequestCommandResult,
  type SignedCopyFile,
} from '#sharing/contracts';
import { SignedCopies, type AgreementCall } from '#sharing/server';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { disposition, sendConfidentialFile, sentParts, TakesFiles } from '../../http/files/index.ts';
import { found, settled } from '../../http/problems/index.ts';
import { AgreementDesk } from './agreement-desk.ts';
import { addCommandRoutes, type CommandCall } from './command-routes.ts';

const form = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Agreements: their terms, who waits, and what becomes of them. */
@ApiTags('Agreements')
@Access('signed-in')
@Controller('api/v1/agreements')
export class AgreementsController {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly copies: SignedCopies,
  ) {}

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

  /** Adds the scan of a copy that was signed by hand; a command puts it on record. Its body is read after the right to it is known. */
  @Post(':id/signed-copies')
  @HttpCode(201)
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @ApiCreatedResponse({ standardSchema: signedCopy })
  async addCopy(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Req() call: FastifyRequest,
  ): Promise<SignedCopyFile> {
    return settled(await this.copies.add(actor, id, sentParts(call)));
  }

  /** The scan as an attachment, for people of both sides; who of the other side was given it is shown to those who recorded it. */
  @Get(':id/signed-copies/:file')
  async readCopy(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, ...row } = found(await this.copies.read(actor, id, file));
    await sendConfidentialFile(reply, this.copies.storage, { ...row, fileName: name });
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
