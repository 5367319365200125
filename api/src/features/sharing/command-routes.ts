import { Body, HttpCode, Param, Post, type Type } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type * as z from 'zod';
import { requestCommandResult, type RequestCommandResult } from '#sharing/contracts';
import type { Giver } from '#sharing/server';
import { CallGiver } from '../../http/authentication/index.ts';

/** A command as it came: who gives it, the ids in its address, its name and its body. */
export interface CommandCall {
  readonly giver: Giver;
  readonly ids: readonly string[];
  readonly name: string;
  readonly body: object;
}

interface Gives {
  give(call: CommandCall): Promise<RequestCommandResult>;
}

/**
 * Gives a controller one route for each command: all are alike but for their name and the contract of their body.
 * @param ids names of the parameters in the controller's address
 */
export function addCommandRoutes(
  controller: Type<Gives>,
  ids: readonly string[],
  bodies: Readonly<Record<string, z.ZodType>>,
): void {
  for (const name of Object.keys(bodies)) addRoute(controller.prototype as Gives, ids, name, bodies[name]);
}

function addRoute(prototype: Gives, ids: readonly string[], name: string, schema: z.ZodType | undefined): void {
  if (!schema) return;
  const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const descriptor: PropertyDescriptor = {
    configurable: true,
    writable: true,
    value(this: Gives, giver: Giver, body: object, ...given: string[]) {
      return this.give({ giver, ids: given, name, body });
    },
  };
  // What describes the API looks a route's parameters up by the name of its function.
  Object.defineProperty(descriptor.value, 'name', { value: key });
  Object.defineProperty(prototype, key, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, Object, ...ids.map(() => String)], prototype, key);
  CallGiver()(prototype, key, 0);
  Body({ schema })(prototype, key, 1);
  ids.forEach((id, index) => Param(id)(prototype, key, index + 2));
  const decorators = [Post(name), HttpCode(200), ApiOkResponse({ standardSchema: requestCommandResult })];
  for (const decorate of decorators) decorate(prototype, key, descriptor);
}
