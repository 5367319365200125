import { describe, expect, test } from '@jest/globals';
import { anyone, roles, type Actor, type Role } from '#kernel';
import { accessSet, draft, givenDataset, ids, personWith, published, registering, withdrawn } from '#testing/catalogue';
import { golden } from '#testing/golden';
import type { DatasetCommandName } from './commands.ts';
import {
  allowedDatasetCommands,
  datasetRight,
  datasetRights,
  datasetStandings,
  datasetStandingsOf,
  datasetStates,
} from './rights.ts';

const commands = Object.keys(datasetRights) as DatasetCommandName[];

test('the rights to datasets are those of the golden', () => {
  const lines = commands.flatMap((command) =>
    datasetStates.flatMap((state) =>
      datasetStandings.map((standing) => {
        const may = datasetRight(command, state, [standing]) !== undefined;
        return `dataset · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/datasets-rights.txt', text));
});

const { dataset } = givenDataset(...draft());
const owned = givenDataset(...draft(), {
  type: 'dataset-responsibility-assigned',
  facts: { owners: [ids.owner], steward: ids.steward },
}).dataset;
const machine = (name: string, actingFor?: string): Actor => ({
  kind: 'machine',
  name,
  ...(actingFor && { actingFor }),
});
const named = (person: string, ...held: Role[]): Actor => ({ ...personWith(held), person });

describe('standings', () => {
  test.each<[string, Actor, string[]]>([
    ['a visitor', anyone, ['public']],
    ['a stranger with every role elsewhere', personWith(roles, ids.otherOrganisation), ['public']],
    ['a colleague', personWith(['requester']), ['colleague', 'public']],
    ['a steward', personWith(['steward']), ['steward', 'colleague', 'public']],
    ['whoever holds the role of owner, where none is named', personWith(['owner']), ['owner', 'colleague', 'public']],
    ['an administrator', personWith(['administrator']), ['administrator', 'colleague', 'public']],
    ['a signatory', personWith(['signatory', 'siro', 'board-member']), ['colleague', 'public']],
    ['a reading of its source', machine('import', ids.organisation), ['import']],
    ['a reading of another source', machine('import', ids.otherOrganisation), []],
    ['the operator’s command line', machine('operator-command-line'), ['operator']],
    ['another machine', machine('schedule'), []],
    [
      'a member who acts for another organisation',
      { ...personWith(['owner']), actingFor: ids.otherOrganisation },
      ['public'],
    ],
  ])('%s', (_who, actor, expected) => {
    expect(datasetStandingsOf(actor, dataset)).toEqual(expected);
  });

  test('where owners are named, they alone are owners, while they hold the role', () => {
    expect(datasetStandingsOf(named(ids.owner, 'owner'), owned)).toContain('owner');
    expect(datasetStandingsOf(named(ids.otherOwner, 'owner'), owned)).not.toContain('owner');
    expect(datasetStandingsOf(named(ids.owner, 'requester'), owned)).not.toContain('owner');
  });

  test('the named steward is one without the role', () => {
    expect(datasetStandingsOf(named(ids.steward, 'requester'), owned)).toContain('steward');
    expect(datasetStandingsOf(named(ids.otherOwner, 'requester'), owned)).not.toContain('steward');
  });

  test('to a new dataset they come from the organisation it is for', () => {
    expect(datasetStandingsOf(personWith(['steward']), undefined, registering())).toContain('steward');
    expect(datasetStandingsOf(personWith(['steward'], ids.otherOrganisation), undefined, registering())).toEqual([
      'public',
    ]);
  });

  test('to a dataset that is not there nobody is anything, so that it is answered as unseen', () => {
    for (const actor of [anyone, personWith(['owner']), machine('operator-command-line')])
      expect(datasetStandingsOf(actor, undefined, { type: 'publish-dataset' })).toEqual([]);
  });
});

describe('what a page offers', () => {
  const states = {
    draft: dataset,
    published: givenDataset(...draft(), accessSet('open'), published).dataset,
    withdrawn: givenDataset(...draft(), published, withdrawn).dataset,
  };

  test.each(Object.entries(states))('of a %s one is what the door would allow', (state, given) => {
    for (const role of roles) {
      const actor = personWith([role]);
      const standings = datasetStandingsOf(actor, given);
      const byTheDoor = commands.filter((command) => datasetRight(command, given.lifecycle, standings) !== undefined);
      expect({ state, role, allowed: allowedDatasetCommands(actor, given) }).toEqual({
        state,
        role,
        allowed: byTheDoor,
      });
    }
  });

  test('a steward edits and publishes, an owner also says who may have it', () => {
    expect(allowedDatasetCommands(personWith(['steward']), dataset)).toEqual([
      'describe-dataset',
      'publish-dataset',
      'attach-file',
    ]);
    expect(allowedDatasetCommands(personWith(['owner']), states.published)).toEqual([
      'describe-dataset',
      'set-access',
      'set-visibility',
      'assign-responsibility',
      'withdraw-dataset',
      'attach-file',
    ]);
    expect(allowedDatasetCommands(anyone, states.published)).toEqual([]);
  });
});
