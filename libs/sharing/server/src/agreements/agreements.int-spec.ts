import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replay } from '#ledger/server';
import type { AgreementView, PermissionView } from '#sharing/contracts';
import { testDatabase, type TestDatabase } from '#testing';
import { Town } from '#testing/town';
import { CaseCommands } from '../cases/case-commands.ts';
import { composeSharing, type Sharing } from '../compose-sharing.ts';
import { Drafts } from '../drafts/index.ts';
import { RequestCommands } from '../requests/request-commands.ts';
import { AgreementCommands } from './agreement-commands.ts';
import { Agreements } from './agreements.ts';
import { keepAgreementClocks } from './keep-agreement-clocks.ts';

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
let commands: AgreementCommands;
let agreements: Agreements;
let council: string;
let kerbs: string;
let dataset: string;
let people: Record<'asker' | 'theirs' | 'colleague' | 'steward' | 'owner' | 'siro' | 'signatory' | 'stranger', string>;

beforeAll(async () => {
  spec = await testDatabase();
  const clock = { now: () => town.clock.now() };
  sharing = composeSharing(clock);
  town = new Town(spec.database, sharing.reactions);
  drafts = new Drafts(spec.database, clock, { remove: async () => undefined });
  requests = new RequestCommands(town.door, clock, sharing, sharing.sources);
  cases = new CaseCommands(spec.database, town.door, sharing);
  const parts = { ...sharing, door: town.door, clock };
  commands = new AgreementCommands(parts);
  agreements = new Agreements(spec.database, sharing.sources);
});
afterAll(() => spec.close());

beforeEach(async () => {
  council = await town.organisation('Exchester City Council');
  kerbs = await town.organisation('Kerbs');
  people = {
    asker: await town.person('Ada', [kerbs]),
    theirs: await town.person('Thea', [kerbs, 'signatory']),
    colleague: await town.person('Col', [kerbs]),
    steward: await town.person('Stew', [council, 'steward']),
    owner: await town.person('Olu', [council, 'owner']),
    siro: await town.person('Sid', [council, 'siro']),
    signatory: await town.person('Sig', [council, 'signatory']),
    stranger: await town.person('Sam'),
  };
  dataset = await town.dataset(council, 'Kerbs of the city');
  await town.follow();
});

type Who = keyof typeof people;

const officeOf = (who: Who): string | undefined => {
  if (who === 'stranger') return undefined;
  return who === 'asker' || who === 'theirs' || who === 'colleague' ? kerbs : council;
};

const actor = (who: Who) => town.actor(people[who], officeOf(who));

interface Decided {
  readonly request: string;
  readonly case: string;
}

/** A request for the whole dataset that its owner approved. */
async function decided(condition = 'Publish what you find.'): Promise<Decided> {
  const asker = await actor('asker');
  const begun = await drafts.begin(asker, { datasets: [dataset] });
  if (!begun.ok) throw new Error(begun.refusals[0]?.message);
  const request = begun.value.id;
  const basket = [{ dataset, columns: [], whole: true }];
  await drafts.save(asker, request, { draftRevision: 1, basket, answers });
  const done = await requests.submit({ actor: asker }, request, { revision: 0, draftRevision: 2, declaration: true });
  if (!done.ok) throw new Error(done.refusals.map(({ message }) => message).join(' '));
  const [row] = await spec.database.rows<{ id: string }>('select id from sharing_case where request = $1', [request]);
  const at = { request, case: row?.id ?? '' };
  await giveToCase('steward', at, 'validate', { regime: 're-use' });
  await giveToCase('owner', at, 'decide', {
    task: 'decide:1',
    reasons: 'It serves the city.',
    conditions: [condition],
    datasets: [{ dataset, outcome: 'approved', columns: [] }],
    codes: {},
    words: { legalPowerOwner: 'Localism Act 2011, s.1' },
  });
  return at;
}

async function giveToCase(who: Who, at: Decided, name: string, body: object = {}) {
  const [row] = await spec.database.rows<{ revision: number }>('select revision from sharing_case where id = $1', [
    at.case,
  ]);
  const call = { giver: { actor: await actor(who) }, ...at, name, body: { revision: row?.revision, ...body } };
  const outcome = await cases.give(call as Parameters<CaseCommands['give']>[0]);
  await town.follow();
  await town.follow();
  return outcome.ok ? 'done' : outcome.refusals[0]?.code;
}

async function agreementOf(at: Decided): Promise<string> {
  const [row] = await spec.database.rows<{ id: string }>(
    'select id from agreement where case_id = $1 order by drafted_at desc',
    [at.case],
  );
  return row?.id ?? '';
}

/** @returns `done`, or the code of the refusal */
async function give(who: Who, id: string, name: string, body: object = {}): Promise<string | undefined> {
  const [row] = await spec.database.rows<{ revision: number }>('select revision from agreement where id = $1', [id]);
  const call = { giver: { actor: await actor(who) }, id, name, body: { revision: row?.revision, ...body } };
  const outcome = await commands.give(call as Parameters<AgreementCommands['give']>[0]);
  await town.follow();
  return outcome.ok ? 'done' : outcome.refusals[0]?.code;
}

async function giveToPermission(who: Who, id: string, name: string, body: object = {}): Promise<string | undefined> {
  const [row] = await spec.database.rows<{ revision: number }>('select revision from permission where id = $1', [id]);
  const call = { giver: { actor: await actor(who) }, id, name, body: { revision: row?.revision, ...body } };
  const outcome = await commands.giveToPermission(call as Parameters<AgreementCommands['giveToPermission']>[0]);
  await town.follow();
  return outcome.ok ? 'done' : outcome.refusals[0]?.code;
}

async function view(who: Who, id: string): Promise<AgreementView> {
  const found = await agreements.view(await actor(who), id);
  if (!found) throw new Error(`${who} sees no such agreement`);
  return found;
}

const held = async (who: Who): Promise<readonly PermissionView[]> =>
  (
    await agreements.permissions(await actor(who), {
      side: officeOf(who) === kerbs ? 'received' : 'given',
      page: 1,
      size: 50,
    })
  ).items;

async function signedByBoth(): Promise<{ readonly at: Decided; readonly id: string }> {
  const at = await decided();
  const id = await agreementOf(at);
  await give('owner', id, 'offer');
  await give('owner', id, 'ask-signatures');
  const { hash } = await view('signatory', id);
  expect(await give('signatory', id, 'sign', { hash })).toBe('done');
  expect(await give('theirs', id, 'sign', { hash })).toBe('done');
  return { at, id };
}

describe('from a decision to terms', () => {
  test('they are drafted once, with what was decided, and the provider is asked to send them', async () => {
    const at = await decided();
    const id = await agreementOf(at);
    const terms = await view('owner', id);
    expect(terms).toMatchObject({ state: { code: 'drafting' }, kind: { code: 'bespoke-licence' }, side: 'owner' });
    expect(terms.clauses.map(({ number }) => number)).toEqual(terms.clauses.map((_, index) => index + 1));
    const text = terms.clauses.map((clause) => clause.text).join('\n');
    expect(text).toContain('Localism Act 2011, s.1');
    expect(text).toContain('Publish what you find.');
    expect(text).toContain('Kerbs of the city: the whole file.');
    expect(await town.toldTo(people.owner)).toContain(
      '? The terms of “Dropped kerbs” are drafted: look at them, and send them to Kerbs.',
    );
    expect(await agreements.list(await actor('owner'), { page: 1, size: 50 })).toMatchObject({
      total: 1,
      items: [{ id, waitsForYou: true }],
    });
  });

  test('the other side sees that they are drafted, and nothing of them; a stranger sees nothing', async () => {
    const id = await agreementOf(await decided());
    expect(await view('asker', id)).toMatchObject({ hidden: true, clauses: [], datasets: [], side: 'requester' });
    expect(await agreements.view(await actor('stranger'), id)).toBeUndefined();
    expect(await give('stranger', id, 'sign', { hash: 'x' })).toBe('ledger.unseen');
    expect(await give('asker', id, 'offer')).toBe('ledger.not-allowed');
    expect(await give('asker', id, 'propose', { clause: 'audit', text: 'No.', reason: 'No.' })).toBe(
      'sharing.terms-not-offered',
    );
  });

  test('days are set while they are drafted, and the clause follows', async () => {
    const id = await agreementOf(await decided());
    const backwards = { start: '2027-01-01', end: '2026-12-01', review: '2026-12-01' };
    expect(await give('owner', id, 'set-term', { term: backwards })).toBe('sharing.term-backwards');
    const term = { start: '2027-01-01', end: '2027-06-30', review: '2027-05-31' };
    expect(await give('steward', id, 'set-term', { term })).toBe('done');
    const { clauses } = await view('owner', id);
    expect(clauses.find((clause) => clause.id === 'term')?.text).toContain('from 1 January 2027 to 30 June 2027');
  });
});

describe('negotiation', () => {
  test('a proposed change stands beside its clause until the other side says yes', async () => {
    const id = await agreementOf(await decided());
    await give('owner', id, 'offer');
    const change = { clause: 'audit', text: 'Every other year.', reason: 'We are three people.' };
    expect(await give('asker', id, 'propose', change)).toBe('done');
    expect(await town.toldTo(people.owner)).toContain(
      '? A change to the terms of “Dropped kerbs” is proposed: accept it or decline it.',
    );
    expect(await give('asker', id, 'answer', { clause: 'audit', accept: true })).toBe('sharing.nothing-proposed');
    expect(await give('owner', id, 'ask-signatures')).toBe('sharing.proposals-open');
    const seen = (await view('owner', id)).clauses.find((clause) => clause.id === 'audit');
    expect(seen).toMatchObject({ proposal: { by: 'recipient', mine: false, text: 'Every other year.' } });
    expect(await give('owner', id, 'answer', { clause: 'audit', accept: true })).toBe('done');
    const now = (await view('asker', id)).clauses.find((clause) => clause.id === 'audit');
    expect(now?.text).toBe('Every other year.');
    expect(now?.proposal).toBeUndefined();
  });

  test('a change proposed to frozen terms makes the signatures void', async () => {
    const id = await agreementOf(await decided());
    await give('owner', id, 'offer');
    await give('owner', id, 'ask-signatures');
    const { hash } = await view('signatory', id);
    await give('signatory', id, 'sign', { hash });
    await give('theirs', id, 'propose', { clause: 'audit', reason: 'We cannot.' });
    expect(await view('owner', id)).toMatchObject({ state: { code: 'negotiating' }, signatures: [] });
    await give('owner', id, 'answer', { clause: 'audit', accept: true });
    await give('owner', id, 'ask-signatures');
    const later = await view('signatory', id);
    expect(later.hash).not.toBe(hash);
    expect(later.clauses.map((clause) => clause.id)).not.toContain('audit');
    expect(await give('signatory', id, 'sign', { hash })).toBe('sharing.terms-changed');
  });
});

describe('signatures', () => {
  test('the last one puts it in force and gives the permission, at once', async () => {
    const { id } = await signedByBoth();
    expect(await view('asker', id)).toMatchObject({
      state: { code: 'in-force' },
      permissions: [{ status: { code: 'active' } }],
    });
    expect(await held('asker')).toMatchObject([{ whole: true, delivery: { state: { code: 'by-hand' } } }]);
    expect(await held('owner')).toHaveLength(1);
    expect(await town.toldTo(people.asker)).toContain('The agreement on “Dropped kerbs” is in force.');
    expect((await replay(spec.database, sharing.aggregates)).findings).toEqual([]);
  });

  test('nobody signs twice, for both sides, or without the role; nor while the decision is reviewed', async () => {
    await town.member(people.theirs, council, 'signatory');
    const at = await decided();
    const id = await agreementOf(at);
    await give('owner', id, 'offer');
    await give('owner', id, 'ask-signatures');
    const { hash } = await view('signatory', id);
    expect(await give('owner', id, 'sign', { hash })).toBe('ledger.not-allowed');
    expect(await give('asker', id, 'sign', { hash })).toBe('ledger.not-allowed');
    expect(await give('theirs', id, 'sign', { hash })).toBe('done');
    expect(await give('theirs', id, 'sign', { hash })).toBe('sharing.signed-already');
    const both = await town.actor(people.theirs, council);
    const [{ revision } = { revision: 0 }] = await spec.database.rows<{ revision: number }>(
      'select revision from agreement where id = $1',
      [id],
    );
    const call = { giver: { actor: both }, id, name: 'sign', body: { revision, hash } } as const;
    expect(await commands.give(call)).toMatchObject({ refusals: [{ code: 'sharing.signs-for-both' }] });
  });

  test('a decision is taken back with its terms before they bind, and not afterwards', async () => {
    const at = await decided();
    const id = await agreementOf(at);
    await give('owner', id, 'offer');
    expect(await giveToCase('owner', at, 'rescind', { reasons: 'The schema came too late.' })).toBe('done');
    expect(await view('asker', id)).toMatchObject({ state: { code: 'abandoned' } });
    const bound = await signedByBoth();
    expect(await giveToCase('owner', bound.at, 'rescind', { reasons: 'Too late.' })).toBe('sharing.not-rescindable');
  });

  test('a review that changes the decision takes the terms with it, and the next decision has terms of its own', async () => {
    const at = await decided('It is given in part.');
    const id = await agreementOf(at);
    await give('owner', id, 'offer');
    await give('owner', id, 'ask-signatures');
    expect(await giveToCase('asker', at, 'ask-review', { reasons: 'We need more.' })).toBe('done');
    const { hash } = await view('signatory', id);
    expect(await give('signatory', id, 'sign', { hash })).toBe('sharing.decision-open');
    expect(await giveToCase('siro', at, 'conclude-review', { result: 'changed', reasons: 'They do.' })).toBe('done');
    expect(await view('owner', id)).toMatchObject({ state: { code: 'abandoned' } });
    expect((await replay(spec.database, sharing.aggregates)).findings).toEqual([]);
  });

  test('abandoned terms leave the decision not taken up', async () => {
    const at = await decided();
    const id = await agreementOf(at);
    await give('owner', id, 'offer');
    expect(await give('asker', id, 'abandon', {})).toBe('sharing.reasons-missing');
    expect(await give('asker', id, 'abandon', { reason: 'We found it elsewhere.' })).toBe('done');
    const [row] = await spec.database.rows('select status from sharing_case where id = $1', [at.case]);
    expect(row).toEqual({ status: 'not-taken-up' });
  });

  test('terms that nobody touches for 60 working days are abandoned by the schedule', async () => {
    const at = await decided();
    const id = await agreementOf(at);
    const parts = { ...sharing, database: spec.database, door: town.door, clock: town.clock };
    town.clock.forward(80 * day);
    expect(await keepAgreementClocks(parts)).toBe(0);
    town.clock.forward(20 * day);
    expect(await keepAgreementClocks(parts)).toBeGreaterThan(0);
    expect(await view('owner', id)).toMatchObject({ state: { code: 'abandoned' } });
  });
});

describe('a permission', () => {
  test('is used by those who accepted its terms, as long as the agreement is in force', async () => {
    const { id } = await signedByBoth();
    const [permission] = await held('asker');
    const at = permission?.id ?? '';
    const delivery = permission?.delivery?.id;
    expect(await giveToPermission('asker', at, 'record-hand-over', { delivery, how: 'x' })).toBe('ledger.not-allowed');
    expect(await giveToPermission('steward', at, 'record-hand-over', { delivery, how: 'Sent on a disk.' })).toBe(
      'done',
    );
    expect(await giveToPermission('asker', at, 'acknowledge', { delivery })).toBe('done');
    expect(await giveToPermission('colleague', at, 'accept-terms')).toBe('done');
    expect(await giveToPermission('colleague', at, 'accept-terms')).toBe('sharing.terms-accepted-already');
    expect(await give('owner', id, 'suspend', { reason: 'A leak is looked into.' })).toBe('done');
    expect(await held('asker')).toMatchObject([{ status: { code: 'suspended' } }]);
    expect(await give('owner', id, 'resume')).toBe('done');
    expect(await give('owner', id, 'revoke', { reason: 'The terms were broken.' })).toBe('done');
    expect(await held('asker')).toMatchObject([{ status: { code: 'ended' }, ending: { how: { code: 'revoked' } } }]);
    expect(await view('asker', id)).toMatchObject({ state: { code: 'disposal-due' } });
    expect(await give('owner', id, 'confirm-disposal', { statement: 'Gone.' })).toBe('ledger.not-allowed');
    expect(await give('asker', id, 'confirm-disposal', { statement: 'All copies are deleted.' })).toBe('done');
    expect(await view('owner', id)).toMatchObject({ state: { code: 'closed' } });
    expect((await replay(spec.database, sharing.aggregates)).findings).toEqual([]);
  });

  test('ends with its last day, whether a schedule has come by or not', async () => {
    const { id } = await signedByBoth();
    town.clock.forward(366 * day);
    expect(await held('asker')).toMatchObject([{ status: { code: 'ended' }, ending: { how: { code: 'expired' } } }]);
    const parts = { ...sharing, database: spec.database, door: town.door, clock: town.clock };
    expect(await keepAgreementClocks(parts)).toBeGreaterThan(0);
    expect(await view('owner', id)).toMatchObject({ state: { code: 'closed' }, ending: { how: { code: 'expired' } } });
  });

  test('tells both sides 30 days, 7 days and a day before its end, once each, however often the schedule comes by', async () => {
    const { id } = await signedByBoth();
    const [permission] = await held('asker');
    const at = permission?.id ?? '';
    const parts = { ...sharing, database: spec.database, door: town.door, clock: town.clock };
    const told = async () => {
      await keepAgreementClocks(parts);
      await keepAgreementClocks(parts);
      await town.follow();
      const rows = await spec.database.rows<{ who: string; sentence: string }>(
        `select case when person = $2 then 'asker' when person = any($3::uuid[]) then 'office' else 'other' end as who, sentence
         from notice where subject = $1 and topic = 'permission-end-near' order by at, who`,
        [at, people.asker, [people.owner, people.steward]],
      );
      return rows;
    };
    const { end } = (await held('asker'))[0] ?? { end: '' };
    const until = Date.parse(end) - town.clock.now().getTime();
    town.clock.forward(until - 31 * day);
    expect(await told()).toEqual([]);
    town.clock.forward(2 * day);
    expect((await told()).map(({ who }) => who)).toEqual(['asker', 'office', 'office']);
    town.clock.forward(23 * day);
    expect(await told()).toHaveLength(6);
    town.clock.forward(6 * day);
    const all = await told();
    expect(all).toHaveLength(9);
    expect(all[0]?.sentence).toMatch(/ends on \d+ \w+ \d{4}\. If you need it longer/);
    expect(await view('owner', id)).toMatchObject({ state: { code: 'in-force' } });
  });

  test('is given up by its holder alone', async () => {
    await signedByBoth();
    const [permission] = await held('asker');
    expect(await giveToPermission('owner', permission?.id ?? '', 'give-up')).toBe('ledger.not-allowed');
    expect(await giveToPermission('asker', permission?.id ?? '', 'give-up')).toBe('done');
    expect(await held('owner')).toMatchObject([{ ending: { how: { code: 'given-up' } } }]);
  });
});
