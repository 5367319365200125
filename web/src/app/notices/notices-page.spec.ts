import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { NoticeView } from '#notices/contracts';
import type { SessionView } from '#organisations/contracts';
import { checkAnswers } from '../contracts/checked-answers.ts';
import { NoticeBell, numberInBell } from '../shell/notice-bell.ts';
import { NoticesPage } from './notices-page.ts';

@Component({ template: '<h1>The inbox</h1>' })
class Inbox {}

const id = (number: number): string => `0197f000-0000-7000-8000-00000000000${number}`;
const session: SessionView = {
  person: { id: id(0), name: 'Ada', email: 'ada@exchester.example', operator: false },
  memberships: [],
  demonstration: false,
};
const notice = (number: number, more: Partial<NoticeView> = {}): NoticeView => ({
  ...{ id: id(number), kind: 'asks', topic: 'case-needs-validation', sentence: `Request ${number} waits.` },
  ...{ href: `/inbox?number=${number}`, at: '2026-11-23T09:00:00.000Z', read: false, settled: false },
  ...more,
});

let http: HttpTestingController;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const texts = (selector: string): string[] =>
  [...page().querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
/** The number in the bell. */
const bell = (): string => texts('.bell-number')[0] ?? '0';
const click = (selector: string): void => page().querySelector<HTMLElement>(selector)?.click();

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

const waitingUrl = '/api/v1/notices?only=waiting&size=100';
const happenedUrl = '/api/v1/notices?only=happened';
const countUrl = '/api/v1/notices/count';
const readUrl = '/api/v1/notices/commands/read';

@Component({ imports: [NoticeBell, RouterOutlet], template: '<wl-notice-bell /><router-outlet />' })
class Around {}

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([checkAnswers])),
      provideHttpClientTesting(),
      provideRouter(
        [
          {
            path: '',
            component: Around,
            children: [
              { path: 'notices', component: NoticesPage },
              { path: 'inbox', component: Inbox },
            ],
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create();
});
afterEach(() => http.verify({ ignoreCancelled: true }));

/** The page with its bell, for Ada, once everything is there. */
async function opened(waiting: readonly NoticeView[], happened: readonly NoticeView[], more = {}): Promise<void> {
  const unread = [...waiting, ...happened].filter(({ read, settled }) => !read && !settled).length;
  const arriving = harness.navigateByUrl('/notices');
  await answer('/api/v1/session', session);
  await answer(waitingUrl, { items: waiting, unread });
  await answer(happenedUrl, { items: happened, unread, ...more });
  await answer(countUrl, { unread, asking: waiting.length });
  await arriving;
  await until(() => texts('h1').length > 0 && bell() === numberInBell(unread));
}

test('shows what waits and what happened, and leads to each', async () => {
  const told = { kind: 'tells', sentence: 'Your request was decided.', href: '/inbox', read: true } as const;
  const done = notice(2, { settled: true });
  await opened([notice(4)], [notice(3, told), done], { next: done.id });
  expect(texts('h2')).toEqual(['Waits for you 1', 'What happened']);
  expect(texts('.told')).toEqual([
    'Request 4 waits.Unread23 November 2026 at 09:00',
    'Your request was decided.23 November 2026 at 09:00',
    'Request 2 waits.No longer waits for you23 November 2026 at 09:00',
  ]);
  const places = [...page().querySelectorAll('.told-sentence')].map((link) => link.getAttribute('href'));
  expect(places).toEqual(['/inbox?number=4', '/inbox', '/inbox?number=2']);
  expect(texts('.bell .hidden-visually')).toEqual(['1 unread notice']);
});

test('opening one marks it as read, and the bell knows what is left', async () => {
  await opened([notice(4), notice(3)], []);
  click('.told-sentence');
  expect(await answer(readUrl, { unread: 1, asking: 2 })).toEqual({ ids: [id(4)] });
  await until(() => texts('h1').includes('The inbox') && bell() === '1');
  for (const call of http.match(countUrl)) if (!call.cancelled) call.flush({ unread: 1, asking: 2 });
});

test('all are marked up to the newest that is shown', async () => {
  await opened([notice(3)], [notice(4, { kind: 'tells' })]);
  click('button');
  expect(await answer(readUrl, { unread: 0, asking: 1 })).toEqual({ upTo: id(4) });
  await answer(waitingUrl, { items: [notice(3, { read: true })], unread: 0 });
  await answer(happenedUrl, { items: [notice(4, { kind: 'tells', read: true })], unread: 0 });
  await until(() => texts('.badge').length === 0);
  expect(texts('.bell .hidden-visually')).toEqual(['Notices, none unread']);
  expect(page().querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
});

test('says that marking failed and keeps what is there', async () => {
  await opened([notice(3)], []);
  click('button');
  await answer(readUrl, {}, 500);
  await until(() => texts('[role=alert]').length > 0);
  expect(texts('.badge')).toEqual(['Unread']);
});

test('older ones stand alone, with a way back', async () => {
  const arriving = harness.navigateByUrl(`/notices?before=${id(5)}`);
  await answer('/api/v1/session', session);
  await answer(`${happenedUrl}&before=${id(5)}`, { items: [notice(4, { kind: 'tells' })], unread: 1 });
  await answer(countUrl, { unread: 1, asking: 0 });
  await arriving;
  await until(() => texts('h2').length > 0);
  expect(texts('h2')).toEqual(['What happened before']);
  expect(texts('.button-row a')).toEqual(['Newest notices']);
});

test('without any says what would be here', async () => {
  await opened([], []);
  expect(texts('h1')).toEqual(['No notices yet']);
  expect(texts('.bell .hidden-visually')).toEqual(['Notices, none unread']);
});

test('nobody is asked to sign in and has no bell', async () => {
  const arriving = harness.navigateByUrl('/notices');
  const refused = { code: 'organisations.not-signed-in', title: 'Sign in first' };
  await answer('/api/v1/session', { ...session, person: null });
  await answer(waitingUrl, refused, 401);
  await answer(happenedUrl, refused, 401);
  await arriving;
  await until(() => texts('h1').length > 0);
  expect(texts('a')).toEqual(['Sign in']);
});

test('a fault on our side is said to be one', async () => {
  const arriving = harness.navigateByUrl('/notices');
  await answer('/api/v1/session', session);
  await answer(waitingUrl, { items: [], unread: 0 });
  await answer(happenedUrl, {}, 500);
  await answer(countUrl, {}, 500);
  await arriving;
  await until(() => texts('h1').length > 0);
  expect(texts('h1')).toEqual(['This page could not be shown']);
  expect(texts('.bell .hidden-visually')).toEqual(['Notices, none unread']);
});

test('a reader who comes back to the window has what is new', async () => {
  await opened([notice(1)], []);
  window.dispatchEvent(new Event('focus'));
  await answer(waitingUrl, { items: [notice(2), notice(1)], unread: 2 });
  await answer(happenedUrl, { items: [], unread: 2 });
  await answer(countUrl, { unread: 2, asking: 2 });
  await until(() => bell() === '2' && texts('.told').length === 2);
});
