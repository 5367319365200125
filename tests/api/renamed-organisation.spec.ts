import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogueReactions, datasetAggregate, eventsKnownToCatalogue, postgresSearchIndex } from '#catalogue/server';
import { uuidv7 } from '#kernel';
import { Door, Reactions, relayOnce, runReaction, type ReactionJob } from '#ledger/server';
import { organisationAggregate } from '#organisations/server';
import { callOf, People } from './people.ts';
import { wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;

beforeAll(async () => {
  whole = await wholeApp();
}, 60_000);

afterAll(() => whole.close());

const found = async (words: string): Promise<number> =>
  (await callOf(whole.app, 'GET', `/api/v1/datasets?q=${words}`)).body.total as number;

test('when an organisation gets another name, its datasets are found by it and by the old one no more', async () => {
  const { database, clock } = whole;
  const people = new People(database, clock);
  const organisation = await people.organisation('ellermouth');
  const reactions = new Reactions(catalogueReactions, eventsKnownToCatalogue);
  const door = new Door(database, clock, reactions.heard);
  const id = uuidv7(clock.now().getTime());
  const feed = { kind: 'machine', name: 'import', actingFor: organisation } as const;
  const command = {
    type: 'import-dataset',
    ...{ id, organisation, slug: 'street-trees', source: id, key: 'k', recordHash: 'h', access: 'open' },
    description: { title: 'Street trees' },
  };
  await door.execute(datasetAggregate(postgresSearchIndex), feed, { id, command });
  expect([await found('ellermouth'), await found('saltmarsh')]).toEqual([1, 0]);

  const machine = { kind: 'machine', name: 'operator-command-line' } as const;
  const rename = { type: 'describe-organisation', profile: { name: 'Saltmarsh Council' } };
  expect((await door.execute(organisationAggregate, machine, { id: organisation, command: rename })).ok).toBe(true);
  const jobs: ReactionJob[] = [];
  await relayOnce(database, reactions, { add: async (added) => void jobs.push(...added.map(({ job }) => job)) });
  for (const { reaction, announcement } of jobs) {
    const named = reactions.named(reaction);
    if (named) await runReaction(named, announcement, { database, door, clock });
  }
  expect([await found('ellermouth'), await found('saltmarsh')]).toEqual([0, 1]);
});
