import { formatNumber, textTable } from '#ui';

export const homeTexts = textTable({
  title: 'Wayleave',
  headline: 'Find the data your city region holds, and see how you can have it',
  description:
    'One catalogue of the data that councils, transport bodies, utilities, companies and universities of the region hold, and how each dataset can be had.',
  intro: (datasets: number, organisations: number) =>
    `${formatNumber(datasets)} ${datasets === 1 ? 'dataset' : 'datasets'} of ${formatNumber(organisations)} ${organisations === 1 ? 'organisation' : 'organisations'}, described in one place.`,
  label: 'Search datasets',
  search: 'Search',
  examples: 'For example',
  exampleWords: ['air quality', 'bus stops', 'planning applications'] as readonly string[],
  all: 'See all datasets',
  themes: 'Look by theme',
  themeCount: (count: number) => (count === 1 ? '1 dataset' : `${formatNumber(count)} datasets`),
  access: 'Who may have what',
  accessText:
    'Every dataset says who may have it. That is apart from who may read about it: most records are open to all, even where the data is not.',
  accessExplained: {
    open: 'Download it now, no questions asked.',
    'public-with-terms': 'Read the terms, accept them, have it.',
    group: 'For organisations on a list its owner keeps.',
    named: 'Ask for it; its owner decides, and gives reasons.',
    closed: 'Listed so that you know it exists, and why it is not shared.',
    'not-stated': 'Nobody has said yet. Ask the publisher.',
  } as Readonly<Record<string, string>>,
  newest: 'Newly described',
  newestAll: 'See the newest datasets',
  forWhom: 'What it is for',
  sme: 'You need data',
  smeText:
    'Find it, know at once whether and how it can be had, and whom to ask. No account is needed to search, read or download what is open.',
  smeLink: 'Search the catalogue',
  owner: 'You are responsible for data',
  ownerText:
    'Describe it once, in a form that says what is missing. Set who may have it. Everybody sees what changed and when.',
  ownerLink: 'How describing a dataset works',
  board: 'You account for sharing',
  boardText:
    'Every change is kept in a record that can be added to but not rewritten: who did what, when, and for which organisation.',
  boardLink: 'How the record is kept',
  loading: 'Loading the first page',
  emptyNewest: 'No dataset has been published yet.',
});
