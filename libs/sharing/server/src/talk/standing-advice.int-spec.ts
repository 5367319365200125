import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anyone, localDate, type Outcome } from '#kernel';
import { replay, type Done } from '#ledger/server';
import type { GiveStandingAdviceBody } from '#sharing/contracts';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { StandingAdviceCommands } from './standing-advice-commands.ts';
import { standingAdviceOf } from './standing-advice-of.ts';
import { talkAggregates } from './index.ts';
import { viewStandingAdvice } from './view-standing-advice.ts';

const day = 24 * 60 * 60 * 1000;

let files: TestDatabase;
let town: Town;
let commands: StandingAdviceCommands;
beforeAll(async () => {
  files = await testDatabase();
  town = new Town(files.database);
  commands = new StandingAdviceCommands(town.door, town.clock);
});
afterAll(() => files.close());

let council: string;
let adviser: string;
let dataset: string;
beforeEach(async () => {
  council = await town.organisation('Exchester City Council');
  adviser = await town.person('Dee Dee', [council, 'adviser:data-protection']);
  dataset = await town.dataset(council, 'Street trees');
});

const today = () => localDate(town.clock.now().toISOString());
const codes = (outcome: Outcome<Done>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
const advice = (more: Partial<GiveStandingAdviceBody> = {}): GiveStandingAdviceBody => ({
  ...{ actingFor: council, label: 'data-protection', verdict: 'support', lane: 'B', until: today() },
  ...{ text: 'Fine where nobody is named.', ...more },
});
const give = async (more: Partial<GiveStandingAdviceBody> = {}, who = adviser) =>
  commands.give({ actor: await town.actor(who, council) }, council, advice(more));
async function given(more: Partial<GiveStandingAdviceBody> = {}): Promise<string> {
  const outcome = await give(more);
  if (!outcome.ok) throw new Error(codes(outcome).join(' '));
  return outcome.value.id;
}
const usedAdvice = async () => (await standingAdviceOf(files.database, [council], today())).get(council) ?? [];
const used = async () => (await usedAdvice()).map(({ id }) => id);
const view = async (who: string, reference = council) =>
  viewStandingAdvice(files.database, { actor: await town.actor(who), today: today() }, reference);
const statesSeen = async () => (await view(adviser))?.items.map(({ state }) => state.code);

describe('standing advice', () => {
  test('is used in the shape that cases take, until its last day', async () => {
    const id = await given({ datasets: [dataset], purposeClasses: ['research'] });
    expect(await usedAdvice()).toEqual([
      {
        ...{ id, label: 'data-protection', verdict: 'support', by: adviser, until: today(), lane: 'B' },
        ...{ datasets: [dataset], purposeClasses: ['research'], text: 'Fine where nobody is named.' },
      },
    ]);
    town.clock.forward(day);
    expect([await used(), await statesSeen()]).toEqual([[], ['past']]);
  });

  test('is shown to members with what each may do about it', async () => {
    const id = await given({ datasets: [dataset] });
    const administrator = await town.person('Adam', [council, 'administrator']);
    const colleague = await town.person('Cal', [council]);
    expect(await view(adviser)).toMatchObject({
      items: [
        {
          ...{ id, revision: 1, label: { label: 'data protection' }, by: { name: 'Dee Dee' }, from: today() },
          ...{ datasets: [{ id: dataset, title: 'Street trees' }], allowedCommands: ['end'] },
          ...{ state: { code: 'used', label: 'Used now' }, verdict: { code: 'support' }, lane: { code: 'B' } },
        },
      ],
      mayGive: [{ code: 'data-protection' }],
      datasets: [{ id: dataset, title: 'Street trees' }],
    });
    const offers = async (who: string) => {
      const seen = await view(who);
      return [seen?.items.map(({ allowedCommands }) => allowedCommands), seen?.mayGive, seen?.datasets];
    };
    expect(await offers(administrator)).toEqual([[['end']], [], []]);
    expect(await offers(colleague)).toEqual([[[]], [], []]);
    const stranger = await town.person('Eve', [await town.organisation('Elsewhere'), 'administrator']);
    expect(await view(stranger)).toBeUndefined();
    expect(await viewStandingAdvice(files.database, { actor: anyone, today: today() }, council)).toBeUndefined();
    expect(await view(stranger, 'no-such-organisation')).toBeUndefined();
  });

  test('is found by the address of the organisation’s page', async () => {
    const actor = await town.actor(adviser);
    expect((await view(adviser, actor.memberships[0]?.organisationSlug ?? ''))?.items).toEqual([]);
  });

  test('is used no more when it is ended, or when its giver has left', async () => {
    const id = await given();
    const end = async (who: string, revision = 1) =>
      codes(await commands.end({ actor: await town.actor(who, council) }, id, { revision, actingFor: council }));
    const other = await town.person('Lea', [council, 'adviser:legal']);
    expect(await end(other)).toEqual(['ledger.not-allowed']);
    expect(await end(adviser, 7)).toEqual(['ledger.stale']);
    expect(await end(adviser)).toEqual([]);
    expect([await used(), await statesSeen()]).toEqual([[], ['ended']]);
    expect(await end(adviser, 2)).toEqual(['ledger.not-allowed']);

    town.clock.forward(1000);
    const leaver = await town.person('Len');
    const membership = await town.member(leaver, council, 'adviser:legal');
    const left = await give({ label: 'legal' }, leaver);
    expect(await used()).toEqual([left.ok && left.value.id]);
    await town.leave(membership);
    expect([await used(), await statesSeen()]).toEqual([[], ['left', 'ended']]);
  });

  test('is given by an adviser of its label alone, for the organisation’s own datasets', async () => {
    const elsewhere = await town.organisation('Elsewhere');
    const theirs = await town.dataset(elsewhere, 'Buses');
    expect(codes(await give({ label: 'legal' }))).toEqual(['ledger.not-allowed']);
    expect(codes(await give({ datasets: [theirs] }))).toEqual(['sharing.dataset-of-others']);
    const stranger = await town.person('Eve', [elsewhere, 'adviser:data-protection']);
    const actor = await town.actor(stranger, elsewhere);
    expect(codes(await commands.give({ actor }, council, advice({ actingFor: elsewhere })))).toEqual(['ledger.unseen']);
    expect(codes(await commands.give({ actor }, 'exchester', advice()))).toEqual(['ledger.unseen']);
    expect(codes(await commands.end({ actor }, await given(), { revision: 1, actingFor: elsewhere }))).toEqual([
      'ledger.unseen',
    ]);
    expect(codes(await commands.end({ actor }, 'x', { revision: 1, actingFor: elsewhere }))).toEqual(['ledger.unseen']);
  });

  test('is given once under a client’s key', async () => {
    const giver = { actor: await town.actor(adviser, council), idempotencyKey: `give-${council}` };
    const first = await commands.give(giver, council, advice());
    expect(await commands.give(giver, council, advice())).toEqual(first);
    expect(await used()).toHaveLength(1);
  });
});

test('the ledger holds what the rows say', async () => {
  await given();
  expect(await replay(files.database, talkAggregates)).toMatchObject({ findings: [] });
});
