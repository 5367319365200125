import { Module, type DynamicModule } from '@nestjs/common';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { MailController, MailSurroundings } from './mail.controller.ts';
import { NoticeDesk } from './notice-desk.ts';
import { NoticesController } from './notices.controller.ts';

export interface NoticesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Whether a mail server is set. */
  readonly mailServer: boolean;
}

/** Notices over HTTP. Needs `AuthenticationModule`. */
@Module({})
export class NoticesModule {
  static with({ database, clock, publicUrl, mailServer }: NoticesParts): DynamicModule {
    return {
      module: NoticesModule,
      controllers: [NoticesController, MailController],
      providers: [
        { provide: NoticeDesk, useValue: new NoticeDesk(database, clock) },
        { provide: MailSurroundings, useValue: new MailSurroundings(database, clock, publicUrl, mailServer) },
      ],
    };
  }
}
