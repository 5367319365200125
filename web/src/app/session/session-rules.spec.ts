import { describe, expect, test } from '@jest/globals';
import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { ownPath } from '../server/in-process-backend.ts';
import { plainPath, problemOf } from '../shell/problem.ts';
import { themeIn } from '../shell/theme.ts';
import { reasonOf } from '../shell/whole-page-message.ts';
import { forgetDraftsOf } from './forget-drafts.ts';
import { missingIn, refusalText } from './sign-in-form.ts';
import { safeNext } from './sign-in-page.ts';
import { sessionTexts } from './session-texts.ts';
import { minutesLeft, untilAsked } from './session-watch.ts';

describe('after signing in', () => {
  test.each(['/datasets?q=air', '/datasets/a/edit?for=b#summary'])('one goes on to %s', (next) =>
    expect(safeNext(next)).toBe(next),
  );
  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '', undefined])(
    'never to %s',
    (next) => expect(safeNext(next)).toBe('/'),
  );
});

describe('a session about to end', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  test('asks five minutes before', () => expect(untilAsked('2026-11-23T13:00:00Z', now)).toBe(55 * 60_000));
  test('asks at once when less is left', () => expect(untilAsked('2026-11-23T12:02:00Z', now)).toBe(0));
  test('a far end is looked at again within a day', () =>
    expect(untilAsked('2027-11-23T12:00:00Z', now)).toBe(24 * 3_600_000));
  test('no end, no question', () => expect(untilAsked(undefined, now)).toBeUndefined());
  test('minutes are rounded up', () => expect(minutesLeft('2026-11-23T12:01:01Z', now)).toBe(2));
});

describe('the theme', () => {
  test.each([
    ['theme=dark', 'dark'],
    ['a=b; theme=light; c=d', 'light'],
    ['theme=pink', 'system'],
    ['mytheme=dark', 'system'],
    ['', 'system'],
  ])('in the cookies %j is %s', (cookies, theme) => expect(themeIn(cookies)).toBe(theme));
});

describe('a call from a page on the server', () => {
  const page = 'https://data.example/datasets';
  test('is taken to the API of its own process', () =>
    expect(ownPath('https://data.example/api/v1/datasets?q=a', page)).toBe('/api/v1/datasets?q=a'));
  test.each([
    'https://evil.example/api/v1/datasets',
    '//evil.example/api/',
    'https://data.example/id/dataset/1',
    'http://data.example/api/v1',
  ])('goes nowhere for %s', (address) => expect(ownPath(address, page)).toBeUndefined());
});

describe('a problem', () => {
  const failed = (status: number, error: unknown, headers: Record<string, string> = {}) =>
    problemOf(new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) }));

  test('is read from problem details', () => {
    const faults = [{ path: 'description.columns[2].name', code: 'x', message: 'Give the column a name' }];
    expect(failed(400, { code: 'http.input-invalid', title: 'T', detail: 'D', faults })).toEqual({
      status: 400,
      code: 'http.input-invalid',
      title: 'T',
      detail: 'D',
      faults: [{ path: 'description.columns.2.name', message: 'Give the column a name' }],
    });
  });

  test('keeps the current view and the time to wait', () => {
    expect(failed(409, { current: { revision: 4 } })).toMatchObject({ status: 409, current: { revision: 4 } });
    expect(failed(429, null, { 'retry-after': '30' })).toMatchObject({ status: 429, retryAfter: 30 });
  });

  test('of anything else is a fault of ours', () => {
    expect(problemOf(new Error('bug'))).toMatchObject({ status: -1 });
    expect(failed(0, new ProgressEvent('error'))).toMatchObject({ status: 0, code: 'web.offline' });
    expect([404, 401, 403, 0, 500, -1].map((status) => reasonOf({ status, code: '', title: '', faults: [] }))).toEqual([
      'notFound',
      'forbidden',
      'forbidden',
      'offline',
      'failed',
      'failed',
    ]);
  });

  test('a place is written with points alone', () => expect(plainPath('[0].a[12].b')).toBe('0.a.12.b'));
});

describe('signing in', () => {
  test('names what is missing', () => expect(missingIn({ email: ' ', password: '' })).toEqual(['email', 'password']));
  test('never tells whether an account exists', () => {
    const words = (status: number) =>
      refusalText(sessionTexts.en, { status, code: '', title: '', faults: [], retryAfter: 120 });
    expect(words(401)).toBe(words(400));
    expect(words(429)).toContain('2 minutes');
  });
});

test('on signing out only the drafts of that person go', () => {
  const storage = globalThis.localStorage;
  storage.setItem('wayleave.draft.one.a', '1');
  storage.setItem('wayleave.draft.one.b', '1');
  storage.setItem('wayleave.draft.two.a', '1');
  storage.setItem('other', '1');
  forgetDraftsOf('one', storage);
  expect(Array.from({ length: storage.length }, (_, at) => storage.key(at)).sort()).toEqual([
    'other',
    'wayleave.draft.two.a',
  ]);
});
