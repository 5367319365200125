import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Door } from '#ledger/server';
import { Sessions, SignIn, Throttle } from '#organisations/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import { ActorGuard, OwnOrigins } from './actor.guard.ts';
import { ownOrigins } from './origin.ts';
import { SessionCookie } from './session-cookie.ts';

export interface AuthenticationParts {
  readonly database: Database;
  readonly door: Door;
  readonly clock: Clock;
  /** Origin that people type: cookie and origin check come from it. */
  readonly publicUrl: string;
}

/** Who calls: sessions, and the guard that every route passes. */
@Module({})
export class AuthenticationModule {
  static with({ database, door, clock, publicUrl }: AuthenticationParts): DynamicModule {
    const sessions = new Sessions(database, clock);
    const signIn = new SignIn(database, door, clock, sessions, new Throttle(database));
    return {
      module: AuthenticationModule,
      global: true,
      providers: [
        { provide: Sessions, useValue: sessions },
        { provide: SignIn, useValue: signIn },
        { provide: SessionCookie, useValue: new SessionCookie(publicUrl) },
        { provide: OwnOrigins, useValue: new OwnOrigins(ownOrigins(publicUrl)) },
        { provide: APP_GUARD, useClass: ActorGuard },
      ],
      exports: [Sessions, SignIn, SessionCookie],
    };
  }
}
