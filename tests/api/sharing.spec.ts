import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseCommandAddress } from '#sharing/contracts';
import type { Method } from './people.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */
import { plainAnswers, town, type Town } from './sharing-fixture.ts';

let place: Town;
let kerbs: string;
let streets: string;
let poles: string;

beforeAll(async () => {
  place = await town();
  kerbs = await place.dataset('Kerbs', 'council');
  streets = await place.dataset('Streets', 'council', { owners: ['owner'] });
  poles = await place.dataset('Poles', 'grid');
}, 60_000);
afterAll(() => (place as Town | undefined)?.close());

/** A draft of the asker's with these datasets, every column chosen. */
async function draft(datasets: readonly string[], answers: object = plainAnswers): Promise<string> {
  const { as, ids } = place;
  const begun = await as('asker', 'POST', '/api/v1/requests', { actingFor: ids['kerbs'], datasets });
  expect(begun.status).toBe(201);
  const id = begun.body.id as string;
  const view = await as('asker', 'GET', `/api/v1/requests/${id}`);
  const basket = view.body.draft.basket.map((one: { id: string; available: { id: string }[] }) => ({
    dataset: one.id,
    columns: one.available.map((column) => ({ column: column.id, justification: 'Routes need it.' })),
  }));
  const saved = await as('asker', 'PATCH', `/api/v1/requests/${id}`, {
    draftRevision: view.body.draft.revision,
    actingFor: ids['kerbs'],
    basket,
    answers,
  });
  expect(saved.body).toMatchObject({ id });
  return id;
}

async function submit(id: string, headers?: Record<string, string>) {
  const { as, ids } = place;
  const view = await as('asker', 'GET', `/api/v1/requests/${id}`);
  const body = {
    revision: view.body.revision,
    draftRevision: view.body.draft.revision,
    actingFor: ids['kerbs'],
    declaration: true,
  };
  return as('asker', 'POST', `/api/v1/requests/${id}/commands/submit`, body, headers);
}

const caseOf = async (id: string, organisation: string, who = 'asker') => {
  const view = await place.as(who, 'GET', `/api/v1/requests/${id}`);
  return view.body.cases.find((one: any) => one.organisation.id === place.ids[organisation]);
};

/** A command to the council's case, on its newest revision. */
async function give(who: string, id: string, command: string, body: object = {}, organisation = 'council') {
  const { as, ids } = place;
  const asks = who === 'asker' || who === 'colleague';
  const found = await caseOf(id, organisation, who);
  if (!found) throw new Error(`${who} sees no case`);
  return as(who, 'POST', `/api/v1/requests/${id}/cases/${found.id}/commands/${command}`, {
    revision: found.revision,
    actingFor: asks ? ids['kerbs'] : ids[organisation],
    ...body,
  });
}

const inboxOf = async (who: string, more = '') =>
  (await place.as(who, 'GET', `/api/v1/inbox${more}`)).body.items.map((item: any) => item.kind.code);

describe('asking', () => {
  test('a draft is its people’s alone, and is saved valid or not', async () => {
    const id = await draft([kerbs], { title: 'x', 'purpose-class': 'no such class' });
    const view = await place.as('asker', 'GET', `/api/v1/requests/${id}`);
    expect(view.body.state.code).toBe('draft');
    expect(view.body.draft.toSubmit.map((one: any) => one.field)).toContain('answers.purpose-class');
    for (const who of ['colleague', 'owner', 'outsider', 'individual']) {
      expect((await place.as(who, 'GET', `/api/v1/requests/${id}`)).status).toBe(404);
    }
    const refused = await submit(id);
    expect(refused.status).toBe(422);
    expect(refused.body.faults.map((one: any) => one.path)).toContain('answers.summary');
  });

  test('a stale save brings the draft as it is, and loses nothing', async () => {
    const id = await draft([kerbs]);
    const body = { draftRevision: 1, actingFor: place.ids['kerbs'], answers: { title: 'Late' } };
    const stale = await place.as('asker', 'PATCH', `/api/v1/requests/${id}`, body);
    expect(stale.status).toBe(409);
    expect(stale.body.current.draft.answers.title).toBe(plainAnswers.title);
  });

  test('a colleague who is invited may write; others may not', async () => {
    const id = await draft([kerbs]);
    const { as, ids } = place;
    const view = await as('asker', 'GET', `/api/v1/requests/${id}`);
    const invite = (email: string) =>
      as('asker', 'POST', `/api/v1/requests/${id}/commands/invite`, {
        revision: view.body.draft.revision,
        actingFor: ids['kerbs'],
        email,
      });
    expect((await invite('outsider@spec.example')).body.code).toBe('sharing.colleague-elsewhere');
    expect((await invite('nobody@spec.example')).body.code).toBe('sharing.colleague-unknown');
    expect((await invite('colleague@spec.example')).status).toBe(200);
    expect((await as('colleague', 'GET', `/api/v1/requests/${id}`)).body.draft.people).toHaveLength(2);
  });

  test('submitting opens a case for each owner; twice, at once, or retried has one effect', async () => {
    const id = await draft([kerbs, streets, poles]);
    const key = { 'idempotency-key': `submit-${id}` };
    const answers = await Promise.all([submit(id, key), submit(id, key), submit(id)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 409 || status === 422)).toBe(true);
    const again = await place.as('asker', 'GET', `/api/v1/requests/${id}`);
    expect(again.body.cases).toHaveLength(2);
    expect(again.body.reference).toMatch(/^WL-2026-\d{4}$/);
    expect(again.body.state.code).toBe('submitted');
    const [row] = await place.database.rows<{ count: number }>(
      `select count(*)::integer as count from ledger_entry where stream = $1`,
      [id],
    );
    expect(row?.count).toBe(1);
    expect(await inboxOf('steward')).toContain('validate');
    expect(await inboxOf('owner')).not.toContain('validate');
  });
});

describe('the way to a decision', () => {
  test('return, resubmit, validate, decide in part in a coarser form; the other refuses', async () => {
    const id = await draft([kerbs, poles]);
    expect((await submit(id)).status).toBe(200);
    const returned = await give('steward', id, 'return', { comments: [{ question: 'summary', text: 'Which wards?' }] });
    expect(returned.status).toBe(200);
    expect(await inboxOf('asker')).toContain('answer');
    expect((await caseOf(id, 'council')).returned.comments).toMatchObject([
      { question: 'summary', text: 'Which wards?' },
    ]);
    const view = await place.as('asker', 'GET', `/api/v1/requests/${id}`);
    await place.as('asker', 'PATCH', `/api/v1/requests/${id}`, {
      draftRevision: view.body.draft.revision,
      actingFor: place.ids['kerbs'],
      answers: { summary: 'We plan routes in all twelve wards.' },
    });
    const council = await caseOf(id, 'council');
    const resubmitted = await place.as('asker', 'POST', `/api/v1/requests/${id}/commands/resubmit`, {
      revision: view.body.revision,
      draftRevision: view.body.draft.revision + 1,
      actingFor: place.ids['kerbs'],
      declaration: true,
      cases: [council.id],
    });
    expect(resubmitted.body).toMatchObject({ id });
    const review = await place.as('steward', 'GET', `/api/v1/requests/${id}/cases/${council.id}`);
    expect(review.body.differences).toMatchObject([
      { question: 'summary', after: 'We plan routes in all twelve wards.' },
    ]);
    expect((await caseOf(id, 'grid')).submission).toBe(1);
    const { reads } = (await place.as('asker', 'GET', `/api/v1/requests/${id}`)).body;
    expect(reads).toMatchObject([{ organisation: { id: place.ids['council'] }, people: 1 }]);
    expect((await give('steward', id, 'validate', { regime: 're-use' })).status).toBe(200);
    const deciding = await place.as('owner', 'GET', `/api/v1/requests/${id}/cases/${council.id}`);
    expect(deciding.body.allowedCommands).toContain('decide');
    const task = deciding.body.tasks.find((one: any) => one.mine);
    const [street, width] = deciding.body.asked[0].columns;
    const decided = await give('owner', id, 'decide', {
      task: task.id,
      reasons: 'It serves people who use wheelchairs.',
      conditions: ['Publish the method.'],
      datasets: [{ dataset: kerbs, outcome: 'approved', columns: [{ column: street.id, form: 'generalised' }] }],
    });
    expect(decided.body).toMatchObject({ id: council.id });
    const seen = await caseOf(id, 'council');
    expect(seen.decision).toMatchObject({
      outcome: { code: 'partly-approved', conditional: true },
      awaitsForms: true,
      parts: [{ datasets: [{ withheld: [width.name] }], record: [] }],
    });
    expect(seen.decision.parts[0].by).toBe('The council organisation');
    await give('power', id, 'validate', { regime: 'none' }, 'grid');
    const grid = await caseOf(id, 'grid', 'power');
    const other = await place.as('power', 'GET', `/api/v1/requests/${id}/cases/${grid.id}`);
    const refused = await give(
      'power',
      id,
      'decide',
      {
        task: other.body.tasks.find((one: any) => one.mine).id,
        reasons: 'Copper thieves read this.',
        ground: 'security',
        datasets: [{ dataset: poles, outcome: 'refused', columns: [] }],
      },
      'grid',
    );
    expect(refused.body.code).toBeUndefined();
    expect((await place.as('asker', 'GET', `/api/v1/requests/${id}`)).body.state.code).toBe('settled');
    expect((await give('asker', id, 'accept-forms')).status).toBe(200);
    expect((await give('asker', id, 'ask-review', { reasons: 'The ground does not fit.' }, 'grid')).status).toBe(200);
  }, 60_000);
});

describe('at once', () => {
  test('of two who decide at the same time one does; the other is told that it changed', async () => {
    const id = await draft([kerbs]);
    await submit(id);
    await give('steward', id, 'validate', { regime: 'none' });
    const found = await caseOf(id, 'council', 'owner');
    const { body } = await place.as('owner', 'GET', `/api/v1/requests/${id}/cases/${found.id}`);
    const decision = (reasons: string) => ({
      revision: found.revision,
      actingFor: place.ids['council'],
      task: body.tasks.find((one: any) => one.mine).id,
      reasons,
      ground: 'not-necessary',
      datasets: [{ dataset: kerbs, outcome: 'refused', columns: [] }],
    });
    const decide = (who: string, reasons: string, headers?: Record<string, string>) =>
      place.as(who, 'POST', `/api/v1/requests/${id}/cases/${found.id}/commands/decide`, decision(reasons), headers);
    const answers = await Promise.all([
      decide('owner', 'First.', { 'idempotency-key': `decide-${id}` }),
      decide('owner', 'Second.'),
      decide('owner', 'Third.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body.current).toMatchObject({ id: found.id, state: { code: 'decided' } });
    const [row] = await place.database.rows<{ count: number }>(
      `select count(*)::integer as count from ledger_entry where stream = $1 and type = 'case-task-decided'`,
      [found.id],
    );
    expect(row?.count).toBe(1);
  });

  test('a retried call under its key is answered as before, and another call under it is refused', async () => {
    const id = await draft([kerbs]);
    await submit(id);
    const found = await caseOf(id, 'council', 'steward');
    const url = `/api/v1/requests/${id}/cases/${found.id}/commands/validate`;
    const body = { revision: found.revision, actingFor: place.ids['council'], regime: 'foi' };
    const headers = { 'idempotency-key': `validate-${id}` };
    const first = await place.as('steward', 'POST', url, body, headers);
    const again = await place.as('steward', 'POST', url, body, headers);
    expect(again.body).toEqual(first.body);
    const other = await place.as('steward', 'POST', url, { ...body, regime: 'eir' }, headers);
    expect(other.body.code).toBe('ledger.key-reused');
  });
});

/** A body that each command takes, so that what refuses it is who gives it. */
const bodies: Record<CaseCommandAddress, object> = {
  validate: { regime: 'none' },
  'raise-lane': { lane: 'C', reason: 'x' },
  'lower-lane': { lane: 'A', reason: 'x' },
  'ask-advice': { label: 'legal' },
  advise: { task: 'advise:legal', verdict: 'support', text: 'x' },
  'go-on-without-advice': { reason: 'x' },
  accept: { reason: 'x' },
  decide: { task: 'decide:1', datasets: [], reasons: 'x' },
  refuse: { ground: 'other', reasons: 'x' },
  redirect: { kind: 'information-rights', reasons: 'x' },
  return: { comments: [{ question: '', text: 'x' }] },
  'hand-over-submission': {},
  hold: { waitingFor: 'regulator', until: '2027-01-15', reason: 'x' },
  resume: {},
  withdraw: {},
  reopen: {},
  rescind: { reasons: 'x' },
  'extend-deadline': { until: '2027-01-15', reason: 'x' },
  assign: { task: 'validate', person: '019ab0c2-0000-7000-8000-000000000001' },
  'declare-conflict': { reason: 'x' },
  'open-sample': { reason: 'x' },
  'ask-review': { reasons: 'x' },
  'conclude-review': { result: 'confirmed', reasons: 'x' },
  'accept-forms': {},
  'decline-forms': {},
};

describe('others', () => {
  test('find no request and no case by its id, on any route', async () => {
    const id = await draft([kerbs]);
    await submit(id);
    const found = await caseOf(id, 'council');
    const own: Record<string, string | undefined> = { outsider: place.ids['elsewhere'], power: place.ids['grid'] };
    const statuses: [string, string, number][] = [];
    for (const who of ['outsider', 'individual', 'power']) {
      const call = async (name: string, method: Method, url: string, body?: object): Promise<void> => {
        const actingFor = own[who];
        const sent = body && { revision: found.revision, ...(actingFor ? { actingFor } : {}), ...body };
        statuses.push([who, name, (await place.as(who, method, `/api/v1/requests/${id}${url}`, sent)).status]);
      };
      await call('view', 'GET', '');
      await call('save', 'PATCH', '', { draftRevision: 2, answers: { title: 'Mine now' } });
      await call('case', 'GET', `/cases/${found.id}`);
      await call('message', 'POST', `/cases/${found.id}/messages`, { text: 'x', kind: 'message' });
      for (const [command, body] of Object.entries(bodies))
        await call(command, 'POST', `/cases/${found.id}/commands/${command}`, body);
      for (const command of ['withdraw', 'take-over', 'copy', 'delete'])
        await call(command, 'POST', `/commands/${command}`, {});
      const submission = { draftRevision: 2, declaration: true };
      await call('submit', 'POST', '/commands/submit', submission);
      await call('resubmit', 'POST', '/commands/resubmit', { ...submission, cases: [found.id] });
      await call('invite', 'POST', '/commands/invite', { email: 'outsider@spec.example' });
      await call('uninvite', 'POST', '/commands/uninvite', { person: place.ids['asker'] });
      await call('follow', 'POST', '/commands/follow-redirect', { case: found.id });
    }
    expect(statuses.length).toBeGreaterThan(100);
    expect(statuses.filter(([, , status]) => status !== 404)).toEqual([]);
  }, 60_000);

  test('may see, but not do: each command of the other side is refused with 403', async () => {
    const id = await draft([kerbs]);
    await submit(id);
    for (const command of ['decide', 'validate', 'accept', 'advise'] as const)
      expect((await give('asker', id, command, bodies[command])).status).toBe(403);
    for (const command of ['withdraw', 'reopen', 'ask-review'] as const)
      expect((await give('steward', id, command, bodies[command])).status).toBe(403);
  });

  test('a case under the id of another request is not found', async () => {
    const [id, other] = [await draft([kerbs]), await draft([kerbs])];
    await submit(id);
    await submit(other);
    const found = await caseOf(id, 'council');
    expect((await place.as('steward', 'GET', `/api/v1/requests/${other}/cases/${found.id}`)).status).toBe(404);
  });
});
