import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DatasetQuestions, DatasetQuestionView } from '#sharing/contracts';
import { checkAnswers } from '../../../contracts/checked-answers.ts';
import { Questions } from './questions.ts';
import { questionsTexts } from './questions-texts.ts';

const id = (last: number): string => `01989c00-0000-7000-8000-${String(last).padStart(12, '0')}`;
const council = { id: id(1), slug: 'exchester', name: 'Exchester' };
const bus = { id: id(2), slug: 'buses', name: 'Buses' };
const question = (number: number, given: Partial<DatasetQuestionView> = {}): DatasetQuestionView => ({
  ...{ id: id(10 + number), revision: 1, text: `Question ${number}?`, askedAt: '2026-11-23T09:00:00.000Z' },
  ...{ state: { code: 'asked', label: 'Waits for an answer' }, mine: false, organisation: council },
  ...{ published: false, allowedCommands: [], ...given },
});
const answered: Partial<DatasetQuestionView> = {
  ...{ state: { code: 'answered', label: 'Answered' }, published: true },
  answer: { text: 'Because.', at: '2026-11-24T09:00:00.000Z' },
};
const list = (given: Partial<DatasetQuestions> = {}): DatasetQuestions => ({
  ...{ items: [], publisher: council, mayAsk: true, passOnTo: [], ...given },
});

let http: HttpTestingController;
let fixture: ComponentFixture<Questions>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const texts = (selector: string): string[] =>
  [...page().querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
function one<Control extends Element>(selector: string): Control {
  const found = page().querySelector<Control>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
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

const url = '/api/v1/datasets/street-trees/questions';

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([checkAnswers])), provideHttpClientTesting(), provideRouter([])],
  });
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => http.verify({ ignoreCancelled: true }));

async function shown(view: DatasetQuestions, signedIn = true): Promise<void> {
  fixture = TestBed.createComponent(Questions);
  fixture.componentRef.setInput('dataset', 'street-trees');
  fixture.detectChanges();
  const person = signedIn ? { id: id(9), name: 'Ada', email: 'ada@exchester.example', operator: false } : null;
  const membership = { id: id(8), organisation: bus, roles: [], organisationName: bus.name };
  await answer('/api/v1/session', { person, memberships: signedIn ? [membership] : [], demonstration: false });
  await answer(url, view);
  await until(() => page().querySelector('wl-loading') === null);
  await fixture.whenStable();
}
const fill = (selector: string, value: string): void => {
  const control = one<HTMLTextAreaElement>(selector);
  control.value = value;
};
const send = (form: string): void => void one(form).dispatchEvent(new Event('submit', { cancelable: true }));

test('what is published is read with its answer, and nobody learns who asked', async () => {
  await shown(list({ items: [question(1, answered)], mayAsk: false }), false);
  expect(texts('.moment-line span')).toEqual(['Somebody asked', 'Asked on 23 November 2026', 'Answered']);
  expect(texts('.kept-lines')).toEqual(['Question 1?', 'Because.']);
  expect(texts('.source .label')).toEqual(['Answer of Exchester, 24 November 2026']);
  expect(texts('details')).toEqual([]);
  expect(texts('a')).toEqual([questionsTexts.en.askSignIn]);
  expect(one<HTMLAnchorElement>('a').getAttribute('href')).toMatch(/^\/sign-in\?next=/);
});

test('one is asked for an organisation, and the reader is told what happens', async () => {
  await shown(list());
  expect(texts('p')[0]).toBe(questionsTexts.en.none);
  expect(texts('wl-ask-form > p')[0]).toBe(questionsTexts.en.askNext('Exchester'));
  expect(texts('option')).toEqual(['Myself', 'Buses']);
  send('wl-ask-form form');
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual(['Write your question']);
  fill('#ask-text', ' Which trees? ');
  one<HTMLSelectElement>('#ask-actingFor').value = bus.id;
  send('wl-ask-form form');
  expect(await answer(url, { id: id(11), revision: 1 }, 201)).toEqual({ text: 'Which trees?', actingFor: bus.id });
  await answer(url, list({ items: [question(1, { mine: true, asker: { name: 'Ada' }, allowedCommands: ['close'] })] }));
  await until(() => texts('.moment-line span').length > 0);
  expect(texts('.moment-line span')[0]).toBe('You asked');
  expect(texts('wl-notice p')).toEqual([questionsTexts.en.askDone('Exchester')]);
  expect(one<HTMLTextAreaElement>('#ask-text').value).toBe('');
});

test('a refusal keeps what was typed', async () => {
  await shown(list());
  fill('#ask-text', 'An eleventh?');
  send('wl-ask-form form');
  const detail = 'You asked 10 questions today, and more are taken tomorrow.';
  await answer(url, { code: 'sharing.too-many-questions', title: 'Refused', detail }, 422);
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual([detail]);
  expect(one<HTMLTextAreaElement>('#ask-text').value).toBe('An eleventh?');
});

test('nobody asks a publisher that has not joined; its page says how to write to it', async () => {
  const bar = { code: 'sharing.publisher-unclaimed', message: 'Write to them.' };
  await shown(list({ mayAsk: false, bar }));
  expect(page().querySelector('wl-ask-form')).toBeNull();
  expect(one<HTMLAnchorElement>('a').getAttribute('href')).toBe('/organisations/exchester');
  expect(texts('p').at(-1)).toContain('Write to them.');
});

const mine = question(1, {
  ...{ asker: { name: 'Ben', organisation: bus }, actFor: council.id, allowedCommands: ['answer', 'pass-on', 'close'] },
});
const commands = `/api/v1/questions/${mine.id}/commands`;

test('those who answer see who asked, and answer', async () => {
  await shown(list({ items: [mine], passOnTo: [bus, council] }));
  expect(texts('.moment-line span')[0]).toBe('Ben asked, for Buses');
  expect(one<HTMLInputElement>('[name=publish]').checked).toBe(true);
  fill(`#answer-${mine.id}-text`, 'Because.');
  send('wl-question-commands form');
  expect(await answer(`${commands}/answer`, { id: mine.id, revision: 2 })).toEqual({
    ...{ revision: 1, actingFor: council.id, text: 'Because.', publish: true },
  });
  const done = { ...mine, ...answered, revision: 2, allowedCommands: ['answer', 'unpublish'] };
  await answer(url, list({ items: [done] }));
  await until(() => texts('.source').length > 0);
  expect(texts('wl-question-commands summary')).toEqual(['Change the answer: Question 1?']);
  one<HTMLButtonElement>('wl-question-commands button[type=button]').click();
  expect(await answer(`${commands}/unpublish`, { id: mine.id, revision: 3 })).toEqual({
    revision: 2,
    actingFor: council.id,
  });
  await answer(url, list());
});

test('they pass it on, or close it with a reason', async () => {
  await shown(list({ items: [mine], passOnTo: [bus, council] }));
  expect(texts('wl-question-commands option')).toEqual(['Choose an organisation', 'Buses']);
  const [, passing, closing] = [...page().querySelectorAll('wl-question-commands form')];
  passing?.dispatchEvent(new Event('submit', { cancelable: true }));
  await until(() => texts('wl-question-commands .error-summary li').length === 2);
  one<HTMLSelectElement>('[name=organisation]').value = bus.id;
  fill(`#pass-on-${mine.id}-reason`, 'Theirs.');
  passing?.dispatchEvent(new Event('submit', { cancelable: true }));
  const message = 'Its people may not see this dataset, so they could not answer.';
  const fault = { code: 'x', title: 'Refused', faults: [{ path: 'organisation', message }] };
  expect(await answer(`${commands}/pass-on`, fault, 422)).toMatchObject({ organisation: bus.id, reason: 'Theirs.' });
  await until(() => texts(`#pass-on-${mine.id}-organisation-error`)[0] === message);
  expect(texts('wl-question-commands .error-summary li')).toEqual([message]);
  fill(`#close-${mine.id}-reason`, 'Not about this.');
  closing?.dispatchEvent(new Event('submit', { cancelable: true }));
  await answer(`${commands}/close`, { code: 'ledger.stale', title: 'It changed meanwhile' }, 409);
  await answer(url, list({ items: [{ ...mine, revision: 4 }] }));
  await until(() => texts('wl-question-commands .error-summary li')[0] === questionsTexts.en.stale);
  expect(one<HTMLTextAreaElement>(`#close-${mine.id}-reason`).value).toBe('Not about this.');
});

test('an asker takes it back without a reason', async () => {
  await shown(list({ items: [question(1, { mine: true, asker: { name: 'Ada' }, allowedCommands: ['close'] })] }));
  expect(texts('.small')).toEqual([questionsTexts.en.onlyYours]);
  one<HTMLButtonElement>('wl-question-commands button').click();
  expect(await answer(`${commands}/close`, { id: mine.id, revision: 2 })).toEqual({ revision: 1 });
  const closed = { state: { code: 'closed', label: 'Closed without an answer' } as const, closed: { takenBack: true } };
  await answer(url, list({ items: [question(1, { mine: true, asker: { name: 'Ada' }, ...closed })] }));
  await until(() => texts('.badge')[0] === 'Closed without an answer');
  expect(texts('.secondary')).toContain(questionsTexts.en.takenBack);
});

test('older ones come on their own, with a way back', async () => {
  const next = question(1).id;
  await shown(list({ items: [question(1)], next }));
  one<HTMLButtonElement>('.button-row button').click();
  await answer(`${url}?after=${next}`, list({ items: [question(2)] }));
  await until(() => texts('.kept-lines')[0] === 'Question 2?');
  expect(texts('.button-row button')).toEqual(['Newest questions']);
});

test('that they could not be read is said', async () => {
  fixture = TestBed.createComponent(Questions);
  fixture.componentRef.setInput('dataset', 'street-trees');
  fixture.detectChanges();
  await answer('/api/v1/session', { person: null, memberships: [], demonstration: false });
  await answer(url, {}, 500);
  await until(() => texts('p').length > 0);
  expect(texts('p')).toEqual([questionsTexts.en.failed]);
});
