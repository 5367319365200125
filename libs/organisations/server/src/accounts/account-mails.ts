import type { MailContent } from '#platform/mail';

const footer =
  'You get this because somebody entered this address here. If it was not you, do nothing: nothing happens then.';

/** Mails about accounts. Each link opens a page; a button there acts. */
export const accountMails = {
  reset: (path: string): MailContent => ({
    subject: 'Wayleave: your link to sign in',
    heading: 'Sign in, and set a new password',
    paragraphs: ['This link works once, for one day. Your present password stays until you set another.'],
    action: { label: 'Set a new password', path },
    footer,
  }),
  welcome: (path: string): MailContent => ({
    subject: 'Wayleave: confirm your address',
    heading: 'Confirm your address',
    paragraphs: [
      'With this link you set a password, and your account is ready: to ask for data, to ask questions about it, and to see where your requests are.',
      'It works once, for one day.',
    ],
    action: { label: 'Confirm and set a password', path },
    footer,
  }),
  known: (): MailContent => ({
    subject: 'Wayleave: you have an account',
    heading: 'You have an account already',
    paragraphs: [
      'Sign in with this address. If you do not remember the password, ask there for a link to set a new one.',
    ],
    action: { label: 'Sign in', path: '/sign-in' },
    footer,
  }),
  invited: (organisation: string, path: string): MailContent => ({
    subject: 'Wayleave: you are invited',
    heading: `You are invited to work for ${organisation}`,
    paragraphs: [
      `Its administrator has made you a place in ${organisation}. With this link you set a password, and your account is ready.`,
      'It works once, for seven days.',
    ],
    action: { label: 'Set a password and begin', path },
    footer: 'You get this because an administrator entered this address here. If you know nothing of it, do nothing.',
  }),
  joined: (organisation: string): MailContent => ({
    subject: 'Wayleave: a place for you',
    heading: `You have a place in ${organisation}`,
    paragraphs: [`Its administrator has made you a place in ${organisation}. It is there when you next sign in.`],
    action: { label: 'Sign in', path: '/sign-in' },
    footer: 'You get this because you have an account with this address.',
  }),
} as const;
