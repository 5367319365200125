import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { organisationList, organisationView } from '#organisations/contracts';
import { organisationAggregate } from '#organisations/server';
import { testDatabase, type TestDatabase } from '#testing';
import { OrganisationsModule } from '../../api/src/features/organisations/organisations.module.ts';
import { AuthenticationModule } from '../../api/src/http/authentication/index.ts';
import { callOf, cookieOf, password, People, StandingClock, type Method } from './people.ts';
import { smallApp } from './small-app.ts';

const publicUrl = 'http://127.0.0.1:8080';
const unknown = '019ab0c2-0000-7000-8000-00000000dead';

let files: TestDatabase;
let people: People;
let app: NestFastifyApplication;
let council: string;
let university: string;
let port: string;
let adaMembership: string;
let stewardMembership: string;
let bob: string;
const cookies: Record<'operator' | 'administrator' | 'steward' | 'stranger', string> = {
  operator: '',
  administrator: '',
  steward: '',
  stranger: '',
};

beforeAll(async () => {
  files = await testDatabase();
  const clock = new StandingClock();
  people = new People(files.database, clock);
  council = await people.organisation('exchester');
  university = await people.organisation('wyechester');
  port = await people.organisation('port', 'unclaimed');
  const counts = new Map([[council, 7]]);
  const parts = { database: files.database, door: people.door, clock, publicUrl };
  const organisations = { ...parts, demonstration: false, countDatasets: async () => counts };
  app = await smallApp([AuthenticationModule.with(parts), OrganisationsModule.with(organisations)]);
  await people.person('operator@exchester.example', { operator: true });
  const ada = await people.person('administrator@exchester.example');
  const steward = await people.person('steward@exchester.example');
  const stranger = await people.person('stranger@wyechester.example');
  bob = await people.person('bob@exchester.example');
  adaMembership = await people.member(ada, council, 'administrator');
  stewardMembership = await people.member(steward, council, 'steward');
  await people.member(stranger, university, 'administrator', 'steward');
  for (const name of Object.keys(cookies) as (keyof typeof cookies)[]) {
    const email = name === 'stranger' ? 'stranger@wyechester.example' : `${name}@exchester.example`;
    cookies[name] = cookieOf(await callOf(app, 'POST', '/api/v1/session', { body: { email, password } }));
  }
});
afterAll(async () => {
  await app.close();
  await files.close();
});

type Who = keyof typeof cookies | 'nobody';

const call = (who: Who, method: Method, path: string, body?: object, headers?: Record<string, string>) =>
  callOf(app, method, `/api/v1${path}`, { cookie: who === 'nobody' ? undefined : cookies[who], body, headers });
const give = (who: Who, command: string, body: object, id = council) =>
  call(who, 'POST', `/organisations/${id}/commands/${command}`, body);
const revisionOf = async (table: 'organisation' | 'membership', id: string): Promise<number> => {
  const [row] = await files.database.rows<{ revision: number }>(`select revision from ${table} where id = $1`, [id]);
  return row?.revision ?? 0;
};
const now = () => revisionOf('organisation', council);

describe('reading', () => {
  test('the list names every organisation with the datasets that the reader may find', async () => {
    const answer = await call('nobody', 'GET', '/organisations');
    expect(answer.status).toBe(200);
    const { items } = organisationList.parse(answer.body);
    expect(items.map(({ slug, standing, datasets }) => [slug, standing, datasets])).toEqual([
      ['exchester', 'member', 7],
      ['port', 'unclaimed', 0],
      ['wyechester', 'member', 0],
    ]);
  });

  test('one is found by slug and by id; the public sees no people and may do nothing', async () => {
    const bySlug = await call('nobody', 'GET', '/organisations/exchester');
    expect((await call('nobody', 'GET', `/organisations/${council}`)).body).toEqual(bySlug.body);
    const view = organisationView.parse(bySlug.body);
    expect(view).toMatchObject({ id: council, kind: { code: 'council', label: 'Council' }, allowedCommands: [] });
    expect(view.people).toBeUndefined();
  });

  test('members see who does what; an administrator is offered what the role may do', async () => {
    const administrator = organisationView.parse((await call('administrator', 'GET', '/organisations/exchester')).body);
    expect(administrator.people?.map(({ name, roles }) => [name, roles])).toEqual([
      ['administrator', ['requester', 'administrator']],
      ['steward', ['requester', 'steward']],
    ]);
    expect(administrator.allowedCommands).toEqual([
      'describe',
      'add-unit',
      'rename-unit',
      'close-unit',
      'fill-profile',
      'join-board',
      'grant-membership',
      'name-stand-in',
    ]);
    expect(administrator.people?.map(({ allowedCommands }) => allowedCommands)).toEqual([
      ['set-roles', 'end'],
      ['set-roles', 'end', 'name-stand-in'],
    ]);
    const steward = organisationView.parse((await call('steward', 'GET', '/organisations/exchester')).body);
    expect(steward.allowedCommands).toEqual(['register-dataset', 'name-stand-in']);
    expect(steward.people?.map(({ allowedCommands }) => allowedCommands)).toEqual([[], ['end', 'name-stand-in']]);
    expect((await call('stranger', 'GET', '/organisations/exchester')).body.people).toBeUndefined();
    expect((await call('operator', 'GET', '/organisations/port')).body.allowedCommands).toEqual(['describe', 'claim']);
  });

  test.each(['nowhere', unknown, '%00', "'; drop table person --", 'x'.repeat(400)])(
    '%s is not there',
    async (name) => {
      expect((await call('nobody', 'GET', `/organisations/${name}`)).status).toBe(name === '%00' ? 400 : 404);
    },
  );
});

describe('registering and verifying', () => {
  const body = { kind: 'company', name: 'Kerbwise Limited', website: 'https://kerbwise.example' };

  test('is for the operator', async () => {
    expect((await call('nobody', 'POST', '/organisations', body)).status).toBe(401);
    expect((await call('administrator', 'POST', '/organisations', { ...body, actingFor: council })).status).toBe(403);
    const answer = await call('operator', 'POST', '/organisations', body);
    expect(answer).toMatchObject({ status: 201, body: { slug: 'kerbwise-limited', revision: 1 } });
    const again = await call('operator', 'POST', '/organisations', body);
    expect(again.body.slug).toBe('kerbwise-limited-2');
    const { id } = answer.body;
    expect((await give('operator', 'verify', { revision: 1 }, id)).body.revision).toBe(2);
    expect((await call('nobody', 'GET', `/organisations/${id}`)).body.standing).toBe('verified');
    const withdrawn = await give('operator', 'withdraw-verification', { revision: 2, reason: 'Struck off.' }, id);
    expect(withdrawn.body.revision).toBe(3);
    expect((await call('nobody', 'GET', `/organisations/${id}`)).body.standing).toBe('member');
  });

  test('a retried call under the same key has one effect; another call under it none', async () => {
    const named = { ...body, name: 'Retried Limited' };
    const headers = { 'idempotency-key': 'register-once' };
    const first = await call('operator', 'POST', '/organisations', named, headers);
    const second = await call('operator', 'POST', '/organisations', named, headers);
    expect(second.body).toEqual(first.body);
    const other = await call('operator', 'POST', '/organisations', { ...named, name: 'Other' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'ledger.key-reused' } });
  });

  test('a slug in use is refused at its field', async () => {
    const answer = await call('operator', 'POST', '/organisations', { ...body, slug: 'exchester' });
    expect(answer.status).toBe(422);
    expect(answer.body.faults).toMatchObject([{ path: 'slug', code: 'organisations.slug-taken' }]);
  });

  test('an unclaimed organisation takes no members until it is claimed', async () => {
    const grant = { person: bob, roles: ['administrator'] };
    const early = await call('operator', 'POST', `/organisations/${port}/memberships`, grant);
    expect(early.body.code).toBe('organisations.unclaimed');
    expect((await give('operator', 'claim', { revision: 1 }, port)).status).toBe(200);
    expect((await call('operator', 'POST', `/organisations/${port}/memberships`, grant)).status).toBe(201);
    const second = await call('operator', 'POST', `/organisations/${port}/memberships`, { ...grant, person: bob });
    expect(second.body.code).toBe('organisations.already-member');
  });
});

describe('an administrator looks after the own organisation', () => {
  test('profile and units', async () => {
    const described = await give('administrator', 'describe', {
      revision: await now(),
      actingFor: council,
      description: 'A city on a river.',
      contact: { name: 'Data team', email: 'data@exchester.example' },
    });
    expect(described.status).toBe(200);
    const added = await give('administrator', 'add-unit', {
      revision: await now(),
      actingFor: council,
      name: 'Highways',
    });
    expect(added.status).toBe(200);
    const { units, description } = (await call('nobody', 'GET', '/organisations/exchester')).body;
    expect([description, units.map(({ name }: { name: string }) => name)]).toEqual([
      'A city on a river.',
      ['Highways'],
    ]);
    const unit = units[0].id;
    const renamed = { revision: await now(), actingFor: council, unit, name: 'Highways and parking' };
    expect((await give('administrator', 'rename-unit', renamed)).status).toBe(200);
    expect((await call('nobody', 'GET', '/organisations/exchester')).body.units[0].name).toBe('Highways and parking');
    const closed = { revision: await now(), actingFor: council, unit };
    expect((await give('administrator', 'close-unit', closed)).status).toBe(200);
    expect((await call('nobody', 'GET', '/organisations/exchester')).body.units).toEqual([]);
  });

  test('a stale page gets the organisation as it is now', async () => {
    const answer = await give('administrator', 'describe', { revision: 1, actingFor: council, name: 'Too late' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'ledger.stale', current: { slug: 'exchester' } } });
    expect(answer.body.current.revision).toBe(await now());
  });

  test('members: granted, given roles, ended', async () => {
    const grant = { actingFor: council, person: bob, roles: ['owner'] };
    const granted = await call('administrator', 'POST', `/organisations/${council}/memberships`, grant);
    expect(granted).toMatchObject({ status: 201, body: { revision: 1 } });
    const { id } = granted.body;
    const set = { revision: 1, actingFor: council, roles: ['steward', 'signatory'] };
    expect((await call('administrator', 'POST', `/memberships/${id}/commands/set-roles`, set)).body.revision).toBe(2);
    const end = { revision: 2, actingFor: council };
    expect((await call('administrator', 'POST', `/memberships/${id}/commands/end`, end)).status).toBe(200);
    const { people: left } = (await call('administrator', 'GET', '/organisations/exchester')).body;
    expect(left.map(({ name }: { name: string }) => name)).toEqual(['administrator', 'steward']);
  });

  test('but not away from themself as the last one, and not a person who is not there', async () => {
    const revision = await revisionOf('membership', adaMembership);
    const end = await call('administrator', 'POST', `/memberships/${adaMembership}/commands/end`, {
      revision,
      actingFor: council,
    });
    expect(end.body.code).toBe('organisations.last-administrator');
    const grant = { actingFor: council, person: unknown, roles: [] };
    const granted = await call('administrator', 'POST', `/organisations/${council}/memberships`, grant);
    expect(granted.body.faults).toMatchObject([{ path: 'person', code: 'organisations.person-unknown' }]);
  });

  test('the profile that goes with requests, read by members alone', async () => {
    const profile = {
      ...{ icoNumber: 'ZA000000', insurance: { insurer: 'Example Mutual', expires: '2026-11-22' } },
      signatories: [{ name: 'Ada Example', position: 'Director' }],
    };
    const filled = await give('administrator', 'fill-profile', { revision: await now(), actingFor: council, profile });
    expect(filled.status).toBe(200);
    expect((await call('steward', 'GET', '/organisations/exchester')).body.profile).toEqual({
      icoNumber: 'ZA000000',
      insurance: { insurer: 'Example Mutual', expires: '2026-11-22', past: true },
      certificates: [],
      signatories: [{ name: 'Ada Example', position: 'Director' }],
    });
    for (const who of ['nobody', 'stranger', 'operator'] as const) {
      const answer = await call(who, 'GET', '/organisations/exchester');
      expect(JSON.stringify(answer.body)).not.toMatch(/ZA000000|Mutual|Director/);
    }
    const wrong = { signatories: [{ name: ' ', position: 'Director' }], insurance: { expires: '2026-02-30' } };
    const refused = await give('administrator', 'fill-profile', { revision: 1, actingFor: council, profile: wrong });
    expect(refused.status).toBe(400);
    expect(refused.body.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
      'profile.insurance.expires',
      'profile.signatories[0].name',
    ]);
  });

  test('the boards it joins and the nation it is in, read by everybody', async () => {
    const registered = await call('operator', 'POST', '/organisations', { kind: 'board', name: 'Data board' });
    const board = registered.body.id as string;
    const join = async (change: object) =>
      give('administrator', 'join-board', { revision: await now(), actingFor: council, board, ...change });
    expect((await join({ board: university })).body.faults).toMatchObject([
      { path: 'board', code: 'organisations.board-unknown' },
    ]);
    expect((await join({})).status).toBe(200);
    const nation = { revision: await now(), actingFor: council, nation: 'wales' };
    expect((await give('administrator', 'describe', nation)).status).toBe(200);
    const view = organisationView.parse((await call('nobody', 'GET', '/organisations/exchester')).body);
    expect(view.boards).toEqual([{ id: board, slug: 'data-board', name: 'Data board' }]);
    expect(view.nation).toEqual({ code: 'wales', label: 'Wales' });
    const leave = { revision: await now(), actingFor: council, board };
    expect((await give('administrator', 'leave-board', leave)).status).toBe(200);
    expect((await call('nobody', 'GET', '/organisations/exchester')).body.boards).toEqual([]);
  });

  test('input that is malformed is named by its path', async () => {
    const answer = await give('administrator', 'describe', {
      revision: -1,
      actingFor: council,
      website: 'javascript:1',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.faults.map(({ path }: { path: string }) => path)).toEqual(['revision', 'website']);
  });
});

/** Every command about the council or its members, by a route of its own. */
const commands = (): [string, string, object][] => [
  ['describe', `/organisations/${council}/commands/describe`, { name: 'Ours now' }],
  ['claim', `/organisations/${council}/commands/claim`, {}],
  ['verify', `/organisations/${council}/commands/verify`, {}],
  ['withdraw-verification', `/organisations/${council}/commands/withdraw-verification`, { reason: 'So.' }],
  ['add-unit', `/organisations/${council}/commands/add-unit`, { name: 'Ours' }],
  ['rename-unit', `/organisations/${council}/commands/rename-unit`, { unit: unknown, name: 'Ours' }],
  ['close-unit', `/organisations/${council}/commands/close-unit`, { unit: unknown }],
  ['fill-profile', `/organisations/${council}/commands/fill-profile`, { profile: { icoNumber: 'ZA000000' } }],
  ['join-board', `/organisations/${council}/commands/join-board`, { board: unknown }],
  ['leave-board', `/organisations/${council}/commands/leave-board`, { board: unknown }],
  ['grant-membership', `/organisations/${council}/memberships`, { person: unknown, roles: ['administrator'] }],
  ['set-roles', `/memberships/${stewardMembership}/commands/set-roles`, { roles: [] }],
  ['end', `/memberships/${stewardMembership}/commands/end`, {}],
];

describe('who may not', () => {
  test('nobody without a session, by any route', async () => {
    for (const [, path, body] of commands()) {
      expect([path, (await call('nobody', 'POST', path, { revision: 1, ...body })).status]).toEqual([path, 401]);
    }
  });

  test('a member without the role, by any route', async () => {
    const statuses: Record<string, number> = {};
    for (const [name, path, body] of commands().slice(0, -1)) {
      statuses[name] = (await call('steward', 'POST', path, { revision: 1, actingFor: council, ...body })).status;
    }
    expect(new Set(Object.values(statuses))).toEqual(new Set([403]));
  });

  test('another organisation’s administrator: memberships are not there, the organisation is not theirs', async () => {
    const statuses: Record<string, number> = {};
    for (const [name, path, body] of commands()) {
      statuses[name] = (await call('stranger', 'POST', path, { revision: 1, actingFor: university, ...body })).status;
      expect((await call('stranger', 'POST', path, { revision: 1, actingFor: council, ...body })).status).toBe(403);
    }
    expect(statuses).toMatchObject({ describe: 403, 'add-unit': 403, 'set-roles': 404, end: 404 });
    expect(statuses['grant-membership']).toBe(404);
    expect(Object.values(statuses).every((status) => status === 403 || status === 404)).toBe(true);
  });

  test('an administrator who does not say for whom', async () => {
    expect((await give('administrator', 'describe', { revision: await now(), name: 'X' })).status).toBe(403);
  });

  test('a bystander cannot tell an organisation that is not there from a command that is not theirs', async () => {
    const [there, gone] = await Promise.all(
      [stewardMembership, unknown].map((id) =>
        call('stranger', 'POST', `/memberships/${id}/commands/end`, { revision: 1, actingFor: university }),
      ),
    );
    expect(there?.body).toEqual(gone?.body);
  });

  test('the operator leaves members to the organisation’s administrator', async () => {
    const grant = await call('operator', 'POST', `/organisations/${council}/memberships`, { person: bob, roles: [] });
    expect(grant.body.code).toBe('organisations.has-administrator');
    const end = await call('operator', 'POST', `/memberships/${stewardMembership}/commands/end`, { revision: 1 });
    expect(end.status).toBe(403);
  });

  test('ids that are none are not there', async () => {
    for (const id of ['x', '1', "'--"]) {
      expect((await give('operator', 'verify', { revision: 1 }, encodeURIComponent(id))).status).toBe(404);
    }
  });
});

test('every change stands in the ledger with who did it and as what, and without a name', async () => {
  const rows = await files.database.rows<{ type: string; actor_standing: string; facts: object }>(
    `select type, actor_standing, facts from ledger_entry
     where actor_kind = 'person' and stream = $1 order by revision`,
    [council],
  );
  expect(rows.map(({ type, actor_standing: standing }) => [type, standing])).toEqual([
    ['organisation-described', 'administrator'],
    ['organisation-unit-added', 'administrator'],
    ['organisation-unit-renamed', 'administrator'],
    ['organisation-unit-closed', 'administrator'],
    ['organisation-profile-filled', 'administrator'],
    ['organisation-board-joined', 'administrator'],
    ['organisation-described', 'administrator'],
    ['organisation-board-left', 'administrator'],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/river|Highways|Mutual|Example|@/);
  expect(organisationAggregate.kind).toBe('organisation');
});
