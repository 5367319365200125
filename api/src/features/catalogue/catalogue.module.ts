import { Module, type DynamicModule } from '@nestjs/common';
import { DatasetFiles, Datasets, Exports, FrontPages, PostgresSearch, type DatasetAggregate } from '#catalogue/server';
import type { Door } from '#ledger/server';
import { Database } from '#platform/database';
import { Platform } from '../../platform.ts';
import { DatasetCommands } from './dataset-commands.ts';
import { DatasetFilesController } from './dataset-files.controller.ts';
import { DatasetsController } from './datasets.controller.ts';
import { ExportsController } from './exports.controller.ts';
import { SearchController } from './search.controller.ts';
import { SitemapController } from './sitemap.controller.ts';

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
      controllers: [SearchController, DatasetFilesController, DatasetsController, ExportsController, SitemapController],
      providers: [
        { provide: Database, useValue: database },
        { provide: Platform, useValue: platform },
        { provide: Datasets, useValue: datasets },
        { provide: PostgresSearch, useValue: new PostgresSearch(database) },
        { provide: Exports, useValue: new Exports(database, platform.settings) },
        { provide: FrontPages, useValue: new FrontPages(database) },
        {
          provide: DatasetFiles,
          useValue: new DatasetFiles({
            ...{ database, door, datasets: aggregate },
            ...{ storage: platform.storage, clock: platform.clock },
          }),
        },
        { provide: DatasetCommands, useValue: new DatasetCommands(door, datasets, aggregate, platform) },
      ],
    };
  }
}
