import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { membershipIn, uuidv7, type Actor, type MachineActor, type Outcome, type Role } from '#kernel';
import { Door, replay, type AnyAggregate, type Done } from '#ledger/server';
import { testDatabase, type TestDatabase } from '#testing';
import { actorOfPerson } from '../queries/actor-of-person.ts';
import { peopleOfOrganisations, peopleWithRoles } from '../queries/people-with-roles.ts';
import { standInsOf } from '../queries/stand-ins-of.ts';
import { Sessions } from '../sessions/sessions.ts';
import { membershipAggregate } from './membership-aggregate.ts';
import { organisationAggregate } from './organisation-aggregate.ts';
import { personAggregate } from './person-aggregate.ts';
import { standInAggregate } from './stand-in-aggregate.ts';

const machine: MachineActor = { kind: 'machine', name: 'operator-command-line' };
const clock = { at: '', now: () => new Date(clock.at) };

let files: TestDatabase;
let door: Door;
beforeAll(async () => {
  files = await testDatabase();
  door = new Door(files.database, clock, new Set());
});
afterAll(() => files.close());
beforeEach(() => {
  clock.at = '2026-07-01T09:00:00.000Z';
});

const newId = () => uuidv7(clock.now().getTime());
const codes = (outcome: Outcome<Done>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));

interface Given {
  readonly id: string;
  readonly command: { readonly type: string };
  readonly revision?: number;
}
const give = (aggregate: AnyAggregate, given: Given, actor: Actor = machine) => door.execute(aggregate, actor, given);

async function made(aggregate: AnyAggregate, command: { readonly type: string }): Promise<string> {
  const id = newId();
  expect(codes(await give(aggregate, { id, command: { ...command, id } as never }))).toEqual([]);
  return id;
}

let number = 0;
const organisation = () => {
  const slug = `council-${(number += 1)}`;
  const profile = { name: slug };
  return made(organisationAggregate, {
    type: 'register-organisation',
    ...{ slug, kind: 'council', standing: 'member', profile },
  });
};
async function member(where: string, name: string, ...roles: Role[]) {
  const email = `p${(number += 1)}@exchester.example`;
  const person = await made(personAggregate, { type: 'register-person', ...{ name, email, operator: false } });
  const membership = await made(membershipAggregate, {
    type: 'grant-membership',
    ...{ person, organisation: where, roles },
  });
  return { person, membership };
}

/** A council whose owner is away from 6 to 17 July, with somebody who could cover. */
async function office() {
  const council = await organisation();
  const away = await member(council, 'Ada', 'owner', 'steward');
  const covering = await member(council, 'Bob', 'steward');
  const cover = { organisation: council, person: away.person, standIn: covering.person };
  const asked = { ...cover, type: 'name-stand-in', roles: ['owner'], from: '2026-07-06', until: '2026-07-17' };
  return { council, away, covering, asked };
}

const coverOn = async (person: string, council: string, today: string) =>
  membershipIn((await actorOfPerson(files.database, person, today)) ?? { kind: 'anyone' }, council)?.standsInFor;

describe('whom an actor covers', () => {
  test('is known between the first and the last day, both included', async () => {
    const { council, away, covering, asked } = await office();
    await made(standInAggregate, asked);
    const ada = [{ person: away.person, roles: ['owner'] }];
    const days = ['2026-07-05', '2026-07-06', '2026-07-17', '2026-07-18'];
    const seen = await Promise.all(days.map((day) => coverOn(covering.person, council, day)));
    expect(seen).toEqual([undefined, ada, ada, undefined]);
    expect(await coverOn(away.person, council, '2026-07-06')).toBeUndefined();
  });

  test('comes with the session, by the day that the platform’s clock has in the United Kingdom', async () => {
    const { away, covering, asked } = await office();
    await made(standInAggregate, asked);
    const sessions = new Sessions(files.database, clock);
    const seenAt = async (at: string) => {
      clock.at = at;
      const { token } = await sessions.open(files.database, covering.person, { address: '192.0.2.1' });
      return (await sessions.current(token))?.actor.memberships[0]?.standsInFor;
    };
    expect(await seenAt('2026-07-05T22:59:59.000Z')).toBeUndefined();
    expect(await seenAt('2026-07-05T23:00:00.000Z')).toEqual([{ person: away.person, roles: ['owner'] }]);
    expect(await seenAt('2026-07-17T22:59:59.000Z')).toEqual([{ person: away.person, roles: ['owner'] }]);
    expect(await seenAt('2026-07-17T23:00:00.000Z')).toBeUndefined();
  });

  test('is what several have given, each person once', async () => {
    const { council, away, covering, asked } = await office();
    const carol = await member(council, 'Carol', 'siro');
    await made(standInAggregate, asked);
    await made(standInAggregate, { ...asked, roles: ['steward'] } as never);
    await made(standInAggregate, { ...asked, person: carol.person, roles: ['siro'] } as never);
    const seen = await coverOn(covering.person, council, '2026-07-06');
    expect(seen?.map(({ person, roles }) => [person, [...roles].sort()])).toEqual(
      [
        [away.person, ['owner', 'steward']],
        [carol.person, ['siro']],
      ].sort(),
    );
  });

  test('ends at once when it is ended, and with what the covered person no longer is', async () => {
    const day = '2026-07-06';
    for (const end of ['cover', 'role', 'membership', 'account'] as const) {
      const { council, away, covering, asked } = await office();
      const id = await made(standInAggregate, asked);
      expect(await coverOn(covering.person, council, day)).toHaveLength(1);
      const how = {
        cover: () => give(standInAggregate, { id, command: { type: 'end-stand-in' } }),
        role: () =>
          give(membershipAggregate, { id: away.membership, command: { type: 'set-roles', roles: [] } as never }),
        membership: () => give(membershipAggregate, { id: away.membership, command: { type: 'end-membership' } }),
        account: () => give(personAggregate, { id: away.person, command: { type: 'close-account' } }),
      };
      expect(codes(await how[end]())).toEqual([]);
      expect([end, await coverOn(covering.person, council, day)]).toEqual([end, undefined]);
    }
  });
});

describe('naming one', () => {
  test('of two who name a stand-in for the same days at once, one does', async () => {
    const { council, asked } = await office();
    const carol = await member(council, 'Carol');
    const names = [asked, { ...asked, standIn: carol.person, from: '2026-07-17', until: '2026-07-20' }].map(
      (command) => {
        const id = newId();
        return give(standInAggregate, { id, command: { ...command, id } as never });
      },
    );
    const outcomes = await Promise.all(names);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.flatMap(codes)).toEqual(['organisations.stand-in-overlaps']);
  });

  test('in one batch the earlier counts', async () => {
    const { asked } = await office();
    const items = [asked, { ...asked, from: '2026-07-17', until: '2026-07-20' }, { ...asked, roles: ['steward'] }].map(
      (command) => {
        const id = newId();
        return { id, command: { ...command, id } };
      },
    );
    const outcomes = await door.executeBatch(standInAggregate, machine, items);
    expect(outcomes.map((outcome) => codes(outcome as Outcome<Done>))).toEqual([
      [],
      ['organisations.stand-in-overlaps'],
      [],
    ]);
  });

  test('other days, an ended one and one who has left are no hindrance', async () => {
    const { council, covering, asked } = await office();
    const carol = await member(council, 'Carol');
    const first = await made(standInAggregate, asked);
    await made(standInAggregate, { ...asked, from: '2026-07-18', until: '2026-07-20' } as never);
    await give(standInAggregate, { id: first, command: { type: 'end-stand-in' } });
    await made(standInAggregate, asked);
    await give(membershipAggregate, { id: covering.membership, command: { type: 'end-membership' } });
    await made(standInAggregate, { ...asked, standIn: carol.person } as never);
    const shown = await standInsOf(files.database, { actor: machine, today: '2026-07-01' }, council);
    expect(shown.map(({ standIn, from, until, current }) => [standIn.name, from, until, current])).toEqual([
      ['Carol', '2026-07-06', '2026-07-17', false],
    ]);
  });

  test('a stranger covers nobody, and nobody covers a stranger', async () => {
    const [{ asked }, other] = [await office(), await office()];
    const refusedWith = async (change: object) => {
      const id = newId();
      return codes(await give(standInAggregate, { id, command: { ...asked, ...change, id } as never }));
    };
    expect(await refusedWith({ standIn: other.covering.person })).toEqual(['organisations.stand-in-not-member']);
    expect(await refusedWith({ person: other.away.person })).toEqual(['organisations.covered-not-member']);
    expect(await refusedWith({ organisation: newId() })).toEqual(['organisations.covered-not-member']);
    await give(personAggregate, { id: asked.standIn, command: { type: 'close-account' } });
    expect(await refusedWith({})).toEqual(['organisations.stand-in-not-member']);
  });
});

test('the people of organisations come with roles, units and cover; who has left does not', async () => {
  const { council, away, covering, asked } = await office();
  const [other, unit] = [await office(), newId()];
  await give(organisationAggregate, { id: council, command: { type: 'add-unit', unit, name: 'Highways' } as never });
  const set = { type: 'set-roles', roles: ['steward'], unit } as never;
  await give(membershipAggregate, { id: covering.membership, command: set });
  const [gone, closed] = [await member(council, 'Dan', 'siro'), await member(council, 'Eve', 'siro')];
  await give(membershipAggregate, { id: gone.membership, command: { type: 'end-membership' } });
  await give(personAggregate, { id: closed.person, command: { type: 'close-account' } });
  await made(standInAggregate, asked);
  const ada = { person: away.person, name: 'Ada', roles: ['requester', 'owner', 'steward'] };
  const bob = { person: covering.person, name: 'Bob', unit, roles: ['requester', 'steward'] };
  expect(await peopleWithRoles(files.database, council, '2026-07-05')).toEqual([ada, bob]);
  const covers = [{ person: away.person, roles: ['owner'] }];
  expect(await peopleWithRoles(files.database, council, '2026-07-06')).toEqual([ada, { ...bob, standsInFor: covers }]);
  const both = await peopleOfOrganisations(files.database, [council, other.council, newId()], '2026-07-06');
  expect([...both].map(([id, people]) => [id, people.length]).sort()).toEqual(
    [
      [council, 2],
      [other.council, 2],
    ].sort(),
  );
  expect(await peopleWithRoles(files.database, newId(), '2026-07-06')).toEqual([]);
});

test('what is stored is what the ledger’s entries fold to', async () => {
  const { asked } = await office();
  const id = await made(standInAggregate, asked);
  await give(standInAggregate, { id, command: { type: 'end-stand-in' } });
  const { streams, findings } = await replay(files.database, [standInAggregate]);
  expect(findings).toEqual([]);
  expect(streams).toBeGreaterThan(3);
  const owner = await files.owner();
  await owner.rows(`update stand_in set state = jsonb_set(state, '{ended}', 'false') where id = $1`, [id]);
  expect((await replay(files.database, [standInAggregate])).findings).toMatchObject([{ stream: id }]);
  await owner.rows(`update stand_in set state = jsonb_set(state, '{ended}', 'true') where id = $1`, [id]);
});
