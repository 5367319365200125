import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

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

describe('others', () => {
  test('find no request and no case by its id, on any route', async () => {
    const id = await draft([kerbs]);
    await submit(id);
    const found = await caseOf(id, 'council');
    for (const who of ['outsider', 'individual', 'power']) {
      expect((await place.as(who, 'GET', `/api/v1/requests/${id}`)).status).toBe(404);
      expect((await place.as(who, 'GET', `/api/v1/requests/${id}/cases/${found.id}`)).status).toBe(404);
      for (const command of ['validate', 'decide', 'withdraw', 'return']) {
        const body = { revision: 1, regime: 'none', reasons: 'x', task: 'x', datasets: [], comments: [] };
        const answer = await place.as(
          who,
          'POST',
          `/api/v1/requests/${id}/cases/${found.id}/commands/${command}`,
          body,
        );
        expect([who, command, answer.status]).toEqual([who, command, 404]);
      }
      const body = { revision: 1 };
      for (const command of ['withdraw', 'take-over', 'copy', 'delete'])
        expect((await place.as(who, 'POST', `/api/v1/requests/${id}/commands/${command}`, body)).status).toBe(404);
    }
  });
});
