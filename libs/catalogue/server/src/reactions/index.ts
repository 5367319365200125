import type { Reaction } from '#ledger/server';
import { whenDatasetWordsChangeRefreshSearchWords } from './when-dataset-words-change-refresh-search-words.reaction.ts';

/** Every reaction of the catalogue. */
export const catalogueReactions: readonly Reaction[] = [whenDatasetWordsChangeRefreshSearchWords];
