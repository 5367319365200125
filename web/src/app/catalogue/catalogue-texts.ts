import type { DescribedField } from '#catalogue/domain';
import { textTable } from '#ui';

/** Words shared by the pages of the catalogue. */
export const catalogueTexts = textTable({
  datasets: 'Datasets',
  personalData: {
    none: 'No data about people',
    personal: 'Data about people',
    'special-category': 'Sensitive data about people',
    'not-stated': 'Not stated',
  },
  lifecycle: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  visibility: { everyone: 'Everyone', members: 'People signed in here', organisation: 'Its own organisation' },
  sensitivity: {
    none: '',
    indirect: 'Could identify someone',
    personal: 'Personal',
    'special-category': 'Sensitive',
    'not-stated': '',
  },
  updated: 'Updated',
  formats: 'Formats',
  noSummary: 'The publisher gives no summary.',
});

/** What each field of a description is called on screen. */
export const fieldLabels = textTable<Readonly<Record<DescribedField, string>>>({
  title: 'Title',
  alternativeTitle: 'Other title',
  summary: 'Summary',
  description: 'Description',
  keywords: 'Keywords',
  contact: 'Contact',
  creator: 'Made by',
  landingPage: 'Its own page elsewhere',
  languages: 'Languages',
  spatial: 'Place covered',
  temporal: 'Period covered',
  frequency: 'How often it is updated',
  issued: 'First published',
  modified: 'Last updated',
  version: 'Version',
  versionNotes: 'What is new in this version',
  lineage: 'How it came to be',
  purposeOfCollection: 'Why it was collected',
  qualityNotes: 'Quality',
  conformsTo: 'Standards it follows',
  rights: 'Rights',
  licenceAddress: 'Address of the licence',
  charge: 'Charge',
  identifier: 'The publisher’s identifier',
  themes: 'Themes',
  subjectAreas: 'Subject areas',
  licence: 'Licence',
  personalData: 'Data about people',
  columns: 'Columns',
  distributions: 'Files and services',
});
