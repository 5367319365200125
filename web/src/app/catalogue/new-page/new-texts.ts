import { textTable } from '#ui';

export const newTexts = textTable({
  title: 'Add a dataset',
  intro:
    'Begin with a name and one sentence. It becomes a draft that only your organisation sees; on the next page you describe the rest and publish it when it is ready.',
  organisation: 'For which organisation?',
  organisationHint: 'It will be the publisher.',
  name: 'Title',
  nameHint: 'Short and plain: what is it, of where? Not the name of a system.',
  nameMissing: 'Give the dataset a title',
  summary: 'Summary',
  summaryHint: 'One or two sentences, at most 250 characters. It is what people see in lists.',
  summaryLong: (length: number) => `The summary has ${length} characters: at most 250`,
  add: 'Add it as a draft',
  working: 'Adding …',
  added: 'The draft is there. Describe the rest, then publish it from its page.',
  faults: 'The dataset is not added yet',
  signInFirst: 'Sign in to add a dataset',
  signInText: 'Stewards and data owners of an organisation add datasets.',
  signIn: 'Sign in',
  noOrganisation: 'You belong to no organisation here',
  noOrganisationText:
    'Datasets are added by stewards and data owners of an organisation. Ask your organisation’s administrator to give you that role.',
  forbidden:
    'Only a steward or a data owner of this organisation may add a dataset. Ask its administrator to give you that role. What you typed is still here.',
});
