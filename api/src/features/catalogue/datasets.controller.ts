import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import {
  acceptTermsBody,
  assignResponsibilityBody,
  commandResult,
  datasetView,
  describeDatasetBody,
  previewView,
  publishDatasetBody,
  registerDatasetBody,
  revisionList,
  setAccessBody,
  setVisibilityBody,
  withdrawDatasetBody,
  type AcceptTermsBody,
  type CommandResult,
  type DatasetView,
  type PreviewView,
  type RevisionList,
} from '#catalogue/contracts';
import { Datasets } from '#catalogue/server';
import type { Actor } from '#kernel';
import { Access, CallGiver, CurrentActor } from '../../http/authentication/index.ts';
import { refuseMissing, sendFile } from '../../http/files/index.ts';
import { found } from '../../http/problems/index.ts';
import { DatasetCommands, type Giver } from './dataset-commands.ts';

const previewQuery = z.object({ distribution: z.uuid().optional() });
const revisionsQuery = z.object({ before: z.coerce.number().int().min(1).max(2_000_000_000).optional() });

@ApiTags('Datasets')
@Controller('api/v1/datasets')
export class DatasetsController {
  constructor(
    private readonly datasets: Datasets,
    private readonly commands: DatasetCommands,
  ) {}

  @Get(':id')
  @Access('public')
  @ApiOkResponse({ standardSchema: datasetView })
  async view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DatasetView> {
    return found(await this.datasets.view(actor, id));
  }

  @Get(':id/preview')
  @Access('public')
  @ApiOkResponse({ standardSchema: previewView })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: previewQuery }) query: z.output<typeof previewQuery>,
  ): Promise<PreviewView> {
    return found(await this.datasets.preview(actor, id, query.distribution).catch(refuseMissing));
  }

  @Get(':id/revisions')
  @Access('public')
  @ApiOkResponse({ standardSchema: revisionList })
  async revisions(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: revisionsQuery }) query: z.output<typeof revisionsQuery>,
  ): Promise<RevisionList> {
    return found(await this.datasets.revisions(actor, id, query.before));
  }

  @Get(':id/distributions/:distribution/file')
  @Access('public')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('distribution') distribution: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, fileName } = found(await this.datasets.download(actor, id, distribution));
    await sendFile(reply, this.datasets.storage, { ...file, fileName });
  }

  @Post()
  @Access('signed-in')
  @ApiCreatedResponse({ standardSchema: commandResult })
  register(
    @CallGiver() giver: Giver,
    @Body({ schema: registerDatasetBody }) body: z.output<typeof registerDatasetBody>,
  ): Promise<CommandResult> {
    return this.commands.register(giver, body);
  }

  @Post(':id/commands/describe')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  describe(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: describeDatasetBody }) body: z.output<typeof describeDatasetBody>,
  ): Promise<CommandResult> {
    return this.commands.describe({ giver, id, body });
  }

  @Post(':id/commands/set-access')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  setAccess(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: setAccessBody }) body: z.output<typeof setAccessBody>,
  ): Promise<CommandResult> {
    return this.commands.give({ giver, id, body }, { type: 'set-access', access: body.access });
  }

  @Post(':id/commands/set-visibility')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  setVisibility(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: setVisibilityBody }) body: z.output<typeof setVisibilityBody>,
  ): Promise<CommandResult> {
    return this.commands.give({ giver, id, body }, { type: 'set-visibility', visibility: body.visibility });
  }

  @Post(':id/commands/assign-responsibility')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  assignResponsibility(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: assignResponsibilityBody }) body: z.output<typeof assignResponsibilityBody>,
  ): Promise<CommandResult> {
    const { owners, steward } = body;
    return this.commands.give({ giver, id, body }, { type: 'assign-responsibility', owners, steward });
  }

  @Post(':id/commands/publish')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  publish(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: publishDatasetBody }) body: z.output<typeof publishDatasetBody>,
  ): Promise<CommandResult> {
    return this.commands.give({ giver, id, body }, { type: 'publish-dataset' });
  }

  /** Takes the terms for which anybody may have the data. */
  @Post(':id/commands/accept-terms')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  acceptTerms(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: acceptTermsBody }) body: AcceptTermsBody,
  ): Promise<CommandResult> {
    return this.commands.acceptTerms(giver, id, body);
  }

  @Post(':id/commands/withdraw')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: commandResult })
  withdraw(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: withdrawDatasetBody }) body: z.output<typeof withdrawDatasetBody>,
  ): Promise<CommandResult> {
    return this.commands.give({ giver, id, body }, { type: 'withdraw-dataset', reason: body.reason });
  }
}
