import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid, type PersonActor } from '#kernel';
import {
  evidenceFile,
  evidenceRemoved,
  removeEvidenceBody,
  uploadEvidenceQuery,
  type EvidenceRemoved,
  type RemoveEvidenceBody,
  type UploadEvidenceQuery,
} from '#sharing/contracts';
import type { EvidenceFile } from '#sharing/domain';
import { Evidence } from '#sharing/server';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { sendConfidentialFile, sentParts, TakesFiles } from '../../http/files/index.ts';
import { found, settled } from '../../http/problems/index.ts';

const form = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const idOf = (text: string): string => found(isUuid(text) ? text.toLowerCase() : undefined);

/** Files that support the answers of a request: those who write it add and remove them, those who judge it read them. */
@ApiTags('Evidence')
@Access('signed-in')
@Controller('api/v1/requests/:id/files')
export class EvidenceController {
  constructor(private readonly evidence: Evidence) {}

  /** Adds one file. Its body is read after it is known that the caller may write this request. */
  @Post()
  @HttpCode(201)
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @ApiCreatedResponse({ standardSchema: evidenceFile })
  async add(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Query({ schema: uploadEvidenceQuery }) { question }: UploadEvidenceQuery,
    @Req() call: FastifyRequest,
  ): Promise<EvidenceFile> {
    return settled(await this.evidence.add(actor, { request: idOf(id), question, parts: sentParts(call) }));
  }

  /** The file as an attachment. That it was given to somebody who does not ask is shown to those who do. */
  @Get(':file')
  async read(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, ...row } = found(await this.evidence.read(actor, idOf(id), idOf(file)));
    await sendConfidentialFile(reply, this.evidence.storage, { ...row, fileName: name });
  }

  /** Takes away a file that no submission names. */
  @Post(':file/commands/remove')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: evidenceRemoved })
  async remove(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Body({ schema: removeEvidenceBody }) _body: RemoveEvidenceBody,
  ): Promise<EvidenceRemoved> {
    return settled(await this.evidence.remove(actor, idOf(id), idOf(file)));
  }
}
