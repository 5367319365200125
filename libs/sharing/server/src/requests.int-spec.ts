import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { requestListQuery } from '#sharing/contracts';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { CaseCommands, type CaseCall } from './cases/case-commands.ts';
import { composeSharing, type Sharing } from './compose-sharing.ts';
import { Drafts } from './drafts/index.ts';
import { RequestCommands } from './requests/request-commands.ts';
import { Requests } from './requests.ts';

const day = 24 * 3_600_000;

interface Asked {
  readonly request: string;
  readonly id: string;
}

let spec: TestDatabase;
let town: Town;
let sharing: Sharing;
let drafts: Drafts;
let commands: RequestCommands;
let cases: CaseCommands;
let requests: Requests;
let council: string;
let firm: string;
let people: Record<'asker' | 'steward' | 'owner' | 'siro', string>;

beforeAll(async () => {
  spec = await testDatabase();
  const clock = { now: () => town.clock.now() };
  sharing = composeSharing(clock);
  town = new Town(spec.database);
  drafts = new Drafts(spec.database, clock, { remove: async () => undefined });
  commands = new RequestCommands(town.door, clock, sharing, sharing.sources);
  cases = new CaseCommands(spec.database, town.door, sharing);
  requests = new Requests(spec.database, sharing.sources);
});
afterAll(() => spec.close());

beforeEach(async () => {
  council = await town.organisation('Exchester City Council');
  firm = await town.organisation('Step-free Routes');
  people = {
    asker: await town.person('Ada', [firm]),
    steward: await town.person('Stew', [council, 'steward']),
    owner: await town.person('Olu', [council, 'owner']),
    siro: await town.person('Sid', [council, 'siro']),
  };
});

/** A request that was submitted, and its case at the council. */
async function submitted(title: string, dataset: string, answers: object = {}): Promise<Asked> {
  const actor = await town.actor(people.asker, firm);
  const begun = await drafts.begin(actor, { datasets: [dataset] });
  if (!begun.ok) throw new Error(begun.refusals[0]?.message);
  const request = begun.value.id;
  const all = { title, summary: 'For the city.', personal: false, 'publication-understood': true, truthful: true };
  const basket = [{ dataset, columns: [], whole: true }];
  await drafts.save(actor, request, { draftRevision: 1, basket, answers: { ...all, ...answers } });
  const done = await commands.submit({ actor }, request, { revision: 0, draftRevision: 2, declaration: true });
  if (!done.ok) throw new Error(done.refusals.map(({ message }) => message).join(' '));
  const [row] = await spec.database.rows<{ id: string }>('select id from sharing_case where request = $1', [request]);
  return { request, id: row?.id ?? '' };
}

async function give(who: keyof typeof people, { request, id }: Asked, name: string, body: object) {
  const actor = await town.actor(people[who], council);
  const [row] = await spec.database.rows<{ revision: number }>('select revision from sharing_case where id = $1', [id]);
  const call = { giver: { actor }, request, case: id, name, body: { revision: row?.revision, ...body } };
  const outcome = await cases.give(call as CaseCall);
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
}

async function decided(title: string, dataset: string, answers: object = {}): Promise<Asked> {
  const at = await submitted(title, dataset, answers);
  await give('steward', at, 'validate', { regime: 're-use' });
  const datasets = [{ dataset, outcome: 'approved', columns: [] }];
  const words = { reasons: `Why ${title} serves the city.`, conditions: [], codes: {}, words: {} };
  await give('owner', at, 'decide', { task: 'decide:1', datasets, ...words });
  town.clock.forward(day);
  return at;
}

const viewed = async (who: keyof typeof people, { request, id }: Asked) =>
  requests.viewCase(await town.actor(people[who], council), request, id);

describe('the review screen', () => {
  test('shows decisions about the same data first, then those for the same purpose, the newest first', async () => {
    const [kerbs, trees] = [await town.dataset(council, 'Kerbs'), await town.dataset(council, 'Trees')];
    await decided('Old kerbs', kerbs, { 'purpose-class': 'research' });
    await decided('Trees for research', trees, { 'purpose-class': 'research' });
    await decided('Trees for a product', trees, { 'purpose-class': 'product' });
    await decided('New kerbs', kerbs);
    const view = await viewed('owner', await submitted('This one', kerbs, { 'purpose-class': 'research' }));
    expect(view?.precedents.map(({ title, why }) => [title, why])).toEqual([
      ['New kerbs', 'The same data'],
      ['Old kerbs', 'The same data'],
      ['Trees for research', 'The same class of purpose'],
    ]);
    expect(view?.precedents[0]).toMatchObject({
      requester: 'Step-free Routes',
      outcome: { code: 'approved' },
      reasons: 'Why New kerbs serves the city.',
    });
  });

  test('names what others offer, to those who may pass the case on', async () => {
    const [grid, alder] = [await town.organisation('Grid'), await town.organisation('Alder Water')];
    for (const [organisation, title] of [
      [grid, 'Poles'],
      [grid, 'cables'],
      [alder, 'Pipes'],
    ] as const)
      await town.dataset(organisation, title);
    await town.dataset(grid, 'Open poles', { access: 'open' });
    await town.dataset(grid, 'Secret poles', { visibility: 'organisation' });
    const at = await submitted('Kerbs please', await town.dataset(council, 'Kerbs'));
    const offered = (view: Awaited<ReturnType<typeof viewed>>) =>
      view?.elsewhere
        .filter(({ organisation }) => [grid, alder].includes(organisation.id))
        .map(({ organisation, datasets }) => [organisation.name, ...datasets.map(({ title }) => title)]);
    const forSteward = await viewed('steward', at);
    expect(offered(forSteward)).toEqual([
      ['Alder Water', 'Pipes'],
      ['Grid', 'cables', 'Poles'],
    ]);
    expect(forSteward?.elsewhere.map(({ organisation }) => organisation.id)).not.toContain(council);
    await town.dataset(alder, 'Meters');
    expect(offered(await viewed('owner', at))).toContainEqual(['Alder Water', 'Meters', 'Pipes']);
    const done = await decided('Given', await town.dataset(council, 'Streets'));
    expect((await viewed('owner', done))?.elsewhere).toEqual([]);
  });
});

test('the list has what waits for an answer first, then the newest, with each state counted', async () => {
  const kerbs = await town.dataset(council, 'Kerbs');
  const asking = await town.actor(people.asker, firm);
  const returned = await submitted('Returned', kerbs);
  await give('steward', returned, 'return', {
    comments: [{ question: 'summary', text: 'Which?' }],
    cannotIdentify: false,
  });
  town.clock.forward(day);
  await decided('Decided', kerbs);
  await submitted('Waiting', kerbs);
  town.clock.forward(day);
  await drafts.begin(asking, { datasets: [kerbs], title: 'Begun' });
  const colleague = await town.actor(await town.person('Cal', [firm]), firm);
  const listed = async (actor: typeof asking, query: object = {}) => {
    const list = await requests.list(actor, requestListQuery.parse(query));
    return [list.items.map(({ title }) => title), list.total, Object.values(list.counts)];
  };
  expect(await listed(asking)).toEqual([['Returned', 'Begun', 'Waiting', 'Decided'], 4, [1, 2, 1, 0]]);
  expect(await listed(colleague)).toEqual([['Returned', 'Waiting', 'Decided'], 3, [0, 2, 1, 0]]);
  expect(await listed(asking, { state: 'submitted' })).toEqual([['Returned', 'Waiting'], 2, [1, 2, 1, 0]]);
  expect(await listed(await town.actor(people.siro, council))).toEqual([[], 0, [0, 0, 0, 0]]);
});

describe('who belongs to both organisations', () => {
  test('does not decide: whoever is next in order does', async () => {
    const kerbs = await town.dataset(council, 'Kerbs');
    await town.member(people.owner, firm, 'requester');
    const at = await submitted('Both', kerbs);
    await give('steward', at, 'validate', { regime: 're-use' });
    const view = await viewed('siro', at);
    expect(view?.tasks.find(({ kind }) => kind.code === 'decide')).toMatchObject({ mine: true });
    expect(view?.tasks.find(({ kind }) => kind.code === 'decide')?.holder).toContain('SIRO');
  });
});
