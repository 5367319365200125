import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionView } from '#organisations/contracts';
import type { Inbox, InboxItem } from '#sharing/contracts';
import { exampleId, inboxItemExample, referenceExample } from '../../testing/case-example.ts';
import { checkAnswers } from '../contracts/checked-answers.ts';
import { InboxPage } from './inbox-page.ts';

const person = { id: exampleId(20), name: 'Gwen', email: 'gwen@ellermouth.example', operator: false };
const session: SessionView = { person, memberships: [], demonstration: false };
const filtersKey = `wayleave.kept.${person.id}.inbox`;

let http: HttpTestingController;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const texts = (selector: string): string[] => [...page().querySelectorAll(selector)].map(words);
const press = (said: string): void => {
  const found = [...page().querySelectorAll<HTMLElement>('button, a, label.check')].find(
    (each) => words(each) === said,
  );
  if (!found) throw new Error(`There is no “${said}”`);
  (found.querySelector('input') ?? found).click();
};
const key = (pressed: string): void => {
  const event = new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
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

const item = (number: number, more: Partial<InboxItem> = {}): InboxItem =>
  inboxItemExample({ case: exampleId(number), reference: `WL-${number}`, title: `Work ${number}`, ...more });
const inbox = (items: readonly InboxItem[], more: Partial<Inbox> = {}): Inbox => ({
  items: [...items],
  counts: { mine: items.length, standingIn: 0, team: 4, overdue: items.filter(({ left }) => left < 0).length },
  organisations: [],
  ...more,
});

/** The page with its list. */
async function opened(list: Inbox, address = '/inbox', query = 'size=50'): Promise<void> {
  const arriving = harness.navigateByUrl(address);
  await answer(`/api/v1/inbox?${query}`, list);
  await answer('/api/v1/session', session);
  await arriving;
  await until(() => texts('h1').length > 0 && texts('.inbox-title a').length === list.items.length);
}

beforeEach(async () => {
  // Not there in jsdom.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([checkAnswers])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'inbox', component: InboxPage }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create();
});
afterEach(() => http.verify({ ignoreCancelled: true }));

test('shows what waits with the time left in words, and leads to it', async () => {
  await opened(inbox([item(1, { left: -2 }), item(4, { left: 3 })]));
  expect(texts('.inbox-count')).toEqual(['2 pieces of work, 1 overdue']);
  expect(texts('.days-left .badge')).toEqual(['2 working days late', '3 working days left']);
  expect(page().querySelector('.inbox-title a')?.getAttribute('href')).toBe(
    `/requests/${exampleId(3)}/cases/${exampleId(1)}`,
  );
  expect(texts('.tabs a')).toEqual(['Mine (2)', 'Standing in (0)', 'Team (4)']);
});

test('the filters stand in the address, and one who has saved them begins with them', async () => {
  await opened(inbox([item(1)]));
  press('Overdue only');
  await answer('/api/v1/inbox?overdue=true&size=50', inbox([item(4, { left: -1 })]));
  await until(() => texts('.inbox-title a')[0] === 'Work 4');
  expect(TestBed.inject(Router).url).toBe('/inbox?overdue=true');
  press('Save these filters');
  await until(() => texts('p').some((text) => text.startsWith('Your saved filters are on.')));
  expect(JSON.parse(localStorage.getItem(filtersKey) ?? '')).toBe('overdue=true');
  press('Show all');
  await answer('/api/v1/inbox?size=50', inbox([item(1)]));
  await until(() => texts('.inbox-title a')[0] === 'Work 1');
  expect(TestBed.inject(Router).url).toBe('/inbox');
});

test('saved filters are applied when the inbox is opened', async () => {
  localStorage.setItem(filtersKey, JSON.stringify('kind=advise'));
  const arriving = harness.navigateByUrl('/inbox');
  await answer('/api/v1/inbox?size=50', inbox([item(1)]));
  await answer('/api/v1/session', session);
  await answer('/api/v1/inbox?kind=advise&size=50', inbox([]));
  await arriving;
  await until(() => texts('h2').includes('Nothing fits these filters'));
  expect(TestBed.inject(Router).url).toBe('/inbox?kind=advise');
});

test('more is put behind what is there', async () => {
  await opened(inbox([item(1)], { next: 'n1' }));
  press('Show 50 more');
  await answer('/api/v1/inbox?after=n1&size=50', inbox([item(4)]));
  await until(() => texts('.inbox-title a').length === 2);
  expect(texts('.inbox-count')).toEqual(['2 pieces of work']);
  expect(texts('button')).not.toContain('Show 50 more');
});

test('advice is asked for on several, and each says what came of it', async () => {
  await opened(inbox([item(1), item(4), item(5, { kind: { code: 'answer', label: 'Answer' } })]));
  expect(page().querySelectorAll('.inbox-box input')).toHaveLength(2);
  press('Choose: Work 1');
  press('Choose: Work 4');
  await until(() => texts('.inbox-batch strong')[0] === '2 chosen');
  press('Ask for advice …');
  await answer('/api/v1/sharing/reference', referenceExample);
  await until(() => page().querySelectorAll('#batch-label option').length === 3);
  press('Ask for advice');
  await until(() => texts('#batch-label-error').length > 0);
  const list = page().querySelector<HTMLSelectElement>('#batch-label');
  if (list) list.value = 'legal';
  press('Ask for advice');
  const path = (number: number): string =>
    `/api/v1/requests/${exampleId(3)}/cases/${exampleId(number)}/commands/ask-advice`;
  const body = await answer(path(1), { id: exampleId(1), revision: 8 });
  expect(body).toEqual({ revision: 7, actingFor: exampleId(2), label: 'legal' });
  const faults = [{ path: 'label', code: 'x', message: 'This adviser is asked already.' }];
  await answer(path(4), { code: 'x', title: 'Refused', detail: 'No.', faults }, 422);
  await answer('/api/v1/inbox?size=50', inbox([item(1), item(4)]));
  await until(() => document.activeElement?.classList.contains('inbox-batch-results') ?? false);
  expect(texts('.inbox-batch-results li')).toEqual([
    'WL-1, Work 1: done',
    'WL-4, Work 4: not done: This adviser is asked already.',
  ]);
  expect(texts('.inbox-batch')).toEqual([]);
});

test('single keys do nothing until they are switched on', async () => {
  await opened(inbox([item(1), item(4)]));
  key('j');
  expect(document.activeElement?.tagName).not.toBe('A');
  press('Single-key shortcuts Off unless you switch them on; kept in this browser.');
  await turn();
  (document.activeElement as HTMLElement | null)?.blur();
  key('j');
  expect(words(document.activeElement)).toBe('Work 1');
  key('j');
  expect(words(document.activeElement)).toBe('Work 4');
  key('x');
  await until(() => texts('.inbox-batch strong')[0] === '1 chosen');
  key('k');
  expect(words(document.activeElement)).toBe('Work 1');
  key('?');
  await until(() => texts('kbd').length > 0);
});

test('without any it says what would be here', async () => {
  await opened(inbox([]));
  expect(texts('h2')).toEqual(['Nothing waits for you']);
});

test('nobody is asked to sign in', async () => {
  const arriving = harness.navigateByUrl('/inbox');
  await answer('/api/v1/inbox?size=50', { code: 'organisations.not-signed-in', title: 'Sign in first' }, 401);
  await answer('/api/v1/session', { ...session, person: null });
  await arriving;
  await until(() => texts('a').includes('Sign in'));
  expect(texts('h1')).toEqual(['Inbox']);
});
