import { Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { uploadedFile, uploadFileQuery, type UploadedFile, type UploadFileQuery } from '#catalogue/contracts';
import { DatasetFiles } from '#catalogue/server';
import type { PersonActor } from '#kernel';
import { actingFor, Access, CurrentActor } from '../../http/authentication/index.ts';
import { sentParts, TakesFiles } from '../../http/files/index.ts';
import { settled } from '../../http/problems/index.ts';

const form = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Files of a dataset. */
@ApiTags('Datasets')
@Access('signed-in')
@Controller('api/v1/datasets/:id/files')
export class DatasetFilesController {
  constructor(private readonly files: DatasetFiles) {}

  /** Puts a file beside the dataset; a CSV brings its columns where none are described. */
  @Post()
  @HttpCode(201)
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @ApiCreatedResponse({ standardSchema: uploadedFile })
  async add(
    @CurrentActor() reader: PersonActor,
    @Param('id') dataset: string,
    @Query({ schema: uploadFileQuery }) { revision, distribution, actingFor: organisation }: UploadFileQuery,
    @Req() call: FastifyRequest,
  ): Promise<UploadedFile> {
    const upload = { dataset, revision, parts: sentParts(call), ...(distribution ? { distribution } : {}) };
    return settled(await this.files.add(actingFor(reader, organisation), upload));
  }
}
