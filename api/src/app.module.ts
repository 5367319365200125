import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import {
  catalogueReactions,
  eventsKnownToCatalogue,
  countDatasets,
  datasetAggregate,
  postgresSearchIndex,
} from '#catalogue/server';
import { Door, Reactions } from '#ledger/server';
import { Database } from '#platform/database';
import { composeSharing } from '#sharing/server';
import { CatalogueModule } from './features/catalogue/catalogue.module.ts';
import { GovernanceModule } from './features/governance/governance.module.ts';
import { NoticesModule } from './features/notices/notices.module.ts';
import { OrganisationsModule } from './features/organisations/organisations.module.ts';
import { SharingModule } from './features/sharing/sharing.module.ts';
import { AuthenticationModule } from './http/authentication/index.ts';
import { HealthController } from './http/health/health.controller.ts';
import { ProblemFilter } from './http/problems/index.ts';
import type { Platform } from './platform.ts';

/** The composition root of the API: what the process has, and one line per feature. */
@Module({})
export class AppModule {
  static of(database: Database, platform: Platform): DynamicModule {
    const { clock, demonstration, settings, log } = platform;
    const sharing = composeSharing(clock);
    const reactions = new Reactions(
      [...catalogueReactions, ...sharing.reactions],
      new Set([...eventsKnownToCatalogue, ...sharing.known]),
    );
    const door = new Door(database, clock, reactions.heard);
    const datasets = datasetAggregate(postgresSearchIndex);
    return {
      module: AppModule,
      controllers: [HealthController],
      providers: [
        { provide: Database, useValue: database },
        { provide: APP_FILTER, useValue: new ProblemFilter(log) },
      ],
      imports: [
        AuthenticationModule.with({ database, door, clock, publicUrl: settings.publicUrl }),
        OrganisationsModule.with({ database, door, clock, demonstration, countDatasets }),
        NoticesModule.with({
          ...{ database, clock, publicUrl: settings.publicUrl },
          mailServer: settings.smtpUrl !== undefined,
        }),
        CatalogueModule.with({ database, door, datasets, platform }),
        SharingModule.with({ database, door, platform, sharing }),
        GovernanceModule.with({ database }),
      ],
    };
  }
}
