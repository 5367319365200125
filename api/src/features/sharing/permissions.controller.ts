import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#kernel';
import {
  deliveryList,
  permissionCommandBodies,
  permissionList,
  permissionListQuery,
  permissionView,
  type DeliveryList,
  type PermissionList,
  type PermissionListQuery,
  type PermissionView,
  type RequestCommandResult,
} from '#sharing/contracts';
import type { PermissionCall } from '#sharing/server';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { sendConfidentialFile } from '../../http/files/index.ts';
import { found } from '../../http/problems/index.ts';
import { AgreementDesk } from './agreement-desk.ts';
import { addCommandRoutes, type CommandCall } from './command-routes.ts';

/** Permissions: what may be used, until when, and what was handed over. */
@ApiTags('Permissions')
@Access('signed-in')
@Controller('api/v1/permissions')
export class PermissionsController {
  constructor(private readonly desk: AgreementDesk) {}

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

  /** The file of the permission: recorded, and stopped on its way when the permission ends. */
  @Get(':id/data')
  async data(@CurrentActor() actor: PersonActor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const permitted = await this.desk.begin(actor, id);
    const view = found(await this.desk.agreements.permission(actor, id));
    const fileName = view.delivery?.file?.name ?? 'data.csv';
    const file = { ...permitted.file, mediaType: 'text/csv; charset=utf-8', fileName };
    await sendConfidentialFile(reply, this.desk.storage, file, (content) =>
      Readable.from(this.desk.downloads.whilePermitted(content, permitted.permission)),
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
