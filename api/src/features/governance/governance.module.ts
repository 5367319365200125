import { Module, type DynamicModule } from '@nestjs/common';
import { catalogueTellers } from '#catalogue/server';
import { History, organisationTellers } from '#organisations/server';
import type { Database } from '#platform/database';
import { sharingTellers } from '#sharing/server';
import { HistoryDesk } from './history-desk.ts';
import { HistoryController } from './history.controller.ts';

/** What boards and offices account by. Needs `AuthenticationModule`. */
@Module({})
export class GovernanceModule {
  static with({ database }: { readonly database: Database }): DynamicModule {
    const history = new History(database, [...sharingTellers, ...catalogueTellers, ...organisationTellers]);
    return {
      module: GovernanceModule,
      controllers: [HistoryController],
      providers: [{ provide: HistoryDesk, useValue: new HistoryDesk(database, history) }],
    };
  }
}
