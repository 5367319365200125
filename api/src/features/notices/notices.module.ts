import { Module, type DynamicModule } from '@nestjs/common';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { NoticeDesk } from './notice-desk.ts';
import { NoticesController } from './notices.controller.ts';

export interface NoticesParts {
  readonly database: Database;
  readonly clock: Clock;
}

/** Notices over HTTP. Needs `AuthenticationModule`. */
@Module({})
export class NoticesModule {
  static with({ database, clock }: NoticesParts): DynamicModule {
    return {
      module: NoticesModule,
      controllers: [NoticesController],
      providers: [{ provide: NoticeDesk, useValue: new NoticeDesk(database, clock) }],
    };
  }
}
