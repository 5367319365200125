import { textTable } from '#ui';

export const draftTexts = textTable({
  saved: (time: string) => `Saved ${time}`,
  savedAloud: (time: string) => `Your answers were saved at ${time}`,
  saving: 'Saving …',
  waiting: 'Not saved yet',
  offline: 'Not saved: there was no answer from the service. What you typed is kept in this window, and we try again.',
  offlineKept:
    'Not saved: there was no answer from the service. What you typed is kept in this browser, and we try again.',
  tryNow: 'Try now',
  signedOut: 'Not saved: you are signed out. What you typed is still here.',
  signIn: 'Sign in and save',
  gone: 'Not saved: this request can no longer be written by you. It may have been submitted or deleted meanwhile. What you typed is still here, so that you can copy it.',
  refused: 'Not saved: something that you typed was not taken.',
  foundTitle: 'You typed something here that was not saved',
  foundText: (when: string) =>
    `It is from ${when} and was kept in this browser, because the service could not be reached or the window was closed.`,
  foundRestore: 'Bring it back',
  foundForget: 'Throw it away',
  clashTitle: 'Somebody changed the same thing while you were typing',
  clashText:
    'Everything else is saved. Choose for each which one stays; until then theirs is saved and yours is kept here.',
  clashWhat: 'What',
  clashYours: 'Yours',
  clashTheirs: 'Theirs',
  clashNothing: 'Nothing',
  clashTakenAway: 'Taken away',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  partDataset: 'Dataset chosen',
  partColumn: 'Why you need a column',
  partFields: 'Fields wanted',
  partRows: 'Rows wanted',
  partWhole: 'All of it',
});
