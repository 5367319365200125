import { describe, expect, test } from '@jest/globals';
import {
  answer,
  askAdvice,
  asker,
  CaseStory,
  ids,
  kerbs,
  knownFacts,
  office,
  officer,
  people,
  raise,
  refusalsOf,
  returned,
  streets,
  validate,
} from '#testing/sharing';
import type { CaseDataset } from './case.ts';
import type { DatasetToday } from './facts.ts';

const [kerbsToday, streetsToday] = knownFacts.datasets as readonly [DatasetToday, DatasetToday];
const described = { ...kerbs, columns: [], described: true };
const whole = { ...kerbs, columns: [], whole: true };

describe('opening a case', () => {
  test('begins its route with the check, kept by whoever has the post, with the target of the stage', () => {
    const { subject } = CaseStory.opened();
    expect(subject).toMatchObject({
      ...{ state: 'open', stage: 'validate', lane: 'A', target: 20, arrivedOn: '2026-11-23', boards: [ids.board] },
      route: { id: 'default', version: 1 },
      datasets: [{ ...kerbs, owners: [people.olu] }],
    });
    expect(subject.tasks).toEqual([
      { id: 'validate', kind: 'validate', roles: ['steward'], state: 'open', due: '2026-11-25' },
    ]);
    expect(subject.legalFrom).toBeUndefined();
  });

  test.each<[string, Partial<DatasetToday>]>([
    ['is not offered', { requestable: false }],
    ['is of another organisation', { organisation: ids.grid }],
    ['is gone', { dataset: ids.unknown }],
  ])('a dataset that %s cannot be asked for', (_, more) => {
    expect(refusalsOf(CaseStory.opening({}, { datasets: [{ ...kerbsToday, ...more }] }))).toEqual([
      ['sharing.dataset-not-requestable', `basket.${ids.kerbs}`],
    ]);
  });

  test('nothing can be asked for by asking for nothing', () => {
    expect(refusalsOf(CaseStory.opening({ datasets: [] }))).toEqual([['sharing.dataset-missing', 'basket']]);
  });

  test.each<[string, Partial<CaseDataset>, string, string]>([
    ['the answers', {}, 'B', 'B'],
    ['a column', { columns: [ids.ward, ids.postcode] }, 'A', 'B'],
    ['the most sensitive column', { columns: [ids.postcode, ids.health] }, 'B', 'C'],
  ])('its lane is the highest: here by %s', (_, more, lane, expected) => {
    const datasets = [{ ...kerbs, ...more }];
    expect(CaseStory.opened({ datasets, lane: lane as 'A' }).subject.lane).toBe(expected);
  });

  test('where no columns are named yet, the dataset as a whole gives the lane', () => {
    const datasets = [{ ...kerbsToday, lane: 'C' as const }, streetsToday];
    expect(CaseStory.opened({ datasets: [described] }, { datasets }).subject.lane).toBe('C');
  });

  test('one that follows another keeps its date of receipt for the law, and has a target of its own', () => {
    const { subject } = CaseStory.opened({ arrivedOn: '2026-11-02' }).then(office.steward, validate({ regime: 'foi' }));
    expect(subject).toMatchObject({ arrivedOn: '2026-11-23', legalFrom: '2026-11-02', legalDeadline: '2026-12-01' });
  });
});

describe('whoever checks', () => {
  test.each([
    [['steward', 'owner', 'siro', 'administrator'], 'steward'],
    [['owner', 'siro', 'administrator'], 'owner'],
    [['siro', 'administrator', 'legal'], 'siro'],
    [['administrator', 'legal', 'signatory'], 'administrator'],
  ] as const)('of %j is the %s', (posts, expected) => {
    const officers = posts.map((post) => office[post]);
    const story = CaseStory.opened({}, { officers });
    expect(story.subject.tasks[0]?.roles).toEqual([expected]);
    expect(story.no(office[expected], validate())).toEqual([]);
    for (const post of posts.filter((one) => one !== expected)) {
      const code = post === 'legal' || post === 'signatory' ? 'ledger.not-allowed' : 'sharing.not-your-task';
      expect(story.no(office[post], validate())).toEqual([[code, undefined]]);
    }
  });

  test('an owner fills in who owns some of it, not one of other data', () => {
    const story = CaseStory.opened({ datasets: [kerbs, streets] }, { officers: [office.owner, office.administrator] });
    expect(story.no(office.owner, validate())).toEqual([]);
    const other = officer(people.max, ['owner']);
    expect(CaseStory.opened({}, { officers: [other, office.administrator] }).subject.tasks[0]?.roles).toEqual([
      'administrator',
    ]);
  });
});

describe('checking that it is complete', () => {
  const story = CaseStory.opened();

  test('puts the law on record with its deadline, and the next stage begins', () => {
    const { subject } = story.then(office.steward, validate());
    expect(subject).toMatchObject({ regime: 're-use', legalDeadline: '2026-12-22', stage: 'decide' });
    expect(subject.tasks).toMatchObject([
      { id: 'validate', state: 'done' },
      { id: 'decide:1', state: 'open', roles: ['owner'], datasets: [ids.kerbs], due: '2026-11-30' },
    ]);
  });

  test('under no law there is no deadline', () => {
    const { subject } = story.then(office.steward, validate({ regime: 'none' }));
    expect(subject.legalDeadline).toBeUndefined();
  });

  test('is done once', () => {
    const after = story.then(office.steward, validate());
    expect(after.no(office.steward, validate())).toEqual([['sharing.task-not-open', undefined]]);
  });

  test('may raise the lane, and lowers none', () => {
    expect(story.then(office.steward, validate({ lane: 'C' })).subject).toMatchObject({ lane: 'C', stage: 'advise' });
    const sensitive = CaseStory.opened({ lane: 'B' });
    expect(sensitive.no(office.steward, validate({ lane: 'A' }))).toEqual([['sharing.lane-lowered', 'lane']]);
    expect(sensitive.no(office.steward, validate({ lane: 'B' }))).toEqual([]);
  });
});

describe('fields described in words', () => {
  const story = CaseStory.opened({ datasets: [described] });
  const turn = (...columns: string[]) => validate({ columns: [{ dataset: ids.kerbs, columns }] });

  test('must become columns of the dataset', () => {
    const field = `columns.${ids.kerbs}`;
    expect(story.no(office.steward, validate())).toEqual([['sharing.columns-described', field]]);
    expect(story.no(office.steward, turn())).toEqual([['sharing.columns-described', field]]);
    expect(story.no(office.steward, turn(ids.unknown))).toEqual([['sharing.column-unknown', field]]);
    expect(story.then(office.steward, turn(ids.width)).subject.datasets).toEqual([
      { ...kerbs, columns: [ids.width], owners: [people.olu] },
    ]);
  });

  test('raise the lane where their columns are about people', () => {
    expect(story.then(office.steward, turn(ids.health)).subject).toMatchObject({ lane: 'C', stage: 'advise' });
  });

  test('of a dataset that the request does not ask for are none', () => {
    const command = validate({ columns: [{ dataset: ids.streets, columns: [ids.name] }] });
    expect(CaseStory.opened().no(office.steward, command)).toEqual([
      ['sharing.dataset-not-asked', `columns.${ids.streets}`],
    ]);
  });

  test('come to the whole of a dataset that lists no columns', () => {
    const bare = { datasets: [{ ...kerbsToday, columns: [] }] };
    const story = CaseStory.opened({ datasets: [described] }, bare);
    const { subject } = story.then(office.steward, validate({ whole: [ids.kerbs] }));
    expect(subject.datasets).toMatchObject([{ columns: [], whole: true, described: false }]);
  });

  test('never come to the whole of one that lists columns; choosing some of them takes its place', () => {
    const story = CaseStory.opened({ datasets: [whole] });
    expect(story.no(office.steward, validate())).toEqual([['sharing.whole-with-columns', `columns.${ids.kerbs}`]]);
    expect(story.then(office.steward, turn(ids.width)).subject.datasets).toMatchObject([
      { columns: [ids.width], whole: false },
    ]);
  });

  test('that come with a new submission are turned into columns again before anybody decides', () => {
    const deciding = story.then(office.steward, turn(ids.width)).then(office.owner, returned());
    const { subject } = deciding.then(asker, answer({ datasets: [described] }));
    expect(subject).toMatchObject({ state: 'open', stage: 'validate' });
    expect(subject.tasks.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual([
      ...['decide:1', 'validate:2'],
    ]);
    const again = deciding.then(asker, answer({ datasets: [described] })).then(office.steward, turn(ids.ward));
    expect(again.subject).toMatchObject({ stage: 'decide', datasets: [{ columns: [ids.ward], described: false }] });
  });
});

describe('a dataset that changes while its case is open', () => {
  test('closes no case: columns that are gone keep nobody from going on', () => {
    const later = CaseStory.opened().knowing({ datasets: [] });
    expect(later.then(office.steward, validate()).subject).toMatchObject({ stage: 'decide' });
  });

  test('withdrawn, it is still decided about, and answered for', () => {
    const gone = [{ ...kerbsToday, requestable: false }];
    const story = CaseStory.opened().then(office.steward, returned()).knowing({ datasets: gone });
    expect(story.then(asker, answer()).subject).toMatchObject({ state: 'open', datasets: [kerbs] });
  });

  test('that begins to list columns is decided about by column', () => {
    const bare = { datasets: [{ ...kerbsToday, columns: [] }] };
    const story = CaseStory.opened({ datasets: [whole] }, bare).knowing({ datasets: knownFacts.datasets });
    const turned = validate({ columns: [{ dataset: ids.kerbs, columns: [ids.ward] }] });
    expect(story.no(office.steward, validate())).toEqual([['sharing.whole-with-columns', `columns.${ids.kerbs}`]]);
    expect(story.no(office.steward, turned)).toEqual([]);
  });
});

describe('the regime', () => {
  test('chosen anew clears the deadline of the one before', () => {
    const story = CaseStory.opened({ datasets: [{ ...kerbs, described: false }] })
      .then(office.steward, validate({ regime: 'foi' }))
      .then(office.owner, returned())
      .then(asker, answer({ datasets: [described] }));
    expect(story.subject.legalDeadline).toBe('2026-12-22');
    const columns = [{ dataset: ids.kerbs, columns: [ids.ward] }];
    expect(story.then(office.steward, validate({ regime: 'none', columns })).subject.legalDeadline).toBeUndefined();
  });
});

test('nothing is asked or raised by those who have no part in the office', () => {
  const story = CaseStory.opened();
  expect(story.no(asker, raise('B'))).toEqual([['ledger.not-allowed', undefined]]);
  expect(story.no(office.colleague, askAdvice('legal'))).toEqual([['ledger.unseen', undefined]]);
});
