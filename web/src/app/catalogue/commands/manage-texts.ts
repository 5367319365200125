import { textTable } from '#ui';

/** Words of the panel, which is a part of every dataset's page. */
export const manageTexts = textTable({
  manage: 'Look after this dataset',
  describe: 'Edit the description',
  publish: 'Publish',
  publishAgain: 'Publish again',
  withdraw: 'Withdraw',
  setAccess: 'Change who may have it',
  setVisibility: 'Change who sees that it exists',
  assign: 'Change who is responsible',
  history: 'History',
  recipients: 'Who has it',
  record: 'Who asked and who has it',
  addFile: 'Add a file',
  cannot: 'What you cannot do here, and who can',
  whoDescribes: 'Editing is for a steward or a data owner of this organisation.',
  whoPublishes: 'Publishing and withdrawing is for a steward or a data owner of this organisation.',
  whoSetsAccess: 'Who may have the data, and who sees that it exists, is set by its data owner.',
  whoAssigns: 'Who is responsible is set by its data owner or by an administrator of this organisation.',
  publishedAlready: 'It is published already.',
  notPublished: 'It can be withdrawn only while it is published.',
  ownersAre: (names: string) => `Data owner: ${names}.`,
  ownersNone: 'No data owner is named yet; an administrator of the organisation can name one.',
  offline: 'There was no answer from the service. Nothing was changed. Check your connection and try again.',
});
