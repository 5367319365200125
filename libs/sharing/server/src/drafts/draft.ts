import type { Answers, BasketItem } from '#sharing/domain';

/** What is being written: a draft of a request, or the answers to come of one that was returned. Not in the ledger. */
export interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly author: string;
  readonly organisation?: string;
  /** Author and colleagues who help. */
  readonly people: readonly string[];
  readonly basket: readonly BasketItem[];
  readonly answers: Answers;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export const titleOf = ({ answers }: Pick<Draft, 'answers'>): string =>
  typeof answers['title'] === 'string' ? answers['title'].trim() : '';
