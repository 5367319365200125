import { Module, type DynamicModule } from '@nestjs/common';
import type { Door } from '#ledger/server';
import {
  Accounts,
  OrganisationCommands,
  Sessions,
  SignIn,
  StandInCommands,
  type CountDatasets,
} from '#organisations/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { SessionCookie } from '../../http/authentication/index.ts';
import { AccountsController } from './accounts.controller.ts';
import { MembershipsController } from './memberships.controller.ts';
import { OrganisationCommandsController } from './organisation-commands.controller.ts';
import { OrganisationDesk } from './organisation-desk.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { SessionDesk } from './session-desk.ts';
import { SessionController } from './session.controller.ts';
import { StandInsController } from './stand-ins.controller.ts';

export interface OrganisationsParts {
  readonly database: Database;
  readonly door: Door;
  readonly clock: Clock;
  /** Whether this installation holds the demonstration: every page says so. */
  readonly demonstration: boolean;
  readonly countDatasets: CountDatasets;
}

/** Organisations, people, memberships and sessions over HTTP. Needs `AuthenticationModule`. */
@Module({})
export class OrganisationsModule {
  static with({ database, door, clock, demonstration, countDatasets }: OrganisationsParts): DynamicModule {
    const accounts = new Accounts(database, door, clock);
    return {
      module: OrganisationsModule,
      controllers: [
        SessionController,
        OrganisationsController,
        OrganisationCommandsController,
        MembershipsController,
        StandInsController,
        AccountsController,
      ],
      providers: [
        {
          provide: SessionDesk,
          inject: [Sessions, SignIn, SessionCookie],
          useFactory: (sessions: Sessions, signIn: SignIn, cookie: SessionCookie) =>
            new SessionDesk(sessions, signIn, cookie, demonstration, accounts),
        },
        { provide: Accounts, useValue: accounts },
        { provide: OrganisationDesk, useValue: new OrganisationDesk(database, clock, countDatasets) },
        { provide: StandInCommands, useValue: new StandInCommands(door, clock) },
        { provide: OrganisationCommands, useValue: new OrganisationCommands(database, door, clock) },
      ],
    };
  }
}
