import { textTable } from '#ui';

export const requestsTexts = textTable({
  title: 'My requests',
  intro: 'What you ask for, and what your organisations ask for.',
  loading: 'Reading your requests',
  filter: 'Show',
  all: 'All',
  draft: 'Drafts',
  submitted: 'Submitted',
  settled: 'All decided',
  withdrawn: 'Withdrawn',
  listLabel: 'Requests',
  waits: 'Waits for you',
  by: (name: string, organisation: string | undefined) =>
    organisation === undefined ? `By ${name}, as an individual` : `By ${name} for ${organisation}`,
  datasets: (count: number) => (count === 1 ? '1 dataset' : `${count} datasets`),
  changed: (when: string) => `Last change ${when}`,
  untitled: 'Without a title yet',
  cases: (title: string) => `Who decides: ${title}`,
  emptyTitle: 'No requests yet',
  empty:
    'When you ask for data that is shared on request, it stands here with each step it takes. Find a dataset first and put it into your basket.',
  emptyFilter: 'None of your requests is in this state.',
  showAll: 'Show all',
  search: 'Search the catalogue',
  basket: 'Go to your basket',
  pages: 'Pages of requests',
  page: (page: number) => `Page ${page}`,
});
