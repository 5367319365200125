import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replay } from '#ledger/server';
import type { Case } from '#sharing/domain';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { composeSharing, type Sharing } from '../compose-sharing.ts';
import { Drafts } from '../drafts/index.ts';
import { RequestCommands } from '../requests/request-commands.ts';
import { caseAudience, workRows } from './case-rows.ts';
import { CaseCommands } from './case-commands.ts';
import { keepCaseClocks } from './keep-case-clocks.ts';

const day = 24 * 3_600_000;

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
let drafts: Drafts;
let requests: RequestCommands;
let cases: CaseCommands;
let council: string;
let kerbs: string;
let people: Record<'asker' | 'steward' | 'owner' | 'administrator' | 'siro', string>;
let stewardship: string;
let dataset: string;

beforeAll(async () => {
  spec = await testDatabase();
  const clock = { now: () => town.clock.now() };
  sharing = composeSharing(clock);
  town = new Town(spec.database, sharing.reactions);
  drafts = new Drafts(spec.database, clock, { remove: async () => undefined });
  requests = new RequestCommands(town.door, clock, sharing, sharing.sources);
  cases = new CaseCommands(spec.database, town.door, sharing);
});
afterAll(() => spec.close());

beforeEach(async () => {
  council = await town.organisation('Exchester City Council');
  kerbs = await town.organisation('Kerbs');
  people = {
    asker: await town.person('Ada', [kerbs]),
    steward: await town.person('Stew'),
    owner: await town.person('Olu', [council, 'owner']),
    administrator: await town.person('Adi', [council, 'administrator']),
    siro: await town.person('Sid', [council, 'siro']),
  };
  stewardship = await town.member(people.steward, council, 'steward');
  dataset = await town.dataset(council, 'Kerbs of the city');
  await town.follow();
});

/** A request that was submitted, and its one case. */
async function submitted(): Promise<{ request: string; id: string }> {
  const actor = await town.actor(people.asker, kerbs);
  const begun = await drafts.begin(actor, { datasets: [dataset] });
  if (!begun.ok) throw new Error(begun.refusals[0]?.message);
  const request = begun.value.id;
  const basket = [{ dataset, columns: [], whole: true }];
  const saved = await drafts.save(actor, request, { draftRevision: 1, basket, answers });
  if (!saved.ok) throw new Error(saved.refusals[0]?.message);
  const body = { revision: 0, draftRevision: 2, declaration: true };
  const done = await requests.submit({ actor }, request, body);
  if (!done.ok) throw new Error(done.refusals.map(({ message }) => message).join(' '));
  const [row] = await spec.database.rows<{ id: string }>('select id from sharing_case where request = $1', [request]);
  await town.follow();
  return { request, id: row?.id ?? '' };
}

async function stored(id: string): Promise<{ revision: number; state: Case }> {
  const [row] = await spec.database.rows<{ revision: number; state: Case }>(
    'select revision, state from sharing_case where id = $1',
    [id],
  );
  if (!row) throw new Error('There is no such case');
  return row;
}

async function give(who: keyof typeof people, at: { request: string; id: string }, name: string, body: object = {}) {
  const actor = await town.actor(people[who], who === 'asker' ? kerbs : council);
  const { revision } = await stored(at.id);
  const call = { giver: { actor }, request: at.request, case: at.id, name, body: { revision, ...body } };
  const outcome = await cases.give(call as Parameters<CaseCommands['give']>[0]);
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
  await town.follow();
}

const keepClocks = async (): Promise<number> => {
  const changed = await keepCaseClocks({
    database: spec.database,
    door: town.door,
    clock: town.clock,
    cases: sharing.cases,
  });
  await town.follow();
  return changed;
};

describe('notices', () => {
  test('ask those whose work it is and tell those who wait, once; what is done asks no more', async () => {
    const at = await submitted();
    expect(await town.toldTo(people.steward)).toEqual(['? “Dropped kerbs” waits to be checked.']);
    expect(await town.toldTo(people.asker)).toEqual(['Exchester City Council has received “Dropped kerbs”.']);
    expect(await town.toldTo(people.owner)).toEqual([]);
    await give('steward', at, 'validate', { regime: 're-use' });
    expect(await town.toldTo(people.steward)).toEqual(['✓ “Dropped kerbs” waits to be checked.']);
    expect(await town.toldTo(people.owner)).toEqual(['? “Dropped kerbs” waits for your decision.']);
    await give('owner', at, 'decide', {
      task: 'decide:1',
      reasons: 'It serves the city.',
      conditions: [],
      datasets: [{ dataset, outcome: 'approved', columns: [] }],
      codes: {},
      words: {},
    });
    expect(await town.toldTo(people.owner)).toEqual(['✓ “Dropped kerbs” waits for your decision.']);
    expect(await town.toldTo(people.asker)).toContain('Exchester City Council, on “Dropped kerbs”: approved.');
  });

  test('when the only steward leaves, the next in order is asked; nobody waits for a post that is empty', async () => {
    const at = await submitted();
    await town.leave(stewardship);
    await town.follow();
    // What the first reaction changed is followed by reactions of its own.
    await town.follow();
    expect((await stored(at.id)).state.tasks).toMatchObject([{ id: 'validate', roles: ['owner'], state: 'open' }]);
    expect(await town.toldTo(people.owner)).toEqual(['? “Dropped kerbs” waits to be checked.']);
  });
});

describe('days that come', () => {
  test('a returned case reminds twice, lapses after 20 working days, and is reopened once', async () => {
    const at = await submitted();
    await give('steward', at, 'return', { comments: [{ question: '', text: 'Which wards?' }], cannotIdentify: false });
    expect(await town.toldTo(people.asker)).toContain(
      '? Exchester City Council needs more information on “Dropped kerbs”.',
    );
    const reminders = async (): Promise<number> => {
      await keepClocks();
      await keepClocks();
      return (await stored(at.id)).state.returned?.reminders ?? -1;
    };
    expect(await reminders()).toBe(0);
    town.clock.forward(15 * day);
    expect(await reminders()).toBe(1);
    town.clock.forward(8 * day);
    expect(await reminders()).toBe(2);
    expect((await town.toldTo(people.asker)).filter((one) => one.includes('still waits'))).toHaveLength(2);
    expect((await stored(at.id)).state.state).toBe('returned');
    town.clock.forward(9 * day);
    await keepClocks();
    expect((await stored(at.id)).state).toMatchObject({ state: 'lapsed', reopened: false });
    await give('asker', at, 'reopen');
    expect((await stored(at.id)).state).toMatchObject({ state: 'open', stage: 'validate', reopened: true });
  });

  test('a late task is escalated once, and its stand-ins are told', async () => {
    const at = await submitted();
    town.clock.forward(7 * day);
    await keepClocks();
    await keepClocks();
    expect((await stored(at.id)).state.tasks[0]).toMatchObject({ escalated: true });
    expect(await town.toldTo(people.siro)).toEqual(['The target of a step of “Dropped kerbs” has passed.']);
  });

  test('a hold ends by its date', async () => {
    const at = await submitted();
    const until = new Date(town.clock.now().getTime() + 9 * day).toISOString().slice(0, 10);
    await give('steward', at, 'hold', { waitingFor: 'regulator', until, reason: 'Asked under article 36.' });
    await keepClocks();
    expect((await stored(at.id)).state.state).toBe('on-hold');
    town.clock.forward(10 * day);
    await keepClocks();
    expect((await stored(at.id)).state.state).toBe('open');
  });
});

describe('projections', () => {
  test('audience and open work are what the case says, and the ledger replays to every state row', async () => {
    await submitted();
    const at = await submitted();
    await give('steward', at, 'validate', { regime: 'foi' });
    await give('administrator', at, 'assign', { task: 'decide:1', person: people.siro });
    const rows = await spec.database.rows<{ id: string; state: Case }>('select id, state from sharing_case');
    const calendars = await sharing.sources.calendars(spec.database);
    for (const { id, state } of rows) {
      const audience = await spec.database.rows<{ id: string; reader: string; standing: string }>(
        `select id, reader, standing from audience where kind = 'case' and id = $1`,
        [id],
      );
      const byReader = (one: { reader: string }, other: { reader: string }) => (one.reader < other.reader ? -1 : 1);
      expect(audience.sort(byReader)).toEqual(caseAudience(id, state).sort(byReader));
      const work = await spec.database.rows(
        `select case_id, task, kind, label, organisation, holders, barred, assignee, to_char(due, 'YYYY-MM-DD') as due,
           escalated, gap from case_work where case_id = $1 and task not like 'terms:%' order by task`,
        [id],
      );
      expect(work).toEqual(
        workRows(id, state, calendars.england).sort((one, other) => (one.task < other.task ? -1 : 1)),
      );
    }
    const report = await replay(spec.database, sharing.aggregates);
    expect(report.findings).toEqual([]);
    expect(report.entries).toBeGreaterThan(4);
  });
});
