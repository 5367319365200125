import { textTable } from '#ui';

export const shellTexts = textTable({
  product: 'Wayleave',
  skip: 'Skip to the content',
  mainNavigation: 'Main',
  datasets: 'Datasets',
  organisations: 'Organisations',
  register: 'Register',
  help: 'Help',
  searchLabel: 'Search datasets',
  search: 'Search',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'Account',
  /** @param unread a number, or `99+` */
  notices: (unread: string) =>
    unread === '0' ? 'Notices, none unread' : unread === '1' ? '1 unread notice' : `${unread} unread notices`,
  inbox: 'Inbox',
  basket: 'Basket',
  demonstration: 'Demonstration',
  demonstrationText: 'Every organisation and dataset here is made up. What you change may be reset.',
  footer: 'About this service',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  terms: 'Terms',
  cookies: 'Cookies',
  contact: 'Contact',
  catalogueJsonLd: 'Catalogue (JSON-LD)',
  catalogueTurtle: 'Catalogue (Turtle)',
  api: 'API for programs',
  purpose:
    'Wayleave is where a city region gives permission to use data: found, asked for, weighed and accounted for in one place.',
  appearance: 'Appearance',
  system: 'As your device',
  light: 'Light',
  dark: 'Dark',
  notFoundTitle: 'This page is not here',
  notFound: 'The address may be mistyped, or what stood here was never public. Nothing was lost.',
  notFoundSearch: 'Search the catalogue',
  home: 'Go to the first page',
  failedTitle: 'This page could not be shown',
  failed:
    'Something went wrong on our side. Nothing you did was lost. Try again in a moment; if it happens again, tell us what you were doing.',
  offlineTitle: 'No connection',
  offline:
    'There was no answer from the service. What you typed is kept in this window. Check your connection, then try again.',
  tryAgain: 'Try again',
  forbiddenTitle: 'You may not see this page',
  forbidden:
    'It is for people of the organisation that holds it. If you are one of them, sign in with that account, or ask its administrator.',
  sessionEnding: 'Are you still there?',
  sessionEndingText: (minutes: number) =>
    `For safety you will be signed out in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}. What you typed stays in this window.`,
  stay: 'Stay signed in',
});
