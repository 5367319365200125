import * as z from 'zod';
import type { DatasetTermsAccepted } from '#catalogue/domain';
import type { EventContracts } from '#ledger/contracts';

/** The one event in the history of an acceptance: ids and a hash, no words. */
export const termsEvents: EventContracts<DatasetTermsAccepted['type']> = {
  'dataset-terms-accepted': {
    version: 1,
    facts: z.strictObject({
      ...{ id: z.uuid(), dataset: z.uuid(), publisher: z.uuid(), person: z.uuid() },
      organisation: z.uuid().optional(),
      terms: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000001',
          dataset: '019ab0c2-0000-7000-8000-000000000002',
          publisher: '019ab0c2-0000-7000-8000-000000000003',
          person: '019ab0c2-0000-7000-8000-000000000004',
          terms: 'a'.repeat(64),
        },
      },
    },
  },
};
