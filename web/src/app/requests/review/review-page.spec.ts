import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionView } from '#organisations/contracts';
import type { CaseView } from '#sharing/contracts';
import { askedExample, caseExample, exampleId, referenceExample } from '../../../testing/case-example.ts';
import { checkAnswers } from '../../contracts/checked-answers.ts';
import { ReviewPage } from './review-page.ts';
import { typingKey } from './typing.ts';

const person = { id: exampleId(20), name: 'Gwen', email: 'gwen@ellermouth.example', operator: false };
const session: SessionView = { person, memberships: [], demonstration: false };
const caseUrl = `/api/v1/requests/${exampleId(3)}/cases/${exampleId(1)}`;
const commandUrl = (command: string): string => `${caseUrl}/commands/${command}`;
const key = typingKey(person.id, exampleId(1));

let http: HttpTestingController;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const texts = (selector: string): string[] => [...page().querySelectorAll(selector)].map(words);
const one = <Kind extends HTMLElement>(selector: string): Kind => {
  const found = page().querySelector<Kind>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
const press = (said: string): void => {
  const found = [...page().querySelectorAll<HTMLElement>('button, label.check')].find((each) => words(each) === said);
  if (!found) throw new Error(`There is no “${said}”`);
  (found.querySelector('input') ?? found).click();
};
const type = (selector: string, text: string): void => {
  const box = one<HTMLTextAreaElement>(selector);
  box.value = text;
  box.dispatchEvent(new Event('input'));
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits until what is shown is as a test expects it; a test that waits in vain runs into its time limit. */
async function until(shown: () => boolean): Promise<void> {
  while (!shown()) await turn();
}

/** Answers a call as soon as it is made. @returns its body */
async function answer(url: string, body: object, status = 200): Promise<unknown> {
  for (;;) {
    const [call] = http.match(url);
    if (call) {
      call.flush(body, { status, statusText: String(status) });
      return call.request.body;
    }
    await turn();
  }
}

/** The screen as it is drawn once the case and the lists are there. */
async function opened(view: CaseView): Promise<void> {
  const arriving = harness.navigateByUrl(`/requests/${exampleId(3)}/cases/${exampleId(1)}`);
  await answer(caseUrl, view);
  await answer('/api/v1/sharing/reference', referenceExample);
  await answer('/api/v1/session', session);
  await arriving;
  await until(() => texts('h1').length > 0);
}

beforeEach(async () => {
  // Neither is there in jsdom.
  Element.prototype.scrollIntoView = () => {};
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([checkAnswers])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'requests/:id/cases/:case', component: ReviewPage }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create();
});
afterEach(() => http.verify({ ignoreCancelled: true }));

const decided = caseExample({
  revision: 8,
  state: { code: 'decided', label: 'Decided' },
  stage: undefined,
  tasks: [],
  allowedCommands: ['rescind'],
  decision: {
    outcome: { code: 'approved', label: 'Approved', conditional: true },
    on: '2026-11-24',
    awaitsForms: false,
    parts: [{ by: 'Gwen', reasons: 'It helps.', conditions: ['Delete it'], datasets: [], record: [], precedents: [] }],
  },
});

test('a decision is sent with what was chosen, and its result takes the focus', async () => {
  await opened(caseExample());
  expect(texts('#step-heading')).toEqual(['Decide']);
  press('Approve all as asked');
  await until(() => texts('.decide-summary p')[0]?.startsWith('It gives 2 columns') ?? false);
  type('#reasons', 'It helps.');
  press('Add a condition');
  await until(() => page().querySelector('.decide-conditions textarea') !== null);
  type('.decide-conditions textarea', 'Delete it');
  expect(localStorage.getItem(key)).toContain('It helps.');
  press('Put the decision on record');
  const body = await answer(commandUrl('decide'), { id: exampleId(1), revision: 8 });
  expect(body).toMatchObject({
    revision: 7,
    actingFor: exampleId(2),
    task: 'decide:1',
    reasons: 'It helps.',
    conditions: ['Delete it'],
    datasets: [{ dataset: exampleId(10), outcome: 'approved', columns: [{ form: 'as-is' }, { form: 'as-is' }] }],
  });
  await answer(caseUrl, decided);
  await until(() => words(document.activeElement).startsWith('Your decision is on record.'));
  expect(texts('.review-part-decision .kept-lines')).toContain('It helps.');
  expect(localStorage.getItem(key)).toBeNull();
});

test('what is not decided is said beside it before anything is sent', async () => {
  await opened(caseExample());
  press('Put the decision on record');
  await until(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(texts('.error-summary a')).toEqual(['Approve or refuse Bus stops']);
  expect(texts(`[id="datasets-${exampleId(10)}"] .field-error`)).toEqual(['Approve or refuse Bus stops']);
});

test('what the service refuses stands beside the fields and in a summary, and all that was typed stays', async () => {
  await opened(caseExample({ lane: { code: 'B', label: 'About people' } }));
  press('Approve all as asked');
  type('#reasons', 'It helps.');
  press('Put the decision on record');
  const faults = [
    { path: 'codes.lawfulBasisOwner', code: 'x', message: 'Choose the lawful basis.' },
    { path: '', code: 'y', message: 'The adviser has not been heard yet.' },
  ];
  await answer(commandUrl('decide'), { code: 'x', title: 'Refused', detail: 'No.', faults }, 422);
  await until(() => document.activeElement?.classList.contains('error-summary') ?? false);
  expect(texts('.error-summary li')).toEqual(['Choose the lawful basis.', 'The adviser has not been heard yet.']);
  expect(one('#codes-lawfulBasisOwner').getAttribute('aria-invalid')).toBe('true');
  expect(one<HTMLTextAreaElement>('#reasons').value).toBe('It helps.');
  one('.error-summary a').click();
  await until(() => document.activeElement?.id === 'codes-lawfulBasisOwner');
});

test('one who was overtaken reads what changed and keeps what they typed', async () => {
  await opened(caseExample());
  type('#reasons', 'It helps.');
  press('Approve all as asked');
  press('Put the decision on record');
  await answer(commandUrl('decide'), { code: 'ledger.stale', title: 'It changed meanwhile', detail: 'Look.' }, 409);
  const event = {
    at: '2026-11-24T10:00:00.000Z',
    sentence: 'Legal advice was given.',
    by: 'Lee',
    kind: 'event',
  } as const;
  await answer(caseUrl, caseExample({ revision: 9, timeline: [...caseExample().timeline, event] }));
  await until(() => words(document.activeElement).startsWith('Somebody was faster'));
  expect(texts('.review-step-outcome li')).toEqual(['Legal advice was given. (Lee, 24 November 2026 at 10:00)']);
  expect(one<HTMLTextAreaElement>('#reasons').value).toBe('It helps.');
  press('Put the decision on record');
  expect(await answer(commandUrl('decide'), { id: exampleId(1), revision: 10 })).toMatchObject({ revision: 9 });
  await answer(caseUrl, decided);
  await until(() => words(document.activeElement).startsWith('Your decision is on record.'));
});

test('without a connection nothing is lost, and the words say so', async () => {
  await opened(caseExample());
  press('Approve all as asked');
  press('Put the decision on record');
  for (;;) {
    const [call] = http.match(commandUrl('decide'));
    if (call) {
      call.error(new ProgressEvent('error'));
      break;
    }
    await turn();
  }
  await until(() => document.activeElement?.classList.contains('error-summary') ?? false);
  expect(words(document.activeElement)).toContain('There was no answer from the service.');
  expect(one<HTMLInputElement>('.decide-columns input').checked).toBe(true);
});

test('what was typed in a window that was shut is back, and can be thrown away', async () => {
  const forms = { 'decide:decide:1': { reasons: 'Begun yesterday' } };
  localStorage.setItem(key, JSON.stringify({ shape: 1, at: '2026-11-23T15:04:00.000Z', forms }));
  await opened(caseExample());
  await until(() => one<HTMLTextAreaElement>('#reasons').value === 'Begun yesterday');
  expect(texts('.notice')[0]).toContain('What you typed here on 23 November 2026 at 15:04 is back');
  press('Throw it away');
  await until(() => one<HTMLTextAreaElement>('#reasons').value === '');
  expect(localStorage.getItem(key)).toBeNull();
});

test('comments written beside answers go out together', async () => {
  await opened(caseExample());
  press('Ask about this: Where it is kept');
  await until(() => document.activeElement?.id === 'ask-storage');
  type('#ask-storage', 'In which country?');
  await until(() => texts('.review-step-collected').length > 0);
  press('Ask for more information');
  await until(() => document.activeElement?.id === 'step-heading');
  expect(texts('.return-comments strong')).toEqual(['Where it is kept']);
  type('#whole', 'Two things.');
  press('Send back to the requester');
  expect(await answer(commandUrl('return'), { id: exampleId(1), revision: 8 })).toEqual({
    revision: 7,
    actingFor: exampleId(2),
    cannotIdentify: false,
    comments: [
      { question: '', text: 'Two things.' },
      { question: 'storage', text: 'In which country?' },
    ],
  });
  await answer(
    caseUrl,
    caseExample({ revision: 8, state: { code: 'returned', label: 'More information needed' }, tasks: [] }),
  );
  await until(() => words(document.activeElement).startsWith('The request is back with the requester.'));
});

test('an action that is left keeps what was typed, and the focus goes back to where it was chosen', async () => {
  await opened(caseExample());
  press('Refuse the whole request');
  await until(() => texts('#step-heading')[0] === 'Refuse the whole request');
  type('#reasons', 'Unsafe.');
  press('Back, keep what I typed');
  await until(() => words(document.activeElement) === 'More actions');
  press('Refuse the whole request');
  await until(() => texts('#step-heading')[0] === 'Refuse the whole request');
  expect(one<HTMLTextAreaElement>('#reasons').value).toBe('Unsafe.');
  press('Refuse the request');
  await until(() => document.activeElement?.classList.contains('error-summary') ?? false);
  expect(texts('#ground ~ *, .field-error')).toContain('Choose one');
});

test('why an action is not there is said', async () => {
  await opened(caseExample());
  expect(texts('.why-not dt')).toEqual(['Handle with less care']);
  expect(texts('.why-not dd')).toEqual(['This is for the DPO.']);
});

test('the first check turns fields in words into columns', async () => {
  const task = { ...caseExample().tasks[0]!, id: 'validate', kind: { code: 'validate', label: 'Check' } };
  const asked = [askedExample({ columns: [], fields: 'How full each bus is' })];
  await opened(caseExample({ tasks: [task], allowedCommands: ['validate'], asked }));
  const column = [...page().querySelectorAll('label.check')].find((label) => words(label).startsWith('boardings'));
  column?.querySelector('input')?.click();
  press('It is complete');
  expect(await answer(commandUrl('validate'), { id: exampleId(1), revision: 8 })).toEqual({
    revision: 7,
    actingFor: exampleId(2),
    regime: 're-use',
    columns: [{ dataset: exampleId(10), columns: [exampleId(12)] }],
  });
  await answer(caseUrl, caseExample({ revision: 8, tasks: [] }));
  await until(() => words(document.activeElement).startsWith('The request is marked as complete.'));
});

test('a precedent begins the reasons and is put on record', async () => {
  const precedent = {
    case: exampleId(60),
    request: exampleId(61),
    reference: 'WL-2026-0007',
    title: 'Trams',
    requester: 'Eller Trams',
    outcome: { code: 'approved', label: 'Approved' },
    on: '2026-05-01',
    why: 'The same dataset.',
    reasons: 'Public benefit.',
  };
  await opened(caseExample({ precedents: [precedent] }));
  press('Use as starting text: WL-2026-0007');
  await until(() => document.activeElement?.id === 'reasons');
  expect(one<HTMLTextAreaElement>('#reasons').value).toBe('Public benefit.');
  expect(one<HTMLInputElement>('#precedents input').checked).toBe(true);
});

test('a note is kept, and says beside its box what may become of it', async () => {
  await opened(caseExample());
  expect(texts('#note-text-hint')[0]).toContain('freedom of information');
  press('Keep the note');
  await until(() => texts('#note-text-error').length > 0);
  type('#note-text', 'Ask Lee.');
  press('Keep the note');
  const body = await answer(`${caseUrl}/messages`, { id: exampleId(1), revision: 7 });
  expect(body).toEqual({ text: 'Ask Lee.', kind: 'note', actingFor: exampleId(2) });
  const entry = {
    at: '2026-11-24T10:00:00.000Z',
    sentence: 'A note.',
    by: 'Gwen',
    kind: 'note',
    text: 'Ask Lee.',
  } as const;
  await answer(caseUrl, caseExample({ timeline: [entry] }));
  await until(() => texts('.case-talk').length > 0);
  expect(one<HTMLTextAreaElement>('#note-text').value).toBe('');
});

test('a board reads it without answers, steps and notes, and opens them with a reason', async () => {
  await opened(caseExample({ side: 'board', sections: [], refusedCommands: [], allowedCommands: ['open-sample'] }));
  expect(page().querySelectorAll('form')).toHaveLength(1);
  expect(texts('.review-part-answers p')[0]).toMatch(/^Boards read decisions and advice\./);
  press('Open as a sample');
  await until(() => texts('.field-error').length > 0);
  expect(texts('.field-error')).toEqual(['Say why you look at this one: the data owner reads it.']);
  type('#sample-reason', 'One in twenty is looked at.');
  press('Open as a sample');
  const sent = await answer(commandUrl('open-sample'), { id: exampleId(1), revision: 9 });
  expect(sent).toEqual({ revision: caseExample().revision, reason: 'One in twenty is looked at.' });
  const sample = { board: { id: exampleId(9), slug: 'board', name: 'The board' }, until: '2026-12-07' };
  await answer(caseUrl, caseExample({ side: 'board', sample, allowedCommands: [], refusedCommands: [] }));
  await until(() => page().querySelector('wl-answer-list') !== null);
  expect(texts('.review-part-answers wl-notice')).toEqual(['Opened as a sample for The board, until 7 December 2026.']);
});

test('a case that is not there says so', async () => {
  const arriving = harness.navigateByUrl(`/requests/${exampleId(3)}/cases/${exampleId(1)}`);
  await answer(caseUrl, { code: 'http.not-found', title: 'Not found' }, 404);
  await answer('/api/v1/sharing/reference', referenceExample);
  await answer('/api/v1/session', session);
  await arriving;
  await until(() => texts('h1').length > 0);
  expect(texts('h1')).toEqual(['This page is not here']);
});
