import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Sessions, SignIn, Throttle } from '#organisations/server';
import { Door } from '#ledger/server';
import { systemClock } from '#platform/observability';
import { testDatabase, type TestDatabase } from '#testing';
import type { OperatorCommand, OperatorContext } from './context.ts';
import { membership, organisation } from './organisation.ts';
import { person } from './person.ts';

let files: TestDatabase;
let context: OperatorContext;
let said: string[] = [];
let complained: string[] = [];

beforeAll(async () => {
  files = await testDatabase();
  context = {
    database: files.database,
    door: new Door(files.database, systemClock, new Set()),
    clock: systemClock,
    settings: { publicUrl: 'https://data.exchester.example' },
    print: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
  } as unknown as OperatorContext;
});
afterAll(() => files.close());

async function run(command: OperatorCommand, line: string): Promise<number> {
  [said, complained] = [[], []];
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  return command(
    words.map((word) => word.replace(/^"|"$/g, '')),
    context,
  );
}

describe('setting an installation up on the command line', () => {
  test('an operator is made and signs in by a one-time link', async () => {
    expect(await run(person, 'create --operator --email op@exchester.example --name "Olive Operator"')).toBe(0);
    expect(said).toEqual(['Account made for Olive Operator <op@exchester.example>.']);
    expect(await run(person, 'sign-in-link OP@exchester.example')).toBe(0);
    const link = said.at(-1) ?? '';
    expect(link).toMatch(/^https:\/\/data\.exchester\.example\/sign-in\/link\?token=[\w-]{43}$/);
    const { database, door, clock } = context;
    const signIn = new SignIn(database, door, clock, new Sessions(database, clock), new Throttle(database));
    const token = new URL(link).searchParams.get('token') ?? '';
    const outcome = await signIn.withLink({ token, password: randomBytes(12).toString('hex') }, { address: '::1' });
    expect(outcome.ok).toBe(true);
  });

  test('organisations, units and memberships', async () => {
    expect(await run(organisation, 'create --name "Exchester City Council" --kind council')).toBe(0);
    expect(said).toEqual(['exchester-city-council: Exchester City Council is registered.']);
    expect(await run(organisation, 'verify exchester-city-council')).toBe(0);
    expect(await run(organisation, 'add-unit exchester-city-council --name Highways')).toBe(0);
    const where = '--person op@exchester.example --organisation exchester-city-council';
    expect(await run(membership, `grant ${where} --roles steward,owner --unit highways`)).toBe(0);
    expect(await run(organisation, 'list')).toBe(0);
    expect(said).toEqual([
      'exchester-city-council · Exchester City Council · council · verified · 1 member',
      '1 organisation',
    ]);
    expect(await run(person, 'list')).toBe(0);
    expect(said[0]).toBe(
      'op@exchester.example · Olive Operator · operator · exchester-city-council (requester, owner, steward)',
    );
    expect(await run(membership, `set-roles ${where} --roles administrator`)).toBe(0);
    expect(await run(membership, `end ${where}`)).toBe(1);
    expect(complained).toEqual(['This is the organisation’s only administrator: name another one first.']);
  });

  test('the ledger says that it was the command line', async () => {
    const rows = await files.database.rows(
      `select distinct actor_kind, actor_machine, actor_standing from ledger_entry where actor_person is null`,
    );
    expect(rows).toEqual([
      { actor_kind: 'machine', actor_machine: 'operator-command-line', actor_standing: 'machine' },
    ]);
  });
});

describe('what cannot be done is said', () => {
  test.each<[string, () => OperatorCommand, string, number, RegExp]>([
    ['an unknown command', () => person, 'conjure', 2, /person create --email/],
    ['an option left out', () => person, 'create --name X', 2, /person create --email/],
    ['an option mistyped', () => person, 'create --emial x@y.example', 2, /--emial/],
    ['an address in use', () => person, 'create --name X --email Op@exchester.example', 1, /exists already/],
    [
      'an address of the demonstration',
      () => person,
      'create --name X --email X@Demo.Example',
      1,
      /belong to the demo/,
    ],
    ['an account that is not there', () => person, 'sign-in-link nobody@y.example', 1, /no account nobody@y.example/],
    ['the last operator', () => person, 'dismiss-operator op@exchester.example', 1, /only operator/],
    ['no such kind', () => organisation, 'create --name X --kind castle', 2, /--kind/],
    ['no such organisation', () => organisation, 'verify nowhere', 1, /no organisation nowhere/],
    [
      'no such role',
      () => membership,
      'grant --person op@exchester.example --organisation x --roles king',
      2,
      /No such role: king/,
    ],
  ])('%s', async (_, command, line, code, words) => {
    expect(await run(command(), line)).toBe(code);
    expect(complained.join('\n')).toMatch(words);
  });
});
