import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseCommandBodies, type RequestCommandResult } from '#sharing/contracts';
import type { CaseCall } from '#sharing/server';
import { Access } from '../../http/authentication/index.ts';
import { addCommandRoutes, type CommandCall } from './command-routes.ts';
import { RequestDesk } from './request-desk.ts';

/** Commands to one case; who may give which stands in `allowedCommands` of its views. */
@ApiTags('Cases')
@Access('signed-in')
@Controller('api/v1/requests/:id/cases/:case/commands')
export class CaseCommandsController {
  constructor(private readonly desk: RequestDesk) {}

  give({ giver, ids: [request = '', id = ''], name, body }: CommandCall): Promise<RequestCommandResult> {
    return this.desk.giveToCase({ giver, request, case: id, name, body } as CaseCall);
  }
}

addCommandRoutes(CaseCommandsController, ['id', 'case'], caseCommandBodies);
