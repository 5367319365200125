import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  caseCommandAddresses,
  caseCommandBodies,
  requestCommandResult,
  type CaseCommandAddress,
  type CaseCommandBody,
  type RequestCommandResult,
} from '#sharing/contracts';
import type { CaseCall, Giver } from '#sharing/server';
import { Access, CallGiver } from '../../http/authentication/index.ts';
import { RequestDesk } from './request-desk.ts';

/** Commands to one case; who may give which stands in `allowedCommands` of its views. One route a command, made below. */
@ApiTags('Cases')
@Access('signed-in')
@Controller('api/v1/requests/:id/cases/:case/commands')
export class CaseCommandsController {
  constructor(private readonly desk: RequestDesk) {}

  give(call: CaseCall): Promise<RequestCommandResult> {
    return this.desk.giveToCase(call);
  }
}

/** Gives the controller the route of one command: all are alike but for their name and the contract of their body. */
function addRoute(name: CaseCommandAddress): void {
  const prototype = CaseCommandsController.prototype;
  const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const descriptor: PropertyDescriptor = {
    configurable: true,
    writable: true,
    value(
      this: CaseCommandsController,
      ...[giver, request, id, body]: [Giver, string, string, CaseCommandBody<CaseCommandAddress>]
    ) {
      return this.give({ giver, request, case: id, name, body });
    },
  };
  // What describes the API looks a route's parameters up by the name of its function.
  Object.defineProperty(descriptor.value, 'name', { value: key });
  Object.defineProperty(prototype, key, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, String, String, Object], prototype, key);
  CallGiver()(prototype, key, 0);
  Param('id')(prototype, key, 1);
  Param('case')(prototype, key, 2);
  Body({ schema: caseCommandBodies[name] })(prototype, key, 3);
  const decorators = [Post(name), HttpCode(200), ApiOkResponse({ standardSchema: requestCommandResult })];
  for (const decorate of decorators) decorate(prototype, key, descriptor);
}

caseCommandAddresses.forEach(addRoute);
