import { textTable } from '#ui';

export const sessionTexts = textTable({
  title: 'Sign in',
  intro:
    'You need an account only to ask for data, to edit datasets or to see what is shared with your organisation. Searching and reading need none.',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  working: 'Signing in …',
  faultsTitle: 'There is a problem',
  emailMissing: 'Enter your e-mail address',
  passwordMissing: 'Enter your password',
  notKnown: 'The e-mail address or the password is not right. Check both and try again.',
  tooMany: (seconds: number | undefined) =>
    `Too many attempts. Wait ${seconds === undefined ? 'a few minutes' : seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}, then try again.`,
  offline: 'There was no answer from the service. Check your connection and try again.',
  failed: 'Signing in did not work because of a fault on our side. Try again in a moment.',
  needsScript: 'Signing in needs JavaScript. Searching and reading the catalogue do not.',
  noAccount: 'No account, or password forgotten?',
  reset: 'Set a new password',
  signUp: 'Make an account',
  noAccountText: 'To act for an organisation, ask its administrator for a place in it.',
  contact: 'Contact',
  demonstration: 'In the demonstration',
  demonstrationText:
    'There is one account for each role, such as steward@demo.example. Their password was printed where the service was started.',
  signedInAs: (name: string) => `You are signed in as ${name}.`,
  continue: 'Go on',
  linkTitle: 'Use your sign-in link',
  linkText:
    'This link works once. Choose a password to sign in with from now on: at least 12 characters; three or four unrelated words are good.',
  linkAction: 'Set the password and sign in',
  linkMissing:
    'The address has no sign-in code in it. Open the link again from where you got it; it may have been cut in two lines.',
  linkUsed:
    'This link does not work any more: it was used, or it is too old. Under “Set a new password” you get another.',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters',
  passwordShort: 'Choose a password of at least 12 characters',
  overTitle: 'Your session has ended',
  overText: 'Sign in again to go on. Nothing you typed was lost.',
  overCancel: 'Not now',
});
