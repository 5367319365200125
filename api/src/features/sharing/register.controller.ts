import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  mapQuery,
  register,
  registerEntry,
  registerQuery,
  sharingMap,
  type MapQuery,
  type Register,
  type RegisterEntry,
  type RegisterQuery,
  type SharingMapView,
} from '#sharing/contracts';
import { SharingMap, SharingRegister } from '#sharing/server';
import { Access } from '../../http/authentication/index.ts';
import { found } from '../../http/problems/index.ts';

/** Anybody's program may read it: what is in it is public. */
const open = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=0, must-revalidate' };

/** The public register of sharing: agreements in force and past, counts of what was refused, and the map of it. */
@ApiTags('Register')
@Access('public')
@Controller('api/v1')
export class RegisterController {
  constructor(
    private readonly register: SharingRegister,
    private readonly sharing: SharingMap,
  ) {}

  @Get('register')
  @ApiOkResponse({ standardSchema: register })
  page(@Query({ schema: registerQuery }) query: RegisterQuery): Promise<Register> {
    return this.register.page(query);
  }

  /** Every row as CSV (RFC 4180). */
  @Get('register.csv')
  @ApiProduces('text/csv')
  async csv(@Res() reply: FastifyReply): Promise<void> {
    const disposition = 'attachment; filename="register-of-sharing.csv"';
    await reply
      .headers({ ...open, 'content-disposition': disposition })
      .type('text/csv; charset=utf-8')
      .send(this.register.csv());
  }

  /** Every row as JSON. */
  @Get('register.json')
  @ApiProduces('application/json')
  async json(@Res() reply: FastifyReply): Promise<void> {
    await reply.headers(open).type('application/json; charset=utf-8').send(Readable.from(this.rows()));
  }

  /** Who gives data to whom today. */
  @Get('map')
  @ApiOkResponse({ standardSchema: sharingMap })
  map(@Query({ schema: mapQuery }) query: MapQuery): Promise<SharingMapView> {
    return this.sharing.view(query);
  }

  /** One agreement, as everybody reads it, with what happened to it. */
  @Get('register/:id')
  @ApiOkResponse({ standardSchema: registerEntry })
  async entry(@Param('id') id: string): Promise<RegisterEntry> {
    return found(await this.register.entry(id));
  }

  private async *rows(): AsyncIterable<string> {
    let before = '[';
    for await (const row of this.register.all()) {
      yield before + JSON.stringify(row);
      before = ',\n';
    }
    yield before === '[' ? '[]' : ']';
  }
}
