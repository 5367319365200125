import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anyone, type Actor, type Outcome } from '#kernel';
import { replay, type Done } from '#ledger/server';
import { maySeeQuestion, type DatasetQuestion } from '#sharing/domain';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { QuestionCommands } from './question-commands.ts';
import { questionAudience } from './question-rows.ts';
import { questionOf, questionsAbout } from './questions-about.ts';
import { talkAggregates, talkReactions } from './index.ts';

let files: TestDatabase;
let town: Town;
let commands: QuestionCommands;
let council: string;
let bus: string;
let dataset: string;
const people: Record<string, string> = {};

beforeAll(async () => {
  files = await testDatabase();
  town = new Town(files.database, talkReactions);
  commands = new QuestionCommands(town.door, town.clock);
  council = await town.organisation('Exchester City Council');
  bus = await town.organisation('Exchester Buses');
  const firm = await town.organisation('Acorn Ltd');
  people['asker'] = await town.person('Ann Asker', [firm]);
  people['steward'] = await town.person('Sue Steward', [council, 'steward']);
  people['administrator'] = await town.person('Adam Admin', [council, 'administrator']);
  people['colleague'] = await town.person('Cal Colleague', [council]);
  people['driver'] = await town.person('Bea Bus', [bus, 'owner']);
  dataset = await town.dataset(council, 'Street trees');
});
afterAll(() => files.close());

const as = (who: string, actingFor?: string) => town.actor(people[who] ?? '', actingFor);
const codes = (outcome: Outcome<Done>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));
function idOf(outcome: Outcome<Done>): string {
  if (!outcome.ok) throw new Error(codes(outcome).join(' '));
  return outcome.value.id;
}
/** A second after whatever was before: what comes at one instant has no order. */
async function ask(text = 'Which trees?', who = 'asker', about = dataset): Promise<Outcome<Done>> {
  town.clock.forward(1000);
  return commands.ask({ actor: await as(who) }, about, { text });
}
const list = (actor: Actor, about = dataset, after?: string, size = 50) =>
  questionsAbout(files.database, actor, about, { size, ...(after === undefined ? {} : { after }) });
const seen = async (actor: Actor, about = dataset) => (await list(actor, about))?.items.map(({ id }) => id);
const answer = async (id: string, revision: number, more: { publish?: boolean; who?: string; for?: string } = {}) =>
  commands.answer({ actor: await as(more.who ?? 'steward', more.for ?? council) }, id, {
    ...{ revision, text: 'All of them.', publish: more.publish ?? true, actingFor: more.for ?? council },
  });

describe('a question', () => {
  test('is answered and published; everybody reads it, and nobody reads who asked', async () => {
    const about = await town.dataset(council, 'Benches');
    const id = idOf(await ask('How many?', 'asker', about));
    expect([await seen(await as('asker'), about), await seen(await as('steward'), about)]).toEqual([[id], [id]]);
    expect([await seen(anyone, about), await seen(await as('colleague'), about)]).toEqual([[], []]);
    expect((await list(await as('steward'), about))?.items[0]).toMatchObject({
      ...{ text: 'How many?', mine: false, actFor: council, allowedCommands: ['answer', 'pass-on', 'close'] },
      ...{ asker: { name: 'Ann Asker' }, state: { code: 'asked' }, published: false },
    });
    await town.follow();
    expect(await town.toldTo(people['steward'] ?? '')).toEqual(['? A question about “Benches” waits for an answer.']);

    expect(idOf(await answer(id, 1))).toBe(id);
    await town.follow();
    expect(await town.toldTo(people['steward'] ?? '')).toEqual(['✓ A question about “Benches” waits for an answer.']);
    expect(await town.toldTo(people['asker'] ?? '')).toEqual([
      'Exchester City Council answered your question about “Benches”.',
    ]);
    const [published] = (await list(anyone, about))?.items ?? [];
    expect(published).toMatchObject({ text: 'How many?', answer: { text: 'All of them.' }, allowedCommands: [] });
    expect(JSON.stringify(published)).not.toMatch(/Ann|Acorn|asker/);

    const steward = await as('steward', council);
    expect(codes(await commands.unpublish({ actor: steward }, id, { revision: 2, actingFor: council }))).toEqual([]);
    expect(await seen(anyone, about)).toEqual([]);
    expect((await list(await as('asker'), about))?.items[0]).toMatchObject({
      answer: { text: 'All of them.' },
      mine: true,
    });
  });

  test('that is passed on waits there, and here no more', async () => {
    const about = await town.dataset(council, 'Bus stops');
    const id = idOf(await ask('Which have shelters?', 'asker', about));
    await town.follow();
    const steward = await as('steward', council);
    const passOn = (organisation: string, revision = 1) =>
      commands.passOn({ actor: steward }, id, { revision, organisation, reason: 'Theirs.', actingFor: council });
    expect(codes(await passOn(await town.organisation('Nobody', 'unclaimed')))).toEqual([
      'sharing.organisation-unknown',
    ]);
    expect(codes(await passOn(await town.organisation('Empty')))).toEqual(['sharing.nobody-answers']);
    expect(idOf(await passOn(bus))).toBe(id);
    await town.follow();
    expect((await town.toldTo(people['steward'] ?? '')).at(-1)).toBe(
      '✓ A question about “Bus stops” waits for an answer.',
    );
    expect(await town.toldTo(people['driver'] ?? '')).toEqual([
      '? Exchester City Council passed on to you a question about “Bus stops”.',
    ]);
    expect((await town.toldTo(people['asker'] ?? '')).at(-1)).toBe(
      'Your question about “Bus stops” was passed on to Exchester Buses.',
    );
    expect(codes(await answer(id, 2))).toEqual(['ledger.not-allowed']);
    expect((await list(await as('driver'), about))?.items[0]).toMatchObject({
      ...{ passedOn: { by: { name: 'Exchester City Council' }, reason: 'Theirs.' }, actFor: bus },
    });
    expect(idOf(await answer(id, 2, { who: 'driver', for: bus }))).toBe(id);
    expect((await list(await as('steward'), about))?.items[0]).toMatchObject({
      ...{ allowedCommands: ['unpublish'], actFor: council, organisation: { name: 'Exchester Buses' } },
    });
  });

  test('is taken back without a word to anybody, and closed with one to its asker', async () => {
    const about = await town.dataset(council, 'Bins');
    const [first, second] = [idOf(await ask('One?', 'asker', about)), idOf(await ask('Two?', 'asker', about))];
    await town.follow();
    expect(codes(await commands.close({ actor: await as('asker') }, first, { revision: 1 }))).toEqual([]);
    const steward = await as('steward', council);
    const close = { revision: 1, reason: 'Not about bins.', actingFor: council };
    expect(codes(await commands.close({ actor: steward }, second, close))).toEqual([]);
    await town.follow();
    const told = async (who: string) =>
      (await town.toldTo(people[who] ?? '')).filter((sentence) => sentence.includes('Bins'));
    expect((await told('steward')).map((sentence) => sentence[0])).toEqual(['✓', '✓']);
    expect(await told('asker')).toEqual([
      'Exchester City Council closed your question about “Bins” without an answer.',
    ]);
    expect((await list(await as('asker'), about))?.items.map(({ closed }) => closed)).toEqual([
      { takenBack: false, reason: 'Not about bins.' },
      { takenBack: true },
    ]);
  });

  test('finds an administrator where nobody else could answer', async () => {
    const small = await town.organisation('Small Parish');
    const about = await town.dataset(small, 'Graves');
    const clerk = await town.person('Clara Clerk', [small, 'administrator']);
    idOf(await ask('How old?', 'asker', about));
    await town.follow();
    expect(await town.toldTo(clerk)).toEqual(['? A question about “Graves” waits for an answer.']);
  });

  test('that was answered before anybody was asked asks nobody', async () => {
    const about = await town.dataset(council, 'Kerbs');
    const id = idOf(await ask('Dropped?', 'asker', about));
    expect(idOf(await answer(id, 1, { publish: false }))).toBe(id);
    await town.follow();
    expect((await town.toldTo(people['steward'] ?? '')).filter((sentence) => sentence.includes('Kerbs'))).toEqual([]);
  });
});

describe('who may not', () => {
  test('ask about what they may not see, what is withdrawn, or whom nobody speaks for', async () => {
    const hidden = await town.dataset(council, 'Hidden', { visibility: 'organisation' });
    expect(codes(await ask('What?', 'asker', hidden))).toEqual(['ledger.unseen']);
    expect(codes(await ask('What?', 'colleague', hidden))).toEqual([]);
    expect(await list(await as('asker'), hidden)).toBeUndefined();
    expect(codes(await ask('What?', 'asker', town.newId()))).toEqual(['ledger.unseen']);
    expect(codes(await ask('What?', 'asker', 'street-trees'))).toEqual(['ledger.unseen']);
    const gone = await town.dataset(council, 'Gone');
    await town.withdraw(gone);
    expect(codes(await ask('What?', 'asker', gone))).toEqual(['sharing.dataset-not-published']);
    const unclaimed = await town.dataset(await town.organisation('Far Water', 'unclaimed'), 'Pipes');
    expect(codes(await ask('What?', 'asker', unclaimed))).toEqual(['sharing.publisher-unclaimed']);
    expect(await list(await as('asker'), unclaimed)).toMatchObject({
      ...{ mayAsk: false, bar: { code: 'sharing.publisher-unclaimed' } },
    });
    expect(codes(await commands.ask({ actor: anyone }, dataset, { text: 'What?' }))).toEqual(['ledger.unseen']);
  });

  test('pass on to people who may not see the dataset', async () => {
    const hidden = await town.dataset(council, 'Secret', { visibility: 'organisation' });
    const id = idOf(await ask('What?', 'colleague', hidden));
    const pass = { revision: 1, organisation: bus, reason: 'Theirs.', actingFor: council };
    expect(codes(await commands.passOn({ actor: await as('steward', council) }, id, pass))).toEqual([
      'sharing.dataset-unseen-there',
    ]);
  });

  test('answer for another organisation, on an old page, or twice under one key', async () => {
    const id = idOf(await ask('Mine?'));
    expect(codes(await answer(id, 1, { who: 'driver', for: bus }))).toEqual(['ledger.unseen']);
    expect(codes(await answer(id, 1, { who: 'administrator' }))).toEqual(['ledger.not-allowed']);
    expect(codes(await answer(id, 0))).toEqual(['ledger.stale']);
    expect(await questionOf(files.database, await as('steward'), id)).toMatchObject({ revision: 1 });
    expect(await questionOf(files.database, await as('colleague'), id)).toBeUndefined();
    const giver = { actor: await as('steward', council), idempotencyKey: 'answer-1' };
    const body = { revision: 1, text: 'Yes.', publish: false, actingFor: council };
    const first = await commands.answer(giver, id, body);
    expect(await commands.answer(giver, id, body)).toEqual(first);
    expect(codes(await commands.answer(giver, id, { ...body, text: 'No.' }))).toEqual(['ledger.key-reused']);
  });

  test('ask more than ten on one day, however many come at once', async () => {
    people['eager'] = await town.person('Eve Eager');
    const outcomes = await Promise.all(Array.from({ length: 13 }, (_, at) => ask(`Question ${at}?`, 'eager')));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    expect(new Set(outcomes.flatMap(codes))).toEqual(new Set(['sharing.too-many-questions']));
    town.clock.forward(24 * 60 * 60 * 1000);
    expect(codes(await ask('And today?', 'eager'))).toEqual([]);
  });

  test('ask without a confirmed address', async () => {
    people['new'] = await town.person('Ned New');
    await (await files.owner()).rows('update person set confirmed = false where id = $1', [people['new']]);
    expect(codes(await ask('Now?', 'new'))).toEqual(['sharing.address-unconfirmed']);
    await (await files.owner()).rows('update person set confirmed = true where id = $1', [people['new']]);
  });
});

describe('the list', () => {
  test('has what waits first, then the newest, in pages', async () => {
    const about = await town.dataset(council, 'Lamps');
    const ids: string[] = [];
    for (const text of ['One?', 'Two?', 'Three?', 'Four?']) ids.push(idOf(await ask(text, 'asker', about)));
    for (const at of [1, 3]) await answer(ids[at] ?? '', 1, { publish: false });
    const steward = await as('steward');
    const ordered = [ids[2], ids[0], ids[3], ids[1]];
    expect(await seen(steward, about)).toEqual(ordered);
    const first = await list(steward, about, undefined, 3);
    expect([first?.items.map(({ id }) => id), first?.next]).toEqual([ordered.slice(0, 3), ids[3]]);
    const second = await list(steward, about, first?.next, 3);
    expect([second?.items.map(({ id }) => id), second?.next]).toEqual([ordered.slice(3), undefined]);
    expect((await list(steward, 'lamps'))?.passOnTo.map(({ name }) => name)).toContain('Exchester Buses');
    expect((await list(await as('asker'), about))?.passOnTo).toEqual([]);
  });

  test('is what the rules say, for every reader', async () => {
    const rows = await files.database.rows<{ state: DatasetQuestion }>('select state from question');
    const actors: readonly Actor[] = [anyone, ...(await Promise.all(Object.keys(people).map((who) => as(who))))];
    expect(rows.length).toBeGreaterThan(20);
    for (const actor of actors) {
      for (const about of new Set(rows.map(({ state }) => state.dataset))) {
        const listed = await list(actor, about, undefined, 100);
        if (!listed) continue;
        const expected = rows.filter(({ state }) => state.dataset === about && maySeeQuestion(actor, state));
        expect(listed.items.map(({ id }) => id).sort()).toEqual(expected.map(({ state }) => state.id).sort());
      }
    }
  });

  test('its audience is that of the states', async () => {
    const rows = await files.database.rows<{ state: DatasetQuestion }>('select state from question');
    const written = await files.database.rows<{ id: string; reader: string; standing: string }>(
      `select id, reader, standing from audience where kind = 'question'`,
    );
    const key = ({ id, reader, standing }: { id: string; reader: string; standing: string }) =>
      `${id} ${reader} ${standing}`;
    expect(written.map(key).sort()).toEqual(rows.flatMap(({ state }) => questionAudience(state).map(key)).sort());
  });
});

test('the ledger holds what the rows say, and no word in its facts', async () => {
  expect(await replay(files.database, talkAggregates)).toMatchObject({ findings: [] });
  const [row] = await files.database.rows<{ facts: string }>(
    `select string_agg(facts::text, ' ') as facts from ledger_entry where kind = 'question'`,
  );
  expect(row?.facts).not.toMatch(/How many|All of them|Theirs|Not about bins/);
});
