import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SessionView } from '#organisations/contracts';
import { draftExample, exampleId, requestExample } from '../../../testing/request-example.ts';
import { checkAnswers } from '../../contracts/checked-answers.ts';
import { Session } from '../../session/session.ts';
import { SignInAgain } from '../../session/sign-in-again.ts';
import { DraftSaving, SAVE_PAUSES } from './draft-saving.ts';
import { DraftSession } from './draft-session.ts';

const ada: SessionView = {
  person: { id: exampleId(1), name: 'Ada', email: 'ada@exchester.example', operator: false },
  memberships: [],
  demonstration: false,
};
const address = `/api/v1/requests/${exampleId(100)}`;
const savedAt = '2026-11-23T14:03:00.000Z';

let http: HttpTestingController;
let draft: DraftSession;
let saving: DraftSaving;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits until something holds; a test that waits in vain runs into its time limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

async function call(url: string): Promise<TestRequest> {
  for (;;) {
    const [made] = http.match(url);
    if (made) return made;
    await turn();
  }
}

const answers = (request: TestRequest): unknown => (request.request.body as { answers?: unknown }).answers;
const done = (request: TestRequest, draftRevision: number): void =>
  request.flush({ id: exampleId(100), draftRevision, savedAt });

/** A window in which Ada writes the example. */
async function window(pauses = { typing: 0, retries: [0], leaving: 0 }): Promise<void> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([checkAnswers])),
      provideHttpClientTesting(),
      { provide: SAVE_PAUSES, useValue: pauses },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(Session);
  [draft, saving] = [TestBed.inject(DraftSession), TestBed.inject(DraftSaving)];
  (await call('/api/v1/session')).flush(ada);
  await until(() => session.person() !== null);
}

beforeEach(async () => {
  localStorage.clear();
  await window();
  draft.open(requestExample());
  draft.lookForKept();
});
afterEach(() => http.verify());

test('what is written is sent once it pauses: only what differs, on the revision it began from', async () => {
  draft.answer('title', 'Shade');
  draft.answer('aims', 'Cool streets');
  const sent = await call(address);
  expect(sent.request.method).toBe('PATCH');
  expect(sent.request.headers.get('Idempotency-Key')).toBeTruthy();
  expect(sent.request.body).toEqual({ draftRevision: 3, answers: { title: 'Shade', aims: 'Cool streets' } });
  expect(saving.state()).toBe('saving');
  done(sent, 4);
  await until(() => saving.state() === 'saved');
  expect([draft.revision, draft.savedAt(), draft.holds()]).toEqual([4, savedAt, false]);
  await until(() => localStorage.length === 0);
});

test('it is sent for the organisation that asks', async () => {
  const organisation = { id: exampleId(7), slug: 'shady', name: 'Shady Streets' };
  const ours = { person: { id: exampleId(1), name: 'Ada' }, organisation };
  draft.open(requestExample({ id: exampleId(101), requester: ours }));
  draft.answer('title', 'Shade');
  const sent = await call(`/api/v1/requests/${exampleId(101)}`);
  expect(sent.request.body).toMatchObject({ actingFor: organisation.id });
  done(sent, 4);
  await until(() => saving.state() === 'saved');
});

test('what is written while something is being saved goes next, on the new revision', async () => {
  draft.answer('title', 'Shade');
  const first = await call(address);
  draft.answer('title', 'Shade in the street');
  draft.answer('commercial', false);
  done(first, 4);
  const second = await call(address);
  expect(second.request.body).toEqual({
    draftRevision: 4,
    answers: { title: 'Shade in the street', commercial: false },
  });
  done(second, 5);
  expect(await saving.flush()).toBe(true);
  expect(draft.holds()).toBe(false);
});

test('an answer taken away is sent as such', async () => {
  draft.answer('personal', undefined);
  const sent = await call(address);
  expect(answers(sent)).toEqual({ personal: null });
  done(sent, 4);
  await until(() => saving.state() === 'saved');
});

test('somebody saved first: theirs is there too, and mine is saved over it', async () => {
  draft.answer('title', 'Mine');
  const current = requestExample({
    draft: draftExample({ revision: 5, answers: { title: 'Light and shade', personal: false, aims: 'Theirs' } }),
  });
  (await call(address)).flush({ title: 'Stale', current }, { status: 409, statusText: 'Conflict' });
  const again = await call(address);
  expect(again.request.body).toEqual({ draftRevision: 5, answers: { title: 'Mine' } });
  expect(draft.written().answers).toEqual({ title: 'Mine', personal: false, aims: 'Theirs' });
  done(again, 6);
  await until(() => saving.state() === 'saved');
});

test('what both changed waits for a choice, and is kept in this browser until then', async () => {
  draft.answer('title', 'Mine');
  const current = requestExample({
    draft: draftExample({ revision: 4, answers: { title: 'Theirs', personal: false } }),
  });
  (await call(address)).flush({ title: 'Stale', current }, { status: 409, statusText: 'Conflict' });
  await until(() => draft.clashes().length > 0 && saving.state() === 'saved');
  expect(draft.written().answers['title']).toBe('Mine');
  expect([draft.unsaved(), draft.holds()]).toEqual([undefined, true]);
  await until(() => localStorage.length > 0);
  draft.keepMine(draft.clashes()[0]!);
  const mine = await call(address);
  expect(mine.request.body).toEqual({ draftRevision: 4, answers: { title: 'Mine' } });
  done(mine, 5);
  await until(() => !draft.holds());
});

test('no connection: it is kept in this browser and sent again', async () => {
  draft.answer('title', 'Typed on a train');
  (await call(address)).error(new ProgressEvent('error'));
  await until(() => saving.state() === 'offline' && localStorage.length > 0);
  const again = await call(address);
  expect(answers(again)).toEqual({ title: 'Typed on a train' });
  done(again, 4);
  await until(() => saving.state() === 'saved' && localStorage.length === 0);
});

test('a window that comes back offers what was kept, brought together with what was saved since', async () => {
  draft.answer('title', 'Typed on a train');
  draft.answer('personal', true);
  await until(() => localStorage.length > 0);
  (await call(address)).error(new ProgressEvent('error'));

  await window();
  const since = draftExample({ revision: 4, answers: { title: 'Light and shade', personal: false, aims: 'Theirs' } });
  draft.open(requestExample({ draft: since }));
  draft.lookForKept();
  expect(draft.found()).toBeDefined();
  draft.restore();
  expect(draft.written().answers).toEqual({ title: 'Typed on a train', personal: true, aims: 'Theirs' });
  const sent = await call(address);
  expect(sent.request.body).toEqual({ draftRevision: 4, answers: { title: 'Typed on a train', personal: true } });
  done(sent, 5);
  await until(() => localStorage.length === 0);
});

test('what was kept and the service has by now is not offered', async () => {
  draft.answer('title', 'Arrived after all');
  await until(() => localStorage.length > 0);
  (await call(address)).error(new ProgressEvent('error'));
  await window();
  draft.open(
    requestExample({ draft: draftExample({ revision: 4, answers: { title: 'Arrived after all', personal: false } }) }),
  );
  draft.lookForKept();
  expect(draft.found()).toBeUndefined();
  await until(() => localStorage.length === 0);
});

test('a session that ended is begun again over the page, and the same call sent once more', async () => {
  draft.answer('title', 'Shade');
  const first = await call(address);
  first.flush({}, { status: 401, statusText: 'Unauthorized' });
  const again = TestBed.inject(SignInAgain);
  await until(() => again.answer() !== undefined);
  again.settle(true);
  const second = await call(address);
  expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
  done(second, 4);
  await until(() => saving.state() === 'saved');
});

test.each([
  [404, 'gone'],
  [403, 'gone'],
  [422, 'refused'],
])('%d is not tried again by itself: %s', async (status, state) => {
  const faults = [{ path: 'answers.title', message: 'Shorten this' }];
  draft.answer('title', 'Shade');
  (await call(address)).flush({ faults }, { status, statusText: 'No' });
  await until(() => saving.state() === state);
  expect(saving.faults()).toEqual(faults);
  draft.answer('title', 'Less shade');
  const again = await call(address);
  done(again, 4);
  await until(() => saving.state() === 'saved');
  expect(saving.faults()).toEqual([]);
});

test('what the page reads afresh does not undo what is not saved yet', async () => {
  await window({ typing: 1e9, retries: [0], leaving: 0 });
  draft.open(requestExample());
  draft.answer('title', 'Mine');
  draft.open(requestExample());
  draft.open(
    requestExample({ draft: draftExample({ revision: 4, answers: { title: 'Light and shade', personal: true } }) }),
  );
  expect(draft.written().answers).toEqual({ title: 'Mine', personal: true });
  expect(draft.unsaved()).toEqual({ answers: { title: 'Mine' } });
});
