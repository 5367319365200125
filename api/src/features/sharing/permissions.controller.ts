import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '#kernel';
import {
  deliveryList,
  madeKey,
  makeKeyBody,
  permissionCommandBodies,
  permissionList,
  permissionListQuery,
  permissionView,
  type DeliveryList,
  type MadeKey,
  type MakeKeyBody,
  type PermissionList,
  type PermissionListQuery,
  type PermissionView,
  type RequestCommandResult,
} from '#sharing/contracts';
import type { PermissionCall } from '#sharing/server';
import { Access, bearerOf, CurrentActor, CurrentCaller, type Caller } from '../../http/authentication/index.ts';
import { sendConfidentialFile } from '../../http/files/index.ts';
import { hasAlready } from '../../http/negotiation/index.ts';
import { found, settled } from '../../http/problems/index.ts';
import { AgreementDesk } from './agreement-desk.ts';
import { addCommandRoutes, type CommandCall } from './command-routes.ts';
import { DataDesk } from './data-desk.ts';

/** Permissions: what may be used, until when, and what was handed over. */
@ApiTags('Permissions')
@Access('signed-in')
@Controller('api/v1/permissions')
export class PermissionsController {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly files: DataDesk,
  ) {}

  /** What my organisations hold, or what they have given. */
  @Get()
  @ApiOkResponse({ standardSchema: permissionList })
  list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: permissionListQuery }) query: PermissionListQuery,
  ): Promise<PermissionList> {
    return this.desk.agreements.permissions(actor, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: permissionView })
  async view(@CurrentActor() actor: PersonActor, @Param('id') id: string): Promise<PermissionView> {
    return found(await this.desk.agreements.permission(actor, id));
  }

  @Get(':id/deliveries')
  @ApiOkResponse({ standardSchema: deliveryList })
  async deliveries(@CurrentActor() actor: PersonActor, @Param('id') id: string): Promise<DeliveryList> {
    return found(await this.desk.agreements.deliveries(actor, id));
  }

  /** A key for the address below; what opens is told in this answer alone. */
  @Post(':id/keys')
  @ApiCreatedResponse({ standardSchema: madeKey })
  async makeKey(
    @CurrentActor() actor: PersonActor,
    @Param('id') id: string,
    @Body({ schema: makeKeyBody }) body: MakeKeyBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeKey> {
    void reply.header('cache-control', 'no-store');
    return settled(await this.files.keys.make(actor, id, body));
  }

  /**
   * The file of the permission, at an address that stays: recorded, and stopped on its way when the permission ends. Opened by
   * a session, or by a key of the permission. HEAD, and with a key `If-None-Match`, tell whether there is a newer one: nothing is recorded then.
   */
  @Get(':id/data')
  @Access('signed-in-or-key')
  @ApiBearerAuth()
  async data(
    @CurrentCaller() { actor, client }: Caller,
    @Param('id') id: string,
    @Req() call: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const secret = bearerOf(call);
    const holder = secret === undefined ? undefined : await this.files.holderOf(id, secret, client.address);
    const reader = holder?.actor ?? actor;
    const [asks, knows] = [call.method === 'HEAD', holder ? call.headers['if-none-match'] : undefined];
    const etag = asks || knows !== undefined ? await this.files.newest(reader, id) : undefined;
    if (etag === undefined || !(asks || hasAlready(knows, etag))) return this.send(reader, id, reply, holder?.key);
    const headers = { etag, 'cache-control': 'private, no-store', 'content-type': 'text/csv; charset=utf-8' };
    await reply
      .code(asks ? 200 : 304)
      .headers(headers)
      .send();
  }

  private async send(actor: Actor, id: string, reply: FastifyReply, key?: string): Promise<void> {
    const permitted = await this.files.begin(actor, id, key);
    const view = found(await this.desk.agreements.permission(actor, id));
    const fileName = view.file?.name ?? 'data.csv';
    const file = { ...permitted.file, mediaType: 'text/csv; charset=utf-8', fileName };
    if (key !== undefined) void reply.header('etag', `"${permitted.file.sha256}"`);
    await sendConfidentialFile(reply, this.files.storage, file, (content) =>
      Readable.from(this.files.downloads.whilePermitted(content, permitted.permission)),
    );
  }
}

/** Commands to one permission; who may give which stands in `allowedCommands` of its view. */
@ApiTags('Permissions')
@Access('signed-in')
@Controller('api/v1/permissions/:id/commands')
export class PermissionCommandsController {
  constructor(private readonly desk: AgreementDesk) {}

  give({ giver, ids: [id = ''], name, body }: CommandCall): Promise<RequestCommandResult> {
    return this.desk.giveToPermission({ giver, id, name, body } as PermissionCall);
  }
}

addCommandRoutes(PermissionCommandsController, ['id'], permissionCommandBodies);
