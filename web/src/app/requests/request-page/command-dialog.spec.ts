import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CaseSummary } from '#sharing/contracts';
import { caseExample, draftExample, exampleId, requestExample } from '../../../testing/request-example.ts';
import { checkAnswers } from '../../contracts/checked-answers.ts';
import { RequestCommandDialog, type AskedCommand } from './command-dialog.ts';

const organisation = { id: exampleId(7), slug: 'shady', name: 'Shady Streets' };
const request = requestExample({
  revision: 6,
  draft: draftExample({ revision: 9 }),
  requester: { person: { id: exampleId(1), name: 'Ada' }, organisation },
});
const one = caseExample({ revision: 4 });
const commands = `/api/v1/requests/${request.id}/commands`;
const ofCase = `/api/v1/requests/${request.id}/cases/${one.id}/commands`;

// jsdom draws no dialogs: what a browser does with them is tried in a browser.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

let http: HttpTestingController;
beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([checkAnswers])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function call(): Promise<TestRequest> {
  for (;;) {
    const [made] = http.match(() => true);
    if (made) return made;
    await turn();
  }
}

/** The dialogue for a command, and a press of its button. */
async function asked(command: AskedCommand, reasons = '') {
  const done: unknown[] = [];
  const fixture = TestBed.createComponent(RequestCommandDialog, {
    bindings: [
      inputBinding('request', () => request),
      inputBinding('asked', signal(command)),
      outputBinding('done', (answer) => done.push(answer)),
    ],
  });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = (): void => {
    page.querySelector('textarea')!.value = reasons;
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  return { page, fixture, done, press };
}

test.each<[string, AskedCommand, string, object]>([
  ['a request is withdrawn on its revision', { command: 'withdraw' }, `${commands}/withdraw`, { revision: 6 }],
  ['a draft is deleted on the revision of the draft', { command: 'delete' }, `${commands}/delete`, { revision: 9 }],
  ['a case is withdrawn on its own', { command: 'withdraw', case: one }, `${ofCase}/withdraw`, { revision: 4 }],
  [
    'a case that was passed on is followed by the request',
    { command: 'follow-redirect', case: one },
    `${commands}/follow-redirect`,
    { revision: 6, case: one.id },
  ],
])('%s', async (_, command, address, body) => {
  const { done, press } = await asked(command);
  press();
  const sent = await call();
  expect([sent.request.url, sent.request.body]).toEqual([address, { actingFor: organisation.id, ...body }]);
  sent.flush({ id: exampleId(300), revision: 7 });
  while (done.length === 0) await turn();
  expect(done).toEqual([{ command: command.command, id: exampleId(300) }]);
});

test('a review needs reasons, and carries them', async () => {
  const empty = await asked({ command: 'ask-review', case: one });
  empty.press();
  await empty.fixture.whenStable();
  expect(empty.page.querySelector('[role=alert]')?.textContent).toContain('Say why you ask for a review.');
  const { press } = await asked({ command: 'ask-review', case: one }, ' It was overlooked. ');
  press();
  expect((await call()).request.body).toEqual({
    revision: 4,
    actingFor: organisation.id,
    reasons: 'It was overlooked.',
  });
});

test('a refusal stands in the dialogue in the words of the service', async () => {
  const { page, fixture, press } = await asked({ command: 'withdraw', case: one });
  press();
  const faults = [{ path: '', message: 'Not while the case is: decided.' }];
  (await call()).flush({ faults }, { status: 422, statusText: 'No' });
  while (page.querySelector('[role=alert]') === null) {
    await fixture.whenStable();
    await turn();
  }
  expect(page.querySelector('[role=alert]')?.textContent).toContain('Not while the case is: decided.');
});

test('it says what will happen, and names who is meant', async () => {
  const redirect = {
    kind: { code: 'not-held', label: 'Held by somebody else' },
    organisation: { id: exampleId(3), slug: 'eller-water', name: 'Eller Water' },
    datasets: [],
    followed: false,
  };
  const outcome = { code: 'redirected', label: 'Passed on', conditional: false } as const;
  const passedOn: CaseSummary = {
    ...one,
    decision: { outcome, on: '2026-11-24', parts: [], redirect, awaitsForms: false },
  };
  const { page } = await asked({ command: 'follow-redirect', case: passedOn });
  expect(page.textContent).toContain('Eller Water gets the same request, with the same answers.');
});
