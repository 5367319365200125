import type { FacetName, Sort } from '#catalogue/contracts';
import { formatNumber, textTable } from '#ui';

export const searchTexts = textTable({
  title: 'Datasets',
  titleFor: (words: string) => `Datasets for “${words}”`,
  description:
    'Search the data that councils, transport bodies, utilities, companies and universities of the region hold, and see how each can be had.',
  label: 'Search datasets',
  hint: 'What the data is about, a place, or an organisation',
  search: 'Search',
  filters: 'Narrow the list',
  showFilters: (count: number) => (count === 0 ? 'Narrow the list' : `Narrow the list (${count} chosen)`),
  facets: {
    publisher: 'Published by',
    theme: 'Theme',
    access: 'Who may have it',
    licence: 'Licence',
    format: 'Format',
    personalData: 'Data about people',
  } satisfies Record<FacetName, string> as Record<FacetName, string>,
  apply: 'Apply',
  more: (count: number) => `Show ${count} more`,
  fewer: 'Show fewer',
  chosen: 'Chosen',
  remove: 'Remove',
  removeAll: 'Remove all',
  sort: 'Sort by',
  sorts: { relevance: 'Best match', newest: 'Newest', title: 'Title' } satisfies Record<Sort, string> as Record<
    Sort,
    string
  >,
  count: (total: number) =>
    total === 0 ? 'No dataset found' : total === 1 ? 'One dataset' : `${formatNumber(total)} datasets`,
  pageOf: (page: number, last: number) => `page ${formatNumber(page)} of ${formatNumber(last)}`,
  didYouMean: 'Did you mean',
  emptyTitle: 'Nothing found',
  emptyWords: (words: string) => `No dataset that you may see matches “${words}” with what you chose.`,
  emptyChoices: 'No dataset that you may see matches what you chose.',
  emptyHelp: 'What may help',
  emptySpelling: 'Use fewer or more common words: “bus stops” rather than “public transport access nodes”.',
  emptyRemove: 'Look without the filters',
  emptyAll: 'See all datasets',
  emptyAsk: 'Ask an organisation whether it has the data',
  emptyNothing: 'There are no datasets here yet',
  emptyNothingText: 'Datasets appear here once an organisation enters them or another catalogue is read.',
  pages: 'Pages of results',
  previous: 'Previous',
  next: 'Next',
  page: (page: number) => `Page ${page}`,
  loading: 'Searching',
  results: 'Results',
  updated: 'Updated',
});
