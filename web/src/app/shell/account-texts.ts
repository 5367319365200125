import { textTable } from '#ui';

/** What the account menu says: fetched with it, when it is first opened. */
export const accountTexts = textTable({
  mail: 'Mail of this installation',
  myRequests: 'My requests',
  agreements: 'Agreements',
  permissions: 'My permissions',
  history: 'History',
  actingFor: 'You belong to',
  addDataset: 'Add a dataset',
  individual: 'No organisation: you act for yourself',
  signOut: 'Sign out',
});
