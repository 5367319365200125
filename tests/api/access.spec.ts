import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '#kernel';
import { testDatabase, type TestDatabase } from '#testing';
import { OrganisationsModule } from '../../api/src/features/organisations/organisations.module.ts';
import { Access, AuthenticationModule, CallGiver, CurrentActor } from '../../api/src/http/authentication/index.ts';
import { callOf, cookieOf, password, People, StandingClock, type CallOptions } from './people.ts';
import { smallApp } from './small-app.ts';

const publicUrl = 'http://127.0.0.1:8080';

@Controller('probe')
class Probe {
  @Get()
  @Access('public')
  read(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Post()
  @Access('signed-in')
  change(@CallGiver() giver: object, @Body() _body: object): object {
    return giver;
  }

  @Get('operator')
  @Access('operator')
  configure(): string {
    return 'configured';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get()
  @Access('public')
  declared(): string {
    return 'declared';
  }

  @Post()
  undeclared(): string {
    return 'nobody said who may call this';
  }
}

let files: TestDatabase;
let app: NestFastifyApplication;
let modules: Parameters<typeof smallApp>[0];
let council: string;
let other: string;
let ada: string;
let cookie: string;
let operatorCookie: string;

beforeAll(async () => {
  files = await testDatabase();
  const clock = new StandingClock();
  const people = new People(files.database, clock);
  const parts = { database: files.database, door: people.door, clock, publicUrl };
  const organisations = { ...parts, demonstration: false, countDatasets: async () => new Map<string, number>() };
  modules = [AuthenticationModule.with(parts), OrganisationsModule.with(organisations)];
  app = await smallApp(modules, [Probe]);
  [council, other] = [await people.organisation('exchester'), await people.organisation('wyechester')];
  ada = await people.person('ada@exchester.example');
  await people.member(ada, council, 'administrator');
  await people.person('operator@exchester.example', { operator: true });
  const signIn = async (email: string) =>
    cookieOf(await callOf(app, 'POST', '/api/v1/session', { body: { email, password } }));
  cookie = await signIn('ada@exchester.example');
  operatorCookie = await signIn('operator@exchester.example');
});
afterAll(async () => {
  await app.close();
  await files.close();
});

const change = (options: CallOptions) => callOf(app, 'POST', '/probe', { body: {}, ...options });

describe('who may call a route', () => {
  test('the public reads what is public, and is nobody there', async () => {
    expect((await callOf(app, 'GET', '/probe')).body).toEqual({ kind: 'anyone' });
  });

  test('a route for people who are signed in takes nobody else', async () => {
    expect(await change({})).toMatchObject({ status: 401, body: { code: 'organisations.not-signed-in' } });
    expect(await change({ cookie: 'wayleave=made-up' })).toMatchObject({ status: 401 });
    expect(await change({ cookie })).toMatchObject({ status: 201, body: { actor: { kind: 'person', person: ada } } });
  });

  test('a route for the operator takes no administrator', async () => {
    const open = (one?: string) => callOf(app, 'GET', '/probe/operator', one === undefined ? {} : { cookie: one });
    expect((await open()).status).toBe(401);
    expect(await open(cookie)).toMatchObject({ status: 403, body: { code: 'organisations.operator-only' } });
    expect(await open(operatorCookie)).toMatchObject({ status: 200, body: 'configured' });
  });

  test('a route that declares no access stops the start-up and is named', async () => {
    await expect(smallApp(modules, [Probe, Forgotten])).rejects.toThrow(
      'These routes declare no access: Forgotten.undeclared.',
    );
  });

  test('answers to somebody signed in are kept by no cache', async () => {
    const answer = await callOf(app, 'GET', '/probe', { cookie });
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', vary: 'cookie' });
  });
});

describe('the organisation acted for', () => {
  test('stands in the command and goes into the actor', async () => {
    const { body } = await change({ cookie, body: { actingFor: council } });
    expect(body.actor).toMatchObject({ person: ada, actingFor: council });
    expect((await change({ cookie })).body.actor.actingFor).toBeUndefined();
  });

  test('must be one of the person’s own', async () => {
    for (const actingFor of [other, '019ab0c2-0000-7000-8000-000000000001']) {
      expect(await change({ cookie, body: { actingFor } })).toMatchObject({
        status: 403,
        body: { code: 'organisations.not-acting-for' },
      });
    }
  });

  test('a client’s own name for the call comes with it', async () => {
    const answer = await change({ cookie, headers: { 'idempotency-key': 'once' } });
    expect(answer.body.idempotencyKey).toBe('once');
  });
});

describe('where a change comes from', () => {
  const from = (headers: Record<string, string>, one: string = cookie) =>
    callOf(app, 'POST', '/probe', { body: {}, headers: { cookie: one, ...headers } });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:9090' }],
    ['another scheme', { origin: 'https://127.0.0.1:8080' }],
    ['another site, told by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['a page of another site', { referer: 'https://evil.example/http://127.0.0.1:8080/' }],
    ['nowhere that is told', {}],
  ])('%s is refused', async (_, headers) => {
    expect(await from(headers)).toMatchObject({ status: 403, body: { code: 'organisations.foreign-origin' } });
  });

  test.each([
    ['the public address', { origin: 'http://127.0.0.1:8080' }],
    ['the machine’s other name', { origin: 'http://localhost:8080' }],
    ['a page of ours, told by the browser', { 'sec-fetch-site': 'same-origin' }],
    ['a page of ours', { referer: 'http://127.0.0.1:8080/datasets' }],
  ])('%s is taken', async (_, headers) => {
    expect((await from(headers)).status).toBe(201);
  });

  test('another site cannot sign its visitor in either', async () => {
    const answer = await callOf(app, 'POST', '/api/v1/session', {
      body: { email: 'ada@exchester.example', password },
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('a real address has no other name', async () => {
    const people = new People(files.database, new StandingClock());
    const parts = {
      database: files.database,
      door: people.door,
      clock: people.clock,
      publicUrl: 'https://data.example',
    };
    const real = await smallApp([AuthenticationModule.with(parts)], [Probe]);
    const status = async (origin: string) =>
      (await callOf(real, 'POST', '/probe', { body: {}, headers: { origin } })).status;
    expect([await status('https://data.example'), await status('http://localhost:8080')]).toEqual([401, 403]);
    await real.close();
  });

  test('a read is answered for any site, a change is offered to none', async () => {
    const asked = { origin: 'https://portal.example', 'access-control-request-method': 'POST' };
    const answer = await callOf(app, 'OPTIONS', '/api/v1/organisations', { headers: asked });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
    });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });
});
