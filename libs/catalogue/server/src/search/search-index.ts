import type { Transaction } from '#platform/database';
import type { DatasetChange } from '../persistence/dataset-rows.ts';

/** What the catalogue writes of changed datasets so that a search finds them, in the transaction that changed them. */
export interface SearchIndex {
  index(transaction: Transaction, changes: readonly DatasetChange[]): Promise<void>;
}
