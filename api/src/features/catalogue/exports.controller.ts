import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Exports, type ExportForm } from '#catalogue/server';
import { isUuid, type Actor } from '#kernel';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { preferred } from '../../http/negotiation/index.ts';
import { found, plainProblem } from '../../http/problems/index.ts';
import { described, mediaTypes, sendExport } from './send-export.ts';

const catalogueQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).default(1) });
type CatalogueQuery = z.output<typeof catalogueQuery>;

/** What an address that never changes can be read as; a browser gets the page. */
const forms = {
  html: ['text/html', 'application/xhtml+xml'],
  jsonld: [mediaTypes.jsonld, 'application/json'],
  ttl: [mediaTypes.ttl],
} as const;

const noSuchForm = `This is there as text/html, ${mediaTypes.jsonld} and ${mediaTypes.ttl}.`;

/** Descriptions for machines, and the addresses that never change. */
@ApiTags('Exports')
@Controller()
@Access('public')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get('id/dataset/:id')
  @ApiProduces('text/html', mediaTypes.jsonld, mediaTypes.ttl)
  async dataset(
    @CurrentActor() reader: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers({ 'access-control-allow-origin': '*' });
    const form = preferred(request.headers.accept, forms);
    const varied = { vary: 'accept', 'access-control-allow-origin': '*' };
    if (form === undefined) throw plainProblem(406, 'catalogue.no-such-form', noSuchForm, varied);
    if (form === 'html') {
      const address = found(isUuid(id) ? await this.exports.pageAddress(reader, id) : undefined);
      await reply.header('vary', 'accept, cookie').redirect(address, 303);
      return;
    }
    const { slug, document } = described(isUuid(id) ? await this.exports.dataset(id, form) : undefined);
    void reply.header('content-location', `/datasets/${slug}.${form}`);
    await sendExport(request, reply, document, 'accept');
  }

  @Get('id/organisation/:id')
  async organisation(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(found(isUuid(id) ? await this.exports.organisationPageAddress(id) : undefined), 303);
  }

  @Get('datasets/:slug.jsonld')
  @ApiProduces(mediaTypes.jsonld)
  datasetAsJsonLd(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendDataset(slug, 'jsonld', request, reply);
  }

  @Get('datasets/:slug.ttl')
  @ApiProduces(mediaTypes.ttl)
  datasetAsTurtle(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendDataset(slug, 'ttl', request, reply);
  }

  @Get('catalog.jsonld')
  @ApiProduces(mediaTypes.jsonld)
  async catalogueAsJsonLd(
    @Query({ schema: catalogueQuery }) { page }: CatalogueQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(request, reply, found(await this.exports.catalogue(page, 'jsonld')));
  }

  @Get('catalog.ttl')
  @ApiProduces(mediaTypes.ttl)
  async catalogueAsTurtle(
    @Query({ schema: catalogueQuery }) { page }: CatalogueQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(request, reply, found(await this.exports.catalogue(page, 'ttl')));
  }

  private async sendDataset(
    slug: string,
    form: ExportForm,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await sendExport(request, reply, described(await this.exports.dataset(slug, form)).document);
  }
}
