import type { Reaction } from '#ledger/server';
import { refreshSearchWords } from '../search/search-words.ts';

/**
 * When the words of datasets change, the spellings that “did you mean” offers follow. They are only a help in typing, so
 * they need not hold at once.
 */
export const whenDatasetWordsChangeRefreshSearchWords: Reaction = {
  name: 'when-dataset-words-change-refresh-search-words',
  hears: [
    'dataset-imported',
    'dataset-described',
    'dataset-updated-from-source',
    'dataset-visibility-set',
    'dataset-published',
    'dataset-withdrawn',
  ],
  react: (transaction, announcement) => refreshSearchWords(transaction, announcement.streams),
};
