import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidv7, type Actor, type MachineActor, type Outcome } from '#kernel';
import { Door, replay, type AnyAggregate, type Done } from '#ledger/server';
import { systemClock } from '#platform/observability';
import { testDatabase, type TestDatabase } from '#testing';
import { actorOfPerson } from '../queries/actor-of-person.ts';
import { peopleById } from '../queries/people-by-id.ts';
import { todayOf } from '../queries/today-of.ts';
import { membershipAggregate } from './membership-aggregate.ts';
import { organisationAggregate } from './organisation-aggregate.ts';
import { personAggregate } from './person-aggregate.ts';

const machine: MachineActor = { kind: 'machine', name: 'operator-command-line' };

let files: TestDatabase;
let door: Door;
beforeAll(async () => {
  files = await testDatabase();
  door = new Door(files.database, systemClock, new Set());
});
afterAll(() => files.close());

const newId = () => uuidv7(systemClock.now().getTime());
const give = (
  aggregate: AnyAggregate,
  id: string,
  command: { type: string },
  actor: Actor = machine,
  revision?: number,
) => door.execute(aggregate, actor, { id, command, revision });
const codes = (outcome: Outcome<Done>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));

async function made(aggregate: AnyAggregate, command: { type: string }): Promise<string> {
  const id = newId();
  const outcome = await give(aggregate, id, { ...command, id } as never);
  expect(codes(outcome)).toEqual([]);
  return id;
}

let number = 0;
const organisation = () => {
  const slug = `organisation-${(number += 1)}`;
  return made(organisationAggregate, {
    type: 'register-organisation',
    ...{ slug, kind: 'council', standing: 'member', profile: { name: slug, website: 'https://council.example' } },
  });
};
const person = (email = `p${(number += 1)}@exchester.example`, operator = false) =>
  made(personAggregate, { type: 'register-person', ...{ name: 'Ada Example', email, operator } });
const member = (who: string, where: string, ...roles: string[]) =>
  made(membershipAggregate, { type: 'grant-membership', ...{ person: who, organisation: where, roles } });

async function acting(who: string, where: string): Promise<Actor> {
  const actor = await actorOfPerson(files.database, who, todayOf(systemClock));
  if (!actor) throw new Error('no such person');
  return { ...actor, actingFor: where };
}

describe('what must hold when two act at once', () => {
  test('of two administrators who end each other’s membership, one stays', async () => {
    const council = await organisation();
    const [ada, bob] = [await person(), await person()];
    const [adas, bobs] = [await member(ada, council, 'administrator'), await member(bob, council, 'administrator')];
    const actors = [await acting(ada, council), await acting(bob, council)];
    const outcomes = await Promise.all([
      give(membershipAggregate, bobs, { type: 'end-membership' }, actors[0], 1),
      give(membershipAggregate, adas, { type: 'end-membership' }, actors[1], 1),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.flatMap(codes)).toEqual(['organisations.last-administrator']);
  });

  test('of two operators who dismiss each other, one stays', async () => {
    const [ada, bob] = [await person(undefined, true), await person(undefined, true)];
    const actors = [
      await actorOfPerson(files.database, ada, todayOf(systemClock)),
      await actorOfPerson(files.database, bob, todayOf(systemClock)),
    ];
    const outcomes = await Promise.all([
      give(personAggregate, bob, { type: 'dismiss-operator' }, actors[0], 1),
      give(personAggregate, ada, { type: 'dismiss-operator' }, actors[1], 1),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.flatMap(codes)).toEqual(['organisations.last-operator']);
    const left = await files.database.rows('select from person where operator and not closed');
    expect(left).toHaveLength(1);
  });

  test('one address makes one account, whatever its case', async () => {
    const register = (email: string) => {
      const id = newId();
      const command = { type: 'register-person', id, name: 'Ada', email, operator: false };
      return give(personAggregate, id, command);
    };
    const emails = ['Twice@Exchester.example', 'twice@exchester.EXAMPLE', 'TWICE@exchester.example'];
    const outcomes = await Promise.all(emails.map(register));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.flatMap(codes)).toEqual(['organisations.email-taken', 'organisations.email-taken']);
  });

  test('one slug names one organisation', async () => {
    const outcomes = await Promise.all(
      [newId(), newId()].map((id) => {
        const profile = { name: 'Twin' };
        const command = {
          type: 'register-organisation',
          id,
          slug: 'twin',
          kind: 'charity',
          standing: 'member',
          profile,
        };
        return give(organisationAggregate, id, command);
      }),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.flatMap(codes)).toEqual(['organisations.slug-taken']);
  });

  test('a person is a current member of an organisation once, and may come back', async () => {
    const [council, ada] = [await organisation(), await person()];
    const grant = () => {
      const id = newId();
      const command = { type: 'grant-membership', id, person: ada, organisation: council, roles: [] };
      return give(membershipAggregate, id, command);
    };
    const outcomes = await Promise.all([grant(), grant()]);
    expect(outcomes.flatMap(codes)).toEqual(['organisations.already-member']);
    const id = outcomes.find((outcome) => outcome.ok);
    if (!id?.ok) throw new Error('neither was granted');
    expect(codes(await give(membershipAggregate, id.value.id, { type: 'end-membership' }))).toEqual([]);
    expect(codes(await grant())).toEqual([]);
  });
});

describe('what is stored', () => {
  test('state and words are what the ledger’s entries fold to', async () => {
    const [council, ada, unit] = [await organisation(), await person(), newId()];
    await give(organisationAggregate, council, { type: 'add-unit', unit, name: 'Highways' } as never);
    await give(organisationAggregate, council, { type: 'verify-organisation' });
    await give(organisationAggregate, council, { type: 'describe-organisation', profile: { website: null } } as never);
    const membership = await member(ada, council, 'steward');
    await give(membershipAggregate, membership, { type: 'set-roles', roles: ['owner'], unit } as never);
    await give(personAggregate, ada, { type: 'confirm-address' });
    const aggregates = [organisationAggregate, personAggregate, membershipAggregate];
    const { streams, findings } = await replay(files.database, aggregates);
    expect(findings).toEqual([]);
    expect(streams).toBeGreaterThan(10);
    const owner = await files.owner();
    await owner.rows(`update membership set state = jsonb_set(state, '{roles}', '["siro"]') where id = $1`, [
      membership,
    ]);
    const [finding] = (await replay(files.database, aggregates)).findings;
    expect(finding).toMatchObject({ kind: 'membership', stream: membership });
    await owner.rows(`update membership set state = jsonb_set(state, '{roles}', $2) where id = $1`, [
      membership,
      '["requester", "owner"]',
    ]);
  });

  test('names and addresses stand in the erasable part alone', async () => {
    await person('Secret.Name@exchester.example');
    const rows = await files.database.rows(
      `select from ledger_entry where facts::text ~* 'secret|example' and kind = 'person'`,
    );
    expect(rows).toEqual([]);
  });

  test('units, readers and names are there for queries', async () => {
    const [council, ada, unit] = [await organisation(), await person(), newId()];
    await give(organisationAggregate, council, { type: 'add-unit', unit, name: 'Parks' } as never);
    await member(ada, council, 'owner');
    const units = await files.database.rows('select name, closed from organisation_unit where id = $1', [unit]);
    expect(units).toEqual([{ name: 'Parks', closed: false }]);
    const audience = await files.database.rows('select kind, reader from audience where id = $1', [council]);
    expect(audience).toEqual([{ kind: 'organisation', reader: 'public' }]);
    expect((await peopleById(files.database, [ada, newId()])).size).toBe(1);
  });

  test('a unit with people in it is not closed', async () => {
    const [council, ada, unit] = [await organisation(), await person(), newId()];
    await give(organisationAggregate, council, { type: 'add-unit', unit, name: 'Parks' } as never);
    const membership = await member(ada, council);
    await give(membershipAggregate, membership, { type: 'set-roles', roles: [], unit } as never);
    const close = { type: 'close-unit', unit } as never;
    expect(codes(await give(organisationAggregate, council, close))).toEqual(['organisations.unit-has-people']);
    await give(membershipAggregate, membership, { type: 'end-membership' });
    expect(codes(await give(organisationAggregate, council, close))).toEqual([]);
  });
});
