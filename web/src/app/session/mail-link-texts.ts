import { textTable } from '#ui';

export const mailLinkTexts = textTable({
  reset: {
    title: 'Set a new password',
    intro: 'Enter the address of your account. A link that works once, for a day, comes to it by mail.',
    action: 'Send the link',
    done: (email: string) =>
      `If there is an account for ${email}, a link is on its way to it. It may take a few minutes; look among the unwanted mail too.`,
  },
  'sign-up': {
    title: 'Make an account',
    intro:
      'With an account you ask for data, ask questions about it and see where your requests are. You can act for yourself; to act for an organisation, its administrator gives you a place in it.',
    action: 'Send the confirmation',
    done: (email: string) =>
      `A mail is on its way to ${email}. The link in it confirms the address and lets you set a password. If you have an account already, the mail says so.`,
  },
  name: 'Your name',
  nameHint: 'Those who decide on your requests read it.',
  email: 'E-mail address',
  working: 'Sending …',
  faultsTitle: 'There is a problem',
  nameMissing: 'Enter your name',
  emailWrong: 'Enter an e-mail address, such as name@example.org',
  tooMany: 'Too many attempts from here. Wait a quarter of an hour, then try again.',
  offline: 'There was no answer from the service. What you typed is still here: check your connection and try again.',
  failed: 'That did not work because of a fault on our side. Try again in a moment.',
  doneTitle: 'Look into your mail',
  noMail: 'No mail after an hour? Write to those who run this service:',
  contact: 'Contact',
  back: 'Back to signing in',
  needsScript: 'This page needs JavaScript. Searching and reading the catalogue do not.',
});
