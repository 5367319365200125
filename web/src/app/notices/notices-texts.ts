import { textTable } from '#ui';

export const noticesTexts = textTable({
  title: 'Notices',
  waiting: 'Waits for you',
  waitingNone: 'Nothing waits for you.',
  waitingMore: (shown: number) =>
    `These are the newest ${shown} that wait for you. Older ones come into this list as you deal with them.`,
  happened: 'What happened',
  happenedNone: 'Nothing has happened yet that you would be told of.',
  happenedBefore: 'What happened before',
  unread: 'Unread',
  settled: 'No longer waits for you',
  unreadCount: (unread: number) =>
    unread === 0 ? 'You have read all of them.' : unread === 1 ? 'One is unread.' : `${unread} are unread.`,
  markAll: 'Mark all as read',
  allRead: 'All notices are marked as read.',
  markFailed: 'The notices could not be marked as read. They are all still here. Try again in a moment.',
  older: 'Older notices',
  newest: 'Newest notices',
  emptyTitle: 'No notices yet',
  empty: 'When somebody asks something of you, or something you wait for moves on, you are told here.',
  search: 'Search the catalogue',
  loading: 'Reading your notices',
  signInText: 'Notices are messages to you. Sign in to read them.',
  signIn: 'Sign in',
});
