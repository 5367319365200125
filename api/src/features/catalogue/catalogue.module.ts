import { Module, type DynamicModule } from '@nestjs/common';
import { Datasets, type DatasetAggregate } from '#catalogue/server';
import type { Door } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Platform } from '../../platform.ts';
import { DatasetCommands } from './dataset-commands.ts';
import { DatasetsController } from './datasets.controller.ts';

export interface CatalogueParts {
  readonly database: Database;
  readonly door: Door;
  readonly datasets: DatasetAggregate;
  readonly platform: Platform;
}

/** Datasets, their search and their exports over HTTP. Needs `AuthenticationModule`. */
@Module({})
export class CatalogueModule {
  static with({ database, door, datasets: aggregate, platform }: CatalogueParts): DynamicModule {
    const datasets = new Datasets(database, platform.storage, platform.settings);
    return {
      module: CatalogueModule,
      controllers: [DatasetsController],
      providers: [
        { provide: Datasets, useValue: datasets },
        { provide: DatasetCommands, useValue: new DatasetCommands(door, datasets, aggregate, platform) },
      ],
    };
  }
}
