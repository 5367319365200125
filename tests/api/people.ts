import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7, type MachineActor, type Role } from '#kernel';
import { Door, type AnyAggregate } from '#ledger/server';
import {
  membershipAggregate,
  organisationAggregate,
  personAggregate,
  Sessions,
  setPassword,
} from '#organisations/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';

const machine: MachineActor = { kind: 'machine', name: 'operator-command-line' };

/** A clock that stands until a spec moves it. */
export class StandingClock implements Clock {
  private at = Date.parse('2026-11-23T09:00:00.000Z');
  now(): Date {
    return new Date(this.at);
  }
  forward(milliseconds: number): void {
    this.at += milliseconds;
  }
}

export const password = 'correct horse battery staple';

/** Organisations and people made through the door, as the operator's command line makes them. */
export class People {
  readonly door: Door;

  constructor(
    readonly database: Database,
    readonly clock: Clock,
  ) {
    this.door = new Door(database, clock, new Set());
  }

  newId = (): string => uuidv7(this.clock.now().getTime());

  async give(aggregate: AnyAggregate, id: string, command: { readonly type: string }): Promise<string> {
    const outcome = await this.door.execute(aggregate, machine, { id, command });
    if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
    return id;
  }

  organisation(slug: string, standing: 'member' | 'unclaimed' = 'member'): Promise<string> {
    const id = this.newId();
    const profile = { name: `The ${slug} organisation` };
    return this.give(organisationAggregate, id, {
      type: 'register-organisation',
      ...{ id, slug, kind: 'council', standing, profile },
    });
  }

  async person(email: string, { operator = false, withPassword = true } = {}): Promise<string> {
    const id = this.newId();
    const name = email.split('@')[0] ?? email;
    await this.give(personAggregate, id, { type: 'register-person', ...{ id, email, name, operator } });
    const { database, clock } = this;
    if (withPassword) await setPassword({ database, clock, sessions: new Sessions(database, clock) }, id, password);
    return id;
  }

  member(person: string, organisation: string, ...roles: Role[]): Promise<string> {
    const id = this.newId();
    return this.give(membershipAggregate, id, { type: 'grant-membership', ...{ id, person, organisation, roles } });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // The body of an answer has the shape that its spec expects of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface CallOptions {
  readonly body?: object;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Network address of the client. */
  readonly from?: string;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** One call to an application, without a socket. */
export async function callOf(
  app: NestFastifyApplication,
  method: Method,
  url: string,
  { body, cookie, headers, from }: CallOptions = {},
): Promise<Answer> {
  const response = await app.inject({
    method,
    url,
    remoteAddress: from ?? '192.0.2.1',
    headers: { ...(cookie === undefined ? {} : { cookie, origin: 'http://127.0.0.1:8080' }), ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });
  const text = response.body;
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** `name=value` of the cookie that an answer sets. */
export const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie'] ?? '').split(';')[0] ?? '';
