import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Controller, Get } from '@nestjs/common';
import { membershipIn, type Actor } from '#kernel';
import { organisationView, type StandInView } from '#organisations/contracts';
import { testDatabase, type TestDatabase } from '#testing';
import { OrganisationsModule } from '../../api/src/features/organisations/organisations.module.ts';
import { Access, AuthenticationModule, CurrentActor } from '../../api/src/http/authentication/index.ts';
import { callOf, cookieOf, password, People, StandingClock, type Answer, type Method } from './people.ts';
import { smallApp } from './small-app.ts';

const publicUrl = 'http://127.0.0.1:8080';
const unknown = '019ab0c2-0000-7000-8000-00000000dead';
const day = 24 * 60 * 60 * 1000;

@Controller('probe')
class Probe {
  @Get()
  @Access('public')
  read(@CurrentActor() actor: Actor): object {
    return membershipIn(actor, council) ?? {};
  }
}

type Name = 'administrator' | 'owner' | 'steward' | 'adviser' | 'stranger';
type Who = Name | 'nobody';

let files: TestDatabase;
let app: NestFastifyApplication;
let council: string;
let university: string;
const clock = new StandingClock();
const ids: Partial<Record<Name, string>> = {};
const cookies: Partial<Record<Who, string>> = {};

const call = (who: Who, method: Method, path: string, body?: object) =>
  callOf(app, method, path, { cookie: cookies[who], body });

async function signIn(name: Name): Promise<void> {
  const body = { email: `${name}@exchester.example`, password };
  cookies[name] = cookieOf(await callOf(app, 'POST', '/api/v1/session', { body }));
}

beforeAll(async () => {
  files = await testDatabase();
  const people = new People(files.database, clock);
  council = await people.organisation('exchester');
  university = await people.organisation('wyechester');
  const parts = { database: files.database, door: people.door, clock, publicUrl };
  const organisations = { ...parts, demonstration: false, countDatasets: async () => new Map<string, number>() };
  app = await smallApp([AuthenticationModule.with(parts), OrganisationsModule.with(organisations)], [Probe]);
  const made = async (name: Name, where: string, ...roles: Parameters<People['member']>[2][]) => {
    const person = await people.person(`${name}@exchester.example`);
    await people.member(person, where, ...roles);
    ids[name] = person;
    await signIn(name);
  };
  await made('administrator', council, 'administrator');
  await made('owner', council, 'owner', 'siro');
  await made('steward', council, 'steward');
  await made('adviser', council, 'adviser:legal');
  await made('stranger', university, 'administrator', 'owner');
});
afterAll(async () => {
  await app.close();
  await files.close();
});

/** The owner is away from 24 November to 4 December; the steward covers. Today is 23 November 2026. */
const asked = (change: object = {}) => ({
  ...{ actingFor: council, person: ids.owner, standIn: ids.steward, roles: ['owner'] },
  ...{ from: '2026-11-24', until: '2026-12-04', ...change },
});
const name = (who: Who, change: object = {}, where = council): Promise<Answer> =>
  call(who, 'POST', `/api/v1/organisations/${where}/stand-ins`, asked(change));
const end = (who: Who, id: string, change: object = {}): Promise<Answer> =>
  call(who, 'POST', `/api/v1/stand-ins/${id}/commands/end`, { actingFor: council, revision: 1, ...change });
async function standIns(who: Who): Promise<readonly StandInView[] | undefined> {
  return organisationView.parse((await call(who, 'GET', '/api/v1/organisations/exchester')).body).standIns;
}

describe('who is away', () => {
  test('names who covers; colleagues see it, each with what they may do about it', async () => {
    const named = await name('owner');
    expect(named).toMatchObject({ status: 201, body: { revision: 1 } });
    const id = named.body.id as string;
    expect(await standIns('owner')).toEqual([
      {
        ...{ id, revision: 1, roles: ['owner'], from: '2026-11-24', until: '2026-12-04', current: false },
        person: { id: ids.owner, name: 'owner' },
        standIn: { id: ids.steward, name: 'steward' },
        allowedCommands: ['end'],
      },
    ]);
    const may = async (who: Who) => (await standIns(who))?.map(({ allowedCommands }) => allowedCommands);
    expect([await may('steward'), await may('administrator'), await may('adviser')]).toEqual([
      [['end']],
      [['end']],
      [[]],
    ]);
    expect([await may('stranger'), await may('nobody')]).toEqual([undefined, undefined]);
    expect((await end('owner', id)).body.revision).toBe(2);
    expect(await standIns('owner')).toEqual([]);
  });

  test('is offered to name one for themself, an administrator for everybody', async () => {
    const offered = async (who: Who) =>
      organisationView
        .parse((await call(who, 'GET', '/api/v1/organisations/exchester')).body)
        .people?.filter(({ allowedCommands }) => allowedCommands.includes('name-stand-in'))
        .map((person) => [person.name, person.coverableRoles]);
    expect(await offered('owner')).toEqual([['owner', ['owner', 'siro']]]);
    expect(await offered('administrator')).toEqual([
      ['adviser', ['adviser:legal']],
      ['owner', ['owner', 'siro']],
      ['steward', ['steward']],
    ]);
  });

  test('reads what is wrong beside the field that it concerns', async () => {
    const answer = await name('owner', { roles: ['steward'], until: '2026-11-01' });
    expect(answer.status).toBe(422);
    expect(answer.body.faults).toMatchObject([
      { path: 'roles', code: 'organisations.stand-in-role-not-held' },
      { path: 'until', code: 'organisations.stand-in-ends-before-it-begins' },
    ]);
    const malformed = await name('owner', { roles: [], standIn: '', from: '2026-02-30', until: '0000-01-01' });
    expect(malformed.status).toBe(400);
    expect(malformed.body.faults.map(({ path }: { path: string }) => path)).toEqual([
      'standIn',
      'roles',
      'from',
      'until',
    ]);
  });
});

test('who covers has it with their session on its days alone', async () => {
  const { id } = (await name('administrator', { roles: ['owner', 'siro'] })).body;
  const covers = async () => (await call('steward', 'GET', '/probe')).body.standsInFor;
  expect(await covers()).toBeUndefined();
  clock.forward(day);
  await signIn('steward');
  expect(await covers()).toEqual([{ person: ids.owner, roles: ['owner', 'siro'] }]);
  expect((await standIns('steward'))?.map(({ current }) => current)).toEqual([true]);
  for (const who of ['administrator', 'owner', 'adviser', 'stranger'] as const) await signIn(who);
  expect((await call('owner', 'GET', '/probe')).body.standsInFor).toBeUndefined();
  expect((await end('steward', id)).status).toBe(200);
  expect(await covers()).toBeUndefined();
});

describe('who may not', () => {
  test('nobody without a session', async () => {
    const { id } = (await name('owner')).body;
    expect([(await name('nobody')).status, (await end('nobody', id)).status]).toEqual([401, 401]);
    await end('owner', id);
  });

  test('a colleague neither takes another’s roles nor ends another’s cover', async () => {
    expect((await name('steward')).status).toBe(403);
    expect((await name('adviser')).status).toBe(403);
    const { id } = (await name('owner')).body;
    expect((await end('adviser', id)).status).toBe(403);
    expect((await end('owner', id, { revision: undefined })).status).toBe(400);
    const stale = await end('owner', id, { revision: 7 });
    expect(stale).toMatchObject({ status: 409, body: { current: { slug: 'exchester', standIns: [{ id }] } } });
    await end('owner', id);
    expect((await end('owner', id, { revision: 2 })).status).toBe(403);
  });

  test('another organisation’s administrator', async () => {
    const { id } = (await name('owner')).body;
    const elsewhere = { actingFor: university };
    expect((await name('stranger', elsewhere)).status).toBe(404);
    expect((await end('stranger', id, elsewhere)).body).toEqual((await end('stranger', unknown, elsewhere)).body);
    expect((await end('stranger', id, elsewhere)).status).toBe(404);
    expect([(await name('stranger')).status, (await end('stranger', id)).status]).toEqual([403, 403]);
    const theirs = await name('stranger', { ...elsewhere, person: ids.owner }, university);
    expect(theirs.body.code).toBe('organisations.covered-not-member');
    await end('owner', id);
  });

  test('who does not say for whom, and ids that are none', async () => {
    expect((await name('owner', { actingFor: undefined })).status).toBe(404);
    for (const id of ['x', '1', encodeURIComponent("'--")]) {
      expect([(await name('owner', {}, id)).status, (await end('owner', id)).status]).toEqual([404, 404]);
    }
  });
});

test('the ledger has who named and ended it, as what, and no word', async () => {
  const { id } = (await name('owner')).body;
  await end('steward', id);
  const rows = await files.database.rows<{ type: string; actor_standing: string }>(
    `select type, actor_standing, private_hash is null as wordless from ledger_entry where stream = $1 order by revision`,
    [id],
  );
  expect(rows).toEqual([
    { type: 'stand-in-named', actor_standing: 'covered', wordless: true },
    { type: 'stand-in-ended', actor_standing: 'stand-in', wordless: true },
  ]);
});
