import * as z from 'zod';
import { roles } from '#kernel';
import type { EventContracts } from '#ledger/contracts';
import type { StandInEvent } from '#organisations/domain';

/** Every event in the history of cover: ids, roles and days, no words. */
export const standInEvents: EventContracts<StandInEvent['type']> = {
  'stand-in-named': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      organisation: z.uuid(),
      person: z.uuid(),
      standIn: z.uuid(),
      roles: z.array(z.enum(roles)),
      from: z.iso.date(),
      until: z.iso.date(),
    }),
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000005',
          organisation: '019ab0c2-0000-7000-8000-000000000001',
          person: '019ab0c2-0000-7000-8000-000000000003',
          standIn: '019ab0c2-0000-7000-8000-000000000006',
          roles: ['owner', 'steward'],
          from: '2026-12-01',
          until: '2026-12-18',
        },
      },
    },
  },
  'stand-in-ended': { version: 1, facts: z.strictObject({}), examples: { 1: { facts: {} } } },
};
