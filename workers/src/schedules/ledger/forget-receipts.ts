import { forgetReactionClaims, forgetReceipts } from '#ledger/server';
import type { Schedule } from '../schedule.ts';

/** Receipts of calls are kept for a day, claims of reactions as long as their job could come again. */
export const forgetReceiptsAndClaims: Schedule = {
  name: 'forget-receipts',
  every: 3_600_000,
  run: ({ database, clock }) =>
    database.transaction(async (transaction) => {
      await forgetReceipts(transaction, clock.now());
      await forgetReactionClaims(transaction, clock.now());
    }),
};
