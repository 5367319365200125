import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anyone, type Actor, type Outcome } from '#kernel';
import { replay, type Done } from '#ledger/server';
import type { PostMessageBody } from '#sharing/contracts';
import type { Case, RequestCommand } from '#sharing/domain';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { composeSharing, type Sharing } from '../compose-sharing.ts';
import { messagesOf } from './messages-of.ts';
import { postMessage, type CaseNamed } from './post-message.ts';
import { talkReactions } from './index.ts';

let files: TestDatabase;
let town: Town;
let sharing: Sharing;
let council: string;
let firm: string;
let dataset: string;
const people: Record<string, string> = {};

beforeAll(async () => {
  files = await testDatabase();
  town = new Town(files.database, talkReactions);
  sharing = composeSharing(town.clock);
  council = await town.organisation('Exchester City Council');
  firm = await town.organisation('Acorn Ltd');
  const made = async (who: string, ...places: Parameters<Town['person']>[1][]) => {
    people[who] = await town.person(who, ...places);
  };
  await made('asker', [firm]);
  await made('colleague', [firm]);
  await made('steward', [council, 'steward']);
  await made('owner', [council, 'owner']);
  await made('bystander', [council]);
  await made('individual');
  await made('stranger', [await town.organisation('Elsewhere'), 'owner', 'steward']);
  dataset = await town.dataset(council, 'Dropped kerbs');
});
afterAll(() => files.close());

const as = (who: string, actingFor?: string): Promise<Actor> => town.actor(people[who] ?? '', actingFor);
const codes = (outcome: Outcome<Done>) => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));

const answers = {
  ...{ title: 'Step-free routes', summary: 'We plan routes for people who use wheelchairs.', personal: false },
  ...{ 'publication-understood': true, truthful: true },
};

let references = 0;
/** A request with one case, submitted by the first of these people. */
async function submitted(asking: readonly string[], organisation?: string): Promise<CaseNamed> {
  const [id, caseId] = [town.newId(), town.newId()];
  const [first = ''] = asking;
  const asked = { dataset, columns: [], described: false, whole: true };
  const reference = `WL-2026-${String((references += 1)).padStart(4, '0')}`;
  const askers = {
    people: asking.map((who) => people[who] ?? ''),
    ...(organisation === undefined ? {} : { organisation }),
  };
  const actor = await as(first, organisation);
  const submit: RequestCommand = {
    ...{ type: 'submit-request', id, reference, ...askers, declared: true },
    ...{ cases: [{ case: caseId, organisation: council }] },
    submission: {
      ...{ title: answers.title, datasets: [{ ...asked, organisation: council }], evidence: [] },
      ...{
        questionSets: [{ id: 'default', version: 1 }],
        words: { answers, basket: [{ dataset, columns: [], whole: true }] },
      },
    },
  };
  await town.give(sharing.requests, id, submit, actor);
  const open = {
    ...{ type: 'open-case', id: caseId, request: id, reference, organisation: council, submission: 1, lane: 'A' },
    ...{ care: false, asker: { person: people[first], ...askers }, datasets: [asked] },
  };
  await town.give(sharing.cases, caseId, open, actor);
  return { request: id, case: caseId };
}

async function post(
  who: string,
  about: CaseNamed,
  more: Partial<PostMessageBody> & { key?: string; for?: string } = {},
) {
  const { key: idempotencyKey, for: organisation, ...body } = more;
  const actor = who === 'anyone' ? anyone : await as(who, organisation);
  town.clock.forward(1000);
  const giver = idempotencyKey === undefined ? { actor } : { actor, idempotencyKey };
  return postMessage(town, giver, about, { text: `From ${who}.`, kind: 'message', ...body });
}
const said = async (about: CaseNamed) =>
  (await messagesOf(files.database, [about.case])).map(({ text, side, kind, personName, organisationName }) =>
    [text, side, kind, personName, organisationName].join(' | '),
  );
async function toldOf(who: string): Promise<string[]> {
  const all = await town.toldTo(people[who] ?? '');
  await files.database.rows('delete from notice where person = $1', [people[who]]);
  return all;
}

describe('a message', () => {
  test('goes from side to side, and the other side is told', async () => {
    const about = await submitted(['asker', 'colleague'], firm);
    expect(codes(await post('asker', about))).toEqual([]);
    await town.follow();
    const reference = `WL-2026-${String(references).padStart(4, '0')}`;
    const theirs = `Acorn Ltd wrote to you about their request ${reference}.`;
    // It waits to be checked: that is the steward's.
    expect(await toldOf('steward')).toEqual([theirs]);
    expect([await toldOf('owner'), await toldOf('bystander')]).toEqual([[], []]);
    expect([await toldOf('asker'), await toldOf('colleague')]).toEqual([[], []]);

    expect(codes(await post('steward', about))).toEqual([]);
    await town.follow();
    const yours = `Exchester City Council wrote to you about your request ${reference}.`;
    expect([await toldOf('asker'), await toldOf('colleague'), await toldOf('steward')]).toEqual([[yours], [yours], []]);
    expect(await said(about)).toEqual([
      'From asker. | requester | message | asker | Acorn Ltd',
      'From steward. | owner | message | steward | Exchester City Council',
    ]);
  });

  test('leads each side to its own page', async () => {
    const about = await submitted(['asker'], firm);
    await post('asker', about);
    await post('owner', about);
    await town.follow();
    const rows = await files.database.rows<{ person: string; href: string }>(
      `select person, href from notice where subject = $1 order by at`,
      [about.case],
    );
    const hrefOf = (who: string) => rows.filter(({ person }) => person === people[who]).map(({ href }) => href);
    expect(hrefOf('steward')).toEqual([`/requests/${about.request}/cases/${about.case}`]);
    expect(hrefOf('asker')).toEqual([`/requests/${about.request}`]);
    await files.database.rows('delete from notice');
  });

  test('to who has left is told to nobody', async () => {
    const leaver = 'leaver';
    people[leaver] = await town.person(leaver);
    const membership = await town.member(people[leaver], firm);
    const about = await submitted([leaver, 'asker'], firm);
    await town.leave(membership);
    await post('owner', about);
    await town.follow();
    expect([await toldOf(leaver), (await toldOf('asker')).length]).toEqual([[], 1]);
    expect(codes(await post(leaver, about))).toEqual(['ledger.unseen']);
  });

  test('of an individual, who needs no organisation', async () => {
    const about = await submitted(['individual']);
    expect(codes(await post('individual', about))).toEqual([]);
    await post('owner', about);
    await town.follow();
    expect((await toldOf('steward')).map((sentence) => sentence.split(' ')[0])).toEqual(['individual']);
    expect(await toldOf('individual')).toHaveLength(1);
    expect(await said(about)).toEqual([
      'From individual. | requester | message | individual | ',
      'From owner. | owner | message | owner | Exchester City Council',
    ]);
  });

  test('comes to those whose the open work is', async () => {
    const about = await submitted(['asker'], firm);
    const [row] = await files.database.rows<{ revision: number }>('select revision from sharing_case where id = $1', [
      about.case,
    ]);
    const validate = { type: 'validate-case', regime: 'none' };
    const item = { id: about.case, revision: row?.revision, command: validate };
    expect(await town.door.execute(sharing.cases, await as('steward', council), item)).toMatchObject({ ok: true });
    await post('asker', about);
    await town.follow();
    expect([await toldOf('owner'), await toldOf('steward')]).toEqual([[expect.any(String)], []]);
  });

  test('about a closed case comes to the stewards', async () => {
    const about = await submitted(['asker'], firm);
    const [row] = await files.database.rows<{ revision: number }>('select revision from sharing_case where id = $1', [
      about.case,
    ]);
    const item = { id: about.case, revision: row?.revision, command: { type: 'withdraw-case' } };
    expect(await town.door.execute(sharing.cases, await as('asker', firm), item)).toMatchObject({ ok: true });
    expect(codes(await post('asker', about))).toEqual([]);
    await town.follow();
    expect([await toldOf('steward'), await toldOf('owner')]).toEqual([[expect.any(String)], []]);
  });
});

describe('a note', () => {
  test('is the office’s, and nobody is told of it', async () => {
    const about = await submitted(['asker'], firm);
    expect(codes(await post('steward', about, { kind: 'note' }))).toEqual([]);
    expect(codes(await post('asker', about, { kind: 'note' }))).toEqual(['ledger.not-allowed']);
    await town.follow();
    for (const who of ['asker', 'owner', 'steward']) expect(await toldOf(who)).toEqual([]);
    expect(await said(about)).toEqual(['From steward. | owner | note | steward | Exchester City Council']);
  });
});

describe('who may not', () => {
  test('people of neither side do not know that the case is there', async () => {
    const about = await submitted(['asker'], firm);
    for (const who of ['stranger', 'bystander', 'individual', 'anyone']) {
      expect([who, codes(await post(who, about))]).toEqual([who, ['ledger.unseen']]);
    }
    const other = await submitted(['asker'], firm);
    expect(codes(await post('asker', { ...about, request: other.request }))).toEqual(['ledger.unseen']);
    expect(codes(await post('asker', { ...about, case: 'x' }))).toEqual(['ledger.unseen']);
    expect(codes(await post('asker', { ...about, case: town.newId() }))).toEqual(['ledger.unseen']);
    expect(await said(about)).toEqual([]);
  });

  test('nothing and too much are refused', async () => {
    const about = await submitted(['asker'], firm);
    expect(codes(await post('asker', about, { text: ' ' }))).toEqual(['sharing.message-empty']);
    expect(codes(await post('asker', about, { text: 'x'.repeat(20_001) }))).toEqual(['sharing.message-too-long']);
  });

  test('one call twice is one message, and makes nothing on the case stale', async () => {
    const about = await submitted(['asker'], firm);
    const revisionOf = async () =>
      (
        await files.database.rows<{ revision: number; state: Case }>(
          'select revision, state from sharing_case where id = $1',
          [about.case],
        )
      )[0];
    const before = await revisionOf();
    const first = await post('asker', about, { key: 'k1' });
    expect(await post('asker', about, { key: 'k1' })).toEqual(first);
    expect(codes(await post('asker', about, { key: 'k1', text: 'Another.' }))).toEqual(['ledger.key-reused']);
    expect(await said(about)).toHaveLength(1);
    expect(await revisionOf()).toEqual(before);
  });
});

test('the ledger says for whom each wrote, holds what the rows say, and no word in its facts', async () => {
  const about = await submitted(['asker'], firm);
  await post('asker', about);
  await post('owner', about, { for: council });
  const rows = await files.database.rows<{ organisation: string; standing: string }>(
    `select actor_organisation as organisation, actor_standing as standing from ledger_entry
     where kind = 'message' and facts->>'case' = $1 order by at`,
    [about.case],
  );
  expect(rows).toEqual([
    { organisation: firm, standing: 'requester' },
    { organisation: council, standing: 'owner' },
  ]);
  expect(await replay(files.database, sharing.aggregates)).toMatchObject({ findings: [] });
  const facts = await files.database.rows(
    `select from ledger_entry where kind = 'message' and facts::text like '%From %'`,
  );
  expect(facts).toEqual([]);
});
