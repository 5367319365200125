import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uuidv7, type MachineActor, type Role } from '#kernel';
import { Door, replay, type AnyAggregate } from '#ledger/server';
import type { OrganisationKind, ProfileChange } from '#organisations/domain';
import { systemClock } from '#platform/observability';
import { testDatabase, type TestDatabase } from '#testing';
import { boardPeopleOf } from '../queries/board-people.ts';
import { profileOf } from '../queries/profile-of.ts';
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

async function give(aggregate: AnyAggregate, id: string, command: { readonly type: string }): Promise<string> {
  const outcome = await door.execute(aggregate, machine, { id, command });
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ code }) => code).join(' '));
  return id;
}

let number = 0;
function organisation(kind: OrganisationKind): Promise<string> {
  const [id, slug] = [newId(), `organisation-${(number += 1)}`];
  const command = { id, slug, kind, standing: 'member', profile: { name: slug } };
  return give(organisationAggregate, id, { type: 'register-organisation', ...command } as never);
}
async function member(where: string, ...roles: Role[]): Promise<string> {
  const [person, id] = [newId(), newId()];
  const who = { id: person, name: 'Ada', email: `p${(number += 1)}@exchester.example`, operator: false };
  await give(personAggregate, person, { type: 'register-person', ...who } as never);
  const place = { id, person, organisation: where, roles };
  await give(membershipAggregate, id, { type: 'grant-membership', ...place } as never);
  return person;
}
const fill = (id: string, profile: ProfileChange) =>
  give(organisationAggregate, id, { type: 'fill-profile', profile } as never);

test('a profile says of each expiry whether it is past; its last day is not', async () => {
  const company = await organisation('company');
  expect(await profileOf(files.database, company, '2027-03-31')).toBeUndefined();
  await fill(company, { icoNumber: 'ZA000000', insurance: { expires: '2027-03-31' } });
  await fill(company, {
    certificates: [{ name: 'Cyber Essentials', expires: '2027-03-30' }, { name: 'ISO 27001' }],
    signatories: [{ name: 'Ada Example', position: 'Director' }],
  });
  const expected = {
    icoNumber: 'ZA000000',
    insurance: { expires: '2027-03-31', past: false },
    certificates: [
      { name: 'Cyber Essentials', expires: '2027-03-30', past: true },
      { name: 'ISO 27001', past: false },
    ],
    signatories: [{ name: 'Ada Example', position: 'Director' }],
  };
  expect(await profileOf(files.database, company, '2027-03-31')).toEqual(expected);
  expect(await profileOf(files.database, company, '2027-04-01')).toMatchObject({ insurance: { past: true } });
  expect(await profileOf(files.database, newId(), '2027-04-01')).toBeUndefined();
});

test('the facts of a profile hold none of its words', async () => {
  const company = await organisation('company');
  await fill(company, { address: 'Secret Street 1', signatories: [{ name: 'Secret Name', position: 'Secret' }] });
  const rows = await files.database.rows<{ facts: object }>(
    `select facts from ledger_entry where stream = $1 and type = 'organisation-profile-filled'`,
    [company],
  );
  expect(rows).toEqual([{ facts: { fields: ['address', 'signatories'] } }]);
});

test('the boards of an organisation come with their chairs and members, while these belong to them', async () => {
  const council = await organisation('council');
  const [board, empty, never] = [await organisation('board'), await organisation('board'), await organisation('board')];
  const [chair, both, plain] = [
    await member(board, 'board-chair'),
    await member(board, 'board-chair', 'board-member'),
    await member(board, 'board-member'),
  ];
  await member(board, 'facilitator');
  await give(personAggregate, await member(board, 'board-member'), { type: 'close-account' });
  await member(never, 'board-chair');
  for (const one of [empty, board]) {
    await give(organisationAggregate, council, { type: 'join-board', board: one } as never);
  }
  expect(await boardPeopleOf(files.database, council)).toEqual([
    { board: empty, chairs: [], members: [] },
    { board, chairs: [chair, both], members: [plain] },
  ]);
  await give(organisationAggregate, council, { type: 'leave-board', board: empty } as never);
  expect((await boardPeopleOf(files.database, council)).map((one) => one.board)).toEqual([board]);
  expect(await boardPeopleOf(files.database, never)).toEqual([]);
  await expect(give(organisationAggregate, board, { type: 'join-board', board: council } as never)).rejects.toThrow(
    'organisations.board-unknown',
  );
});

test('rows and the ledger’s entries agree, also on the nation', async () => {
  const council = await organisation('council');
  await give(organisationAggregate, council, {
    type: 'describe-organisation',
    ...{ nation: 'scotland', profile: { description: 'A city.' } },
  } as never);
  const [row] = await files.database.rows('select state from organisation where id = $1', [council]);
  expect(row).toMatchObject({ state: { nation: 'scotland', boards: [] } });
  expect((await replay(files.database, [organisationAggregate])).findings).toEqual([]);
});
