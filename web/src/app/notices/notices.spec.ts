import { describe, expect, test } from '@jest/globals';
import { numberInBell } from '../shell/notice-bell.ts';
import { shellTexts } from '../shell/shell-texts.ts';
import { isUnread, newestOf } from './notice-order.ts';
import { noticesTexts } from './notices-texts.ts';

describe('the bell', () => {
  test.each([
    [0, 'Notices, none unread'],
    [1, '1 unread notice'],
    [3, '3 unread notices'],
    [99, '99 unread notices'],
    [100, '99+ unread notices'],
  ])('of %d says: %s', (unread, words) => expect(shellTexts.en.notices(numberInBell(unread))).toBe(words));
});

describe('a notice', () => {
  test.each([
    [{ read: false, settled: false }, true],
    [{ read: true, settled: false }, false],
    [{ read: false, settled: true }, false],
    [{ read: true, settled: true }, false],
  ])('%j is unread: %s', (notice, expected) => expect(isUnread(notice)).toBe(expected));
});

describe('the newest of what is shown', () => {
  const [early, later, latest] = ['0197f000-0000', '0197f001-0000', '0197f00a-0000'] as const;
  const list = (...ids: string[]) => ids.map((id) => ({ id }));
  test('is found in either list', () => {
    expect(newestOf(list(latest, early), list(later))).toBe(latest);
    expect(newestOf(list(early), list(latest, later))).toBe(latest);
    expect(newestOf(list(), list(later, early))).toBe(later);
  });
  test('is none where nothing is shown', () => expect(newestOf(list(), list())).toBeUndefined());
});

test('how many are unread is said in words', () => {
  const { unreadCount } = noticesTexts.en;
  expect([0, 1, 7].map(unreadCount)).toEqual(['You have read all of them.', 'One is unread.', '7 are unread.']);
});
