import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { maySeeDataset, type Dataset, type DatasetCommand } from '#catalogue/domain';
import { anyone, uuidv7, type Actor, type MachineActor } from '#kernel';
import { Door, readersOf, replay, type ItemOutcome } from '#ledger/server';
import { membershipAggregate, organisationAggregate, personAggregate } from '#organisations/server';
import { testDatabase, type TestDatabase } from '#testing';
import { anyBeginning, anyFollowing, ids, personWith, registering } from '#testing/catalogue';
import { postgresSearchIndex } from '../search/index.ts';
import { datasetAggregate } from './dataset-aggregate.ts';
import { datasetAudience } from './dataset-rows.ts';

const operator: MachineActor = { kind: 'machine', name: 'operator-command-line' };
const reading: MachineActor = { kind: 'machine', name: 'import', actingFor: ids.organisation };
const datasets = datasetAggregate(postgresSearchIndex);
const clock = { now: () => new Date('2026-11-23T09:00:00.000Z') };
let made = 0;
const newId = (): string => uuidv7(clock.now().getTime() + (made += 1));

let spec: TestDatabase;
let door: Door;
beforeAll(async () => {
  spec = await testDatabase();
  door = new Door(spec.database, clock, new Set());
  for (const [id, slug] of [
    [ids.organisation, 'ellermouth'],
    [ids.otherOrganisation, 'elsewhere'],
  ] as const) {
    const command = {
      type: 'register-organisation',
      id,
      slug,
      kind: 'council',
      standing: 'member',
      profile: { name: slug },
    };
    await done(door.execute(organisationAggregate, operator, { id, command }));
  }
  for (const [person, role] of [
    [ids.owner, 'owner'],
    [ids.otherOwner, 'owner'],
    [ids.steward, 'steward'],
  ] as const) {
    const account = {
      type: 'register-person',
      id: person,
      email: `${person}@demo.example`,
      name: role,
      operator: false,
    };
    await done(door.execute(personAggregate, operator, { id: person, command: account }));
    const id = newId();
    const command = { type: 'grant-membership', id, person, organisation: ids.organisation, roles: [role] };
    await done(door.execute(membershipAggregate, operator, { id, command }));
  }
});
afterAll(() => spec.close());

async function done(outcome: Promise<ItemOutcome>): Promise<void> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(JSON.stringify(settled.refusals));
}

const machineFor = (command: DatasetCommand): MachineActor =>
  command.type === 'import-dataset' || command.type === 'mark-vanished' ? reading : operator;

/** Readers of every kind, as the lists know them by their keys and the pages by the pure function. */
const readers: Actor[] = [
  anyone,
  { ...personWith([]), memberships: [] },
  personWith(['requester']),
  personWith(['owner']),
  personWith(['steward'], ids.otherOrganisation),
];

/** A dataset of its own for the commands of one run, each in a transaction of its own. */
async function run(commands: readonly DatasetCommand[]): Promise<string> {
  const id = newId();
  for (const given of commands) {
    const own = { ...given, ...('id' in given && { id }), ...('key' in given && { key: `${given.key}${id}` }) };
    // A machine of the one kind may not give the other's commands: refusals are expected here, throws are not.
    await door.executeBatch(datasets, machineFor(own as DatasetCommand), [{ id, command: own as DatasetCommand }]);
  }
  return id;
}

const stateOf = async (id: string): Promise<Dataset | undefined> =>
  (await spec.database.rows<{ state: Dataset }>('select state from dataset where id = $1', [id]))[0]?.state;

describe('after any sequence of commands', () => {
  test('who is in the audience is who may see it, and the row repeats the state', async () => {
    const sequence = fc.tuple(anyBeginning, fc.array(anyFollowing, { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(sequence, async ([first, rest]) => {
        const id = await run([first, ...rest]);
        const state = await stateOf(id);
        const stored = await spec.database.rows<{ id: string; reader: string; standing: string }>(
          `select id, reader, standing from audience where kind = 'dataset' and id = $1`,
          [id],
        );
        if (!state) return expect(stored).toEqual([]);
        const byReader = (left: { reader: string }, right: { reader: string }) => (left.reader < right.reader ? -1 : 1);
        expect([...stored].sort(byReader)).toEqual([...datasetAudience(state)].sort(byReader));
        for (const reader of readers) {
          const inList = stored.some((row) => readersOf(reader).includes(row.reader));
          expect({ reader, sees: inList }).toEqual({ reader, sees: maySeeDataset(reader, state) });
        }
        const [row] = await spec.database.rows(
          'select slug, lifecycle, access, visibility, organisation, source_present from dataset where id = $1',
          [id],
        );
        const { slug, lifecycle, access, visibility, organisation, source } = state;
        expect(row).toEqual({
          slug,
          lifecycle,
          access,
          visibility,
          organisation,
          source_present: source?.present ?? null,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('everything that was stored is what the ledger tells, and nobody’s audience is left behind', async () => {
    const report = await replay(spec.database, [datasets, organisationAggregate, personAggregate, membershipAggregate]);
    expect(report.findings).toEqual([]);
    const [written] = await spec.database.rows<{ streams: number }>(
      'select count(distinct stream)::integer as streams from ledger_entry',
    );
    expect(report.streams).toBe(written?.streams);
    expect(report.streams).toBeGreaterThan(20);
    expect(
      await spec.database.rows(
        `select from audience where kind = 'dataset' and not exists (select from dataset where dataset.id = audience.id)`,
      ),
    ).toEqual([]);
  });
});

describe('slugs', () => {
  const entering = (slug: string) => {
    const id = newId();
    return { id, command: { ...registering(), id, slug } as DatasetCommand };
  };
  const slugsOf = (items: readonly { id: string }[]) =>
    Promise.all(items.map(async ({ id }) => (await stateOf(id))?.slug));

  test('of a batch that asks for one are numbered, after those that are there', async () => {
    const first = entering('bridges');
    await door.executeBatch(datasets, operator, [first]);
    const batch = [entering('bridges'), entering('bridges'), entering('bridges-2')];
    await door.executeBatch(datasets, operator, batch);
    const slugs = await slugsOf([first, ...batch]);
    expect(new Set(slugs).size).toBe(4);
    expect(slugs.slice(0, 3)).toEqual(['bridges', 'bridges-2', 'bridges-3']);
  });

  test('of many at once that ask for one are all different', async () => {
    const items = Array.from({ length: 6 }, () => entering('tunnels'));
    const outcomes = await Promise.all(items.map((item) => door.execute(datasets, operator, item)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(new Set(await slugsOf(items)).size).toBe(6);
  });

  test('that are as long as a slug may be are numbered within that length', async () => {
    const long = 'a'.repeat(80);
    const items = [entering(long), entering(long), entering(long)];
    for (const item of items) await done(door.execute(datasets, operator, item));
    const slugs = await slugsOf(items);
    expect(new Set(slugs).size).toBe(3);
    for (const slug of slugs) expect(slug?.length).toBeLessThanOrEqual(80);
  });
});

test('a dataset that is not there and one that may not be seen are answered alike', async () => {
  const id = newId();
  await done(
    door.execute(datasets, operator, { id, command: { ...registering(), id, slug: 'hidden' } as DatasetCommand }),
  );
  const stranger = personWith(['owner', 'steward'], ids.otherOrganisation);
  const command = { type: 'publish-dataset' } as const;
  const answers = [];
  for (const which of [id, newId()])
    for (const more of [{}, { revision: 1 }])
      answers.push(await door.execute(datasets, stranger, { id: which, command, ...more }));
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'ledger.unseen' }] });
});
