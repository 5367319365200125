import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { replay } from '#ledger/server';
import { membershipAggregate, organisationAggregate } from '#organisations/server';
import type { Case, SharingRequest } from '#sharing/domain';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { CaseCommands } from '../cases/case-commands.ts';
import { composeSharing, type Sharing } from '../compose-sharing.ts';
import { Drafts } from '../drafts/index.ts';
import { RequestCommands } from './request-commands.ts';

const answers = {
  title: 'Dropped kerbs',
  summary: 'Step-free routes.',
  personal: false,
  'publication-understood': true,
  truthful: true,
};

let spec: TestDatabase;
let town: Town;
let sharing: Sharing;
let requests: RequestCommands;
let cases: CaseCommands;
let council: string;
let people: Record<'asker' | 'steward' | 'owner' | 'deputy', string>;
let request: string;

beforeAll(async () => {
  spec = await testDatabase();
  const clock = { now: () => town.clock.now() };
  sharing = composeSharing(clock);
  town = new Town(spec.database, sharing.reactions);
  const drafts = new Drafts(spec.database, clock, { remove: async () => undefined });
  requests = new RequestCommands(town.door, clock, sharing, sharing.sources);
  cases = new CaseCommands(spec.database, town.door, sharing);
  council = await town.organisation('Exchester City Council');
  people = {
    asker: await town.person('Ada', [council]),
    steward: await town.person('Stew', [council, 'steward']),
    owner: await town.person('Olu', [council, 'owner']),
    deputy: await town.person('Dan'),
  };
  // The request comes from the organisation as a whole: who decides is of a unit.
  const unit = town.newId();
  await town.give(organisationAggregate, council, { type: 'add-unit', ...{ unit, name: 'Roads' } });
  const membership = { person: people.deputy, organisation: council, unit, roles: ['owner'] };
  const id = town.newId();
  await town.give(membershipAggregate, id, { type: 'grant-membership', ...{ id, ...membership } });
  const dataset = await town.dataset(council, 'Kerbs of the city');
  await town.follow();
  const actor = await town.actor(people.asker, council);
  const begun = await drafts.begin(actor, { datasets: [dataset] });
  request = begun.ok ? begun.value.id : '';
  await drafts.save(actor, request, { draftRevision: 1, basket: [{ dataset, columns: [], whole: true }], answers });
  const done = await requests.submit({ actor }, request, { revision: 0, draftRevision: 2, declaration: true });
  expect(done.ok).toBe(true);
  await town.follow();
});
afterAll(() => spec.close());

async function stored() {
  const [row] = await spec.database.rows<{
    id: string;
    state: Case;
    asked: SharingRequest;
    at: number;
    asked_at: number;
  }>(
    `select found.id, found.state, request.state as asked, found.revision as at, request.revision as asked_at
     from sharing_case found join sharing_request request on request.id = found.request where request.id = $1`,
    [request],
  );
  if (!row) throw new Error('There is no such case');
  return row;
}

const refuse = async (who: string) => {
  const { id, at: revision } = await stored();
  const body = { revision, ground: 'other', reasons: 'Not here.' };
  const actor = await town.actor(who, council);
  const call = { giver: { actor }, request, case: id, name: 'refuse', body };
  return cases.give(call as Parameters<CaseCommands['give']>[0]);
};

const takeOver = async (who: string) =>
  requests.takeOver({ actor: await town.actor(who, council) }, request, (await stored()).asked_at);

test('whoever takes a request over asks from then on, in its cases too, and decides on none of it', async () => {
  expect((await takeOver(people.owner)).ok).toBe(true);
  const { state, asked } = await stored();
  expect(asked.holder).toBe(people.owner);
  expect(state.asker).toMatchObject({ person: people.owner, people: [people.asker, people.owner] });
  const refused = await refuse(people.owner);
  expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'sharing.own-request' }] });
});

test('whoever decided on it never takes it over, and nothing of that remains', async () => {
  const { id } = await stored();
  expect((await refuse(people.deputy)).ok).toBe(true);
  const outcome = await takeOver(people.deputy);
  expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'sharing.decided-on-it' }] });
  const { asked, state } = await stored();
  expect([asked.holder, state.asker.person]).toEqual([people.owner, people.owner]);
  expect(state).toMatchObject({ id, state: 'decided', decidedBy: people.deputy });
  const report = await replay(spec.database, [sharing.cases, sharing.requests]);
  expect(report.findings).toEqual([]);
});
