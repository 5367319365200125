import { textTable } from '#ui';

/** Words that several pages about requests share. */
export const requestTexts = textTable({
  myRequests: 'My requests',
  crumbs: 'You are here',
  loading: 'Reading the request',
  needsScript: 'Writing a request needs JavaScript. Reading it does not.',
  untitled: 'Request without a title',
  problem: 'That did not work',
  stale: 'Somebody changed this meanwhile. Look at the page as it is now, and decide again.',
  offline: 'There was no answer from the service. Nothing was changed. Check your connection and try again.',
  forbidden: 'You may not do this any more. Ask an administrator of your organisation.',
  gone: 'This is not here any more, or you can no longer see it.',
  failed: 'Something went wrong on our side. Nothing was changed. Try again in a moment.',
  ended: 'You are signed out. Sign in and try again.',
  cancel: 'Cancel',
  working: 'Working …',
  signInTitle: 'Sign in to see your requests',
  signInText: 'What you ask for stands here, with each step it takes. Sign in to see it.',
  signIn: 'Sign in',
  individual: 'an individual',
});
