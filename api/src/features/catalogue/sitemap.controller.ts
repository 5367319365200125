import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import * as z from 'zod';
import { sitemapEntries, sitemapFiles } from '#catalogue/server';
import { Database } from '#platform/database';
import { Access } from '../../http/authentication/index.ts';
import { found } from '../../http/problems/index.ts';
import { Platform } from '../../platform.ts';

const fileNumber = z.coerce.number().int().min(1).max(10_000);
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const document = (element: string, parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${element} ${schema}>\n${parts.join('\n')}\n</${element}>\n`;

/** For search engines: what there is to read, and what is not worth their while (sitemaps.org 0.9, RFC 9309). */
@ApiExcludeController()
@Controller()
@Access('public')
export class SitemapController {
  constructor(
    private readonly database: Database,
    private readonly platform: Platform,
  ) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const closed = ['/api/', '/datasets?', '/sign-in'].map((path) => `Disallow: ${path}`);
    return ['User-agent: *', ...closed, `Sitemap: ${this.origin}/sitemap.xml`, ''].join('\n');
  }

  @Get('sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  async index(): Promise<string> {
    const files = await sitemapFiles(this.database);
    const parts = Array.from({ length: files }, (_, index) => {
      return `<sitemap><loc>${this.origin}/sitemaps/datasets-${index + 1}.xml</loc></sitemap>`;
    });
    return document('sitemapindex', parts);
  }

  @Get('sitemaps/datasets-:file.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  async file(@Param('file') file: string): Promise<string> {
    const number = found(fileNumber.safeParse(file).data);
    const entries = await sitemapEntries(this.database, number);
    if (entries.length === 0 && number > 1) found(undefined);
    const pages = number === 1 ? ['/', '/datasets', '/organisations'] : [];
    const plain = pages.map((path) => `<url><loc>${this.origin}${path}</loc></url>`);
    const datasets = entries.map(({ slug, changedAt }) => {
      return `<url><loc>${this.origin}/datasets/${slug}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>`;
    });
    return document('urlset', [...plain, ...datasets]);
  }

  private get origin(): string {
    return this.platform.settings.publicUrl;
  }
}
