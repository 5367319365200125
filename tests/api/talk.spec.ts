import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { datasetQuestions, standingAdviceList, type StandingAdviceList } from '#sharing/contracts';
import { callOf, type Answer } from './people.ts';
import { plainAnswers, town, type Town } from './sharing-fixture.ts';

let place: Town;
let kerbs: string;
beforeAll(async () => {
  place = await town();
  kerbs = await place.dataset('Kerbs', 'council');
}, 60_000);
afterAll(() => (place as Town | undefined)?.close());

const unknown = '019ab0c2-0000-7000-8000-00000000dead';
const idOf = (name: string): string => place.ids[name] ?? '';
const nobody = (method: 'GET' | 'POST', url: string, body?: object) => callOf(place.app, method, url, { body });
const status = async (answer: Promise<Answer>): Promise<number> => (await answer).status;

describe('messages on a case', () => {
  let request: string;
  let address: string;

  beforeAll(async () => {
    const { as } = place;
    const actingFor = idOf('kerbs');
    request = (await as('asker', 'POST', '/api/v1/requests', { actingFor, datasets: [kerbs] })).body.id as string;
    const at = `/api/v1/requests/${request}`;
    const { draft } = (await as('asker', 'GET', at)).body as { draft: { revision: number; basket: Basket[] } };
    const basket = draft.basket.map(({ id, available }) => ({
      dataset: id,
      columns: available.map((column) => ({ column: column.id, justification: 'Routes need it.' })),
    }));
    const saved = { draftRevision: draft.revision, actingFor, basket, answers: plainAnswers };
    const { draftRevision } = (await as('asker', 'PATCH', at, saved)).body as { draftRevision: number };
    const submitted = { revision: 0, draftRevision, actingFor, declaration: true };
    expect(await as('asker', 'POST', `${at}/commands/submit`, submitted)).toMatchObject({ status: 200 });
    const [one] = (await as('asker', 'GET', at)).body.cases as [{ id: string }];
    address = `${at}/cases/${one.id}/messages`;
  });

  interface Basket {
    readonly id: string;
    readonly available: readonly { readonly id: string }[];
  }
  const post = (who: string, text: string, more: object = {}) => place.as(who, 'POST', address, { text, ...more });
  const spoken = async (who: string) =>
    (
      (await place.as(who, 'GET', `/api/v1/requests/${request}`)).body.timeline as {
        kind: string;
        text?: string;
        by: string;
      }[]
    )
      .filter(({ kind }) => kind !== 'event')
      .map(({ kind, text, by }) => `${kind}: ${text} (${by})`);

  test('go from side to side; a note stays on its own', async () => {
    expect(await post('asker', 'Is it complete?', { actingFor: idOf('kerbs') })).toMatchObject({
      ...{ status: 201, body: { revision: 1 } },
    });
    place.clock.forward(1000);
    expect(await status(post('steward', 'It is.', { actingFor: idOf('council') }))).toBe(201);
    place.clock.forward(1000);
    expect(await status(post('steward', 'Is it?', { actingFor: idOf('council'), kind: 'note' }))).toBe(201);
    expect(await spoken('colleague')).toEqual([
      'message: Is it complete? (asker)',
      'message: It is. (The council organisation)',
    ]);
    expect(await spoken('steward')).toEqual([
      'message: Is it complete? (The kerbs organisation)',
      'message: It is. (steward)',
      'note: Is it? (steward)',
    ]);
  });

  test('are for the two sides alone', async () => {
    expect(await status(nobody('POST', address, { text: 'Hello.' }))).toBe(401);
    const strange = await post('outsider', 'Hello.', { actingFor: idOf('elsewhere') });
    expect(strange.status).toBe(404);
    const missing = address.replace(/cases\/[^/]+/, `cases/${unknown}`);
    expect((await place.as('outsider', 'POST', missing, { text: 'Hello.' })).body).toEqual(strange.body);
    expect(await status(post('individual', 'Hello.'))).toBe(404);
    expect(await status(post('outsider', 'Hello.', { actingFor: idOf('council') }))).toBe(403);
    expect(await status(post('asker', 'A note.', { kind: 'note' }))).toBe(403);
    expect(await status(post('outsider', 'A note.', { kind: 'note' }))).toBe(404);
    expect(await spoken('steward')).toHaveLength(3);
  });

  test('that say nothing or come twice are none', async () => {
    expect((await post('asker', '  ')).body.faults).toMatchObject([{ path: 'text' }]);
    expect(await status(post('asker', 'x'.repeat(20_001)))).toBe(400);
    expect(await status(post('asker', 'x', { kind: 'shout' }))).toBe(400);
    const key = { 'idempotency-key': 'once' };
    const first = await place.as('asker', 'POST', address, { text: 'Once.' }, key);
    expect((await place.as('asker', 'POST', address, { text: 'Once.' }, key)).body).toEqual(first.body);
    expect((await spoken('steward')).filter((line) => line.includes('Once.'))).toHaveLength(1);
  });
});

describe('questions about a dataset', () => {
  let address: string;
  beforeAll(() => {
    address = `/api/v1/datasets/${kerbs}/questions`;
  });
  const list = async (who?: string, at = address) => {
    const answer = await (who === undefined ? nobody('GET', at) : place.as(who, 'GET', at));
    expect(answer.status).toBe(200);
    return datasetQuestions.parse(answer.body);
  };
  const ask = (who: string, text = 'Which streets?', more: object = {}) =>
    place.as(who, 'POST', address, { text, ...more });
  const give = (who: string, id: string, command: string, body: object) =>
    place.as(who, 'POST', `/api/v1/questions/${id}/commands/${command}`, body);

  test('is asked, answered and read by everybody', async () => {
    const asked = await ask('individual');
    expect(asked).toMatchObject({ status: 201, body: { revision: 1 } });
    const id = asked.body.id as string;
    expect((await list()).items).toEqual([]);
    expect((await list('individual')).items).toMatchObject([{ id, mine: true, allowedCommands: ['close'] }]);
    const office = await list('owner');
    expect(office.items).toMatchObject([
      { id, asker: { name: 'individual' }, allowedCommands: ['answer', 'pass-on', 'close'], actFor: idOf('council') },
    ]);
    expect(office.passOnTo.map(({ id: to }) => to)).toContain(idOf('grid'));
    expect(office.passOnTo.map(({ id: to }) => to)).not.toContain(idOf('kerbs'));
    const answer = { revision: 1, actingFor: idOf('council'), text: 'All within the ring.', publish: true };
    expect(await give('owner', id, 'answer', answer)).toMatchObject({ status: 200, body: { id, revision: 2 } });
    const published = await list(undefined, '/api/v1/datasets/kerbs/questions');
    expect(published).toMatchObject({ mayAsk: false, items: [{ answer: { text: 'All within the ring.' } }] });
    expect(JSON.stringify(published)).not.toContain('individual');
    expect(await status(give('steward', id, 'unpublish', { revision: 2, actingFor: idOf('council') }))).toBe(200);
    expect((await list()).items).toEqual([]);
  });

  test('is passed on to another organisation, which answers', async () => {
    const id = (await ask('asker', 'Who digs there?', { actingFor: idOf('kerbs') })).body.id as string;
    const pass = { revision: 1, actingFor: idOf('council'), organisation: idOf('grid'), reason: 'They dig.' };
    const wrong = await give('steward', id, 'pass-on', { ...pass, organisation: idOf('kerbs') });
    expect(wrong.body).toMatchObject({
      status: 422,
      faults: [{ path: 'organisation', code: 'sharing.nobody-answers' }],
    });
    expect(await status(give('steward', id, 'pass-on', pass))).toBe(200);
    const stale = await give('power', id, 'close', { revision: 1, actingFor: idOf('grid'), reason: 'Ours.' });
    expect(stale.body).toMatchObject({ status: 409, current: { id, revision: 2, passedOn: { reason: 'They dig.' } } });
    expect(await status(give('power', id, 'close', { revision: 2, actingFor: idOf('grid'), reason: 'Secret.' }))).toBe(
      200,
    );
    const [closed] = (await list('asker')).items.filter((one) => one.id === id);
    expect(closed).toMatchObject({ state: { code: 'closed' }, closed: { reason: 'Secret.', takenBack: false } });
  });

  test('is nobody’s who neither asked nor answers', async () => {
    const id = (await ask('asker')).body.id as string;
    const commands: readonly [string, object][] = [
      ['answer', { revision: 1, text: 'Yes.', publish: true }],
      ['pass-on', { revision: 1, organisation: idOf('elsewhere'), reason: 'Ours.' }],
      ['close', { revision: 1, reason: 'No.' }],
      ['unpublish', { revision: 1 }],
    ];
    for (const [command, body] of commands) {
      const at = `/api/v1/questions/${id}/commands/${command}`;
      expect([command, await status(nobody('POST', at, { ...body, actingFor: idOf('council') }))]).toEqual([
        command,
        401,
      ]);
      const strange = await give('outsider', id, command, { ...body, actingFor: idOf('elsewhere') });
      const missing = await give('outsider', unknown, command, { ...body, actingFor: idOf('elsewhere') });
      expect([command, strange.status, strange.body]).toEqual([command, 404, missing.body]);
      expect(await status(give('outsider', 'x', command, { ...body, actingFor: idOf('elsewhere') }))).toBe(404);
      expect(await status(give('outsider', id, command, { ...body, actingFor: idOf('council') }))).toBe(403);
    }
    expect(await status(give('legal', id, 'answer', { ...commands[0]?.[1], actingFor: idOf('council') }))).toBe(403);
    expect(await status(give('steward', id, 'answer', commands[0]?.[1] ?? {}))).toBe(400);
    expect((await list('outsider')).items).toEqual([]);
    expect(await status(nobody('POST', address, { text: 'Me?' }))).toBe(401);
  });

  test('asks of nobody what they may not see, nor of who has not joined', async () => {
    const hidden = await place.dataset('Hidden kerbs', 'council');
    const at = `/api/v1/datasets/${hidden}`;
    const { revision } = (await place.as('owner', 'GET', at)).body as { revision: number };
    const visibility = { actingFor: idOf('council'), revision, visibility: 'organisation' };
    expect(await status(place.as('owner', 'POST', `${at}/commands/set-visibility`, visibility))).toBe(200);
    for (const call of [
      place.as('asker', 'GET', `${at}/questions`),
      place.as('asker', 'POST', `${at}/questions`, { text: 'What?' }),
      nobody('GET', `${at}/questions`),
      nobody('GET', '/api/v1/datasets/no-such-dataset/questions'),
      place.as('asker', 'GET', `/api/v1/datasets/${unknown}/questions`),
    ]) {
      expect(await status(call)).toBe(404);
    }
    expect((await list('siro', `${at}/questions`)).mayAsk).toBe(true);
    await place.database.rows(`update organisation set standing = 'unclaimed' where id = $1`, [idOf('council')]);
    expect((await list('asker')).bar?.code).toBe('sharing.publisher-unclaimed');
    expect((await ask('asker')).body).toMatchObject({ status: 422, code: 'sharing.publisher-unclaimed' });
    await place.database.rows(`update organisation set standing = 'member' where id = $1`, [idOf('council')]);
  });

  test('are ten a day of one person', async () => {
    for (let number = 0; number < 10; number += 1) expect(await status(ask('colleague', `${number}?`))).toBe(201);
    expect((await ask('colleague', 'One more?')).body).toMatchObject({
      status: 422,
      code: 'sharing.too-many-questions',
    });
  });

  test('come in pages', async () => {
    const first = await list('steward', `${address}?size=3`);
    expect(first.items).toHaveLength(3);
    const second = await list('steward', `${address}?size=3&after=${first.next}`);
    expect(second.items).toHaveLength(3);
    expect(first.items.map(({ id }) => id)).not.toContain(second.items[0]?.id);
    expect(await status(nobody('GET', `${address}?after=x`))).toBe(400);
  });
});

describe('standing advice', () => {
  const address = (organisation = 'council'): string => `/api/v1/organisations/${organisation}/standing-advice`;
  const advice = (more: object = {}): object => ({
    ...{ actingFor: idOf('council'), label: 'legal', verdict: 'support', lane: 'A', until: '2027-01-31' },
    ...{ text: 'No objection where the licence is open.', ...more },
  });
  const give = (who: string, more: object = {}, organisation = idOf('council')) =>
    place.as(who, 'POST', address(organisation), advice(more));
  const list = async (who: string): Promise<StandingAdviceList> =>
    standingAdviceList.parse((await place.as(who, 'GET', address())).body);
  const end = (who: string, id: string, more: object = {}) =>
    place.as(who, 'POST', `/api/v1/standing-advice/${id}/commands/end`, {
      ...{ revision: 1, actingFor: idOf('council'), ...more },
    });

  test('is given by its adviser, seen by colleagues, ended by an administrator', async () => {
    const given = await give('legal', { datasets: [kerbs], purposeClasses: ['research'] });
    expect(given).toMatchObject({ status: 201, body: { revision: 1 } });
    const id = given.body.id as string;
    const seen = await list('legal');
    expect(seen.items).toMatchObject([{ id, datasets: [{ title: 'Kerbs' }], allowedCommands: ['end'] }]);
    expect(seen.mayGive).toEqual([{ code: 'legal', label: 'legal' }]);
    expect((await list('owner')).items).toMatchObject([{ id, allowedCommands: [] }]);
    const stale = await end('administrator', id, { revision: 5 });
    expect(stale.body).toMatchObject({ status: 409, current: { items: [{ id }] } });
    expect(await status(end('owner', id))).toBe(403);
    expect(await status(end('administrator', id))).toBe(200);
    expect((await list('legal')).items).toMatchObject([{ id, state: { code: 'ended' }, allowedCommands: [] }]);
  });

  test('is refused with what is wrong beside each field', async () => {
    const wrong = await give('legal', { until: '2029-01-01', text: '', datasets: [], purposeClasses: ['fun'] });
    expect(wrong.body.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
      ...['datasets', 'purposeClasses', 'text', 'until'],
    ]);
    expect(await status(give('legal', { until: '2027-02-30' }))).toBe(400);
    expect(await status(give('legal', { label: 'fun' }))).toBe(400);
  });

  test('is nobody’s outside, and no other adviser’s', async () => {
    const id = (await give('legal')).body.id as string;
    expect(await status(nobody('GET', address()))).toBe(401);
    expect(await status(nobody('POST', address(idOf('council')), advice()))).toBe(401);
    expect(await status(nobody('POST', `/api/v1/standing-advice/${id}/commands/end`, { revision: 1 }))).toBe(401);
    expect(await status(place.as('outsider', 'GET', address()))).toBe(404);
    expect(await status(place.as('individual', 'GET', address()))).toBe(404);
    expect(await status(place.as('outsider', 'GET', address('no-such-organisation')))).toBe(404);
    expect(await status(give('dpo'))).toBe(403);
    expect(await status(give('administrator'))).toBe(403);
    expect(await status(give('outsider'))).toBe(403);
    expect(await status(give('outsider', { actingFor: idOf('elsewhere') }))).toBe(404);
    const strange = await end('outsider', id, { actingFor: idOf('elsewhere') });
    expect(strange.status).toBe(404);
    expect((await end('outsider', unknown, { actingFor: idOf('elsewhere') })).body).toEqual(strange.body);
    expect(await status(end('outsider', 'x', { actingFor: idOf('elsewhere') }))).toBe(404);
  });
});
