import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { accessKey } from './access.ts';

/** Key under which Nest's route decorators keep a route's path. */
const pathKey = 'path';

/** Routes, as `Controller.method`, that declare no access, neither themselves nor by their controller. */
export function routesWithoutAccess(modules: ModulesContainer): string[] {
  const scanner = new MetadataScanner();
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (!metatype || Reflect.hasMetadata(accessKey, metatype)) return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(pathKey, prototype[name] as object))
      .filter((name) => !Reflect.hasMetadata(accessKey, prototype[name] as object))
      .map((name) => `${metatype.name}.${name}`);
  });
}

/** Stops the start-up where a route was written and nobody said who may call it. */
export function refuseUndeclaredAccess(app: INestApplicationContext): void {
  const routes = routesWithoutAccess(app.get(ModulesContainer));
  if (routes.length > 0) throw new Error(`These routes declare no access: ${routes.join(', ')}. Add @Access(…).`);
}
