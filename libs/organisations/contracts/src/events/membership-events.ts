import * as z from 'zod';
import { roles } from '#kernel';
import type { EventContracts } from '#ledger/contracts';
import type { MembershipEvent } from '#organisations/domain';

/** Every event in the history of a membership: ids and roles, no words. */
export const membershipEvents: EventContracts<MembershipEvent['type']> = {
  'membership-granted': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      person: z.uuid(),
      organisation: z.uuid(),
      unit: z.uuid().optional(),
      roles: z.array(z.enum(roles)),
    }),
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000004',
          person: '019ab0c2-0000-7000-8000-000000000003',
          organisation: '019ab0c2-0000-7000-8000-000000000001',
          unit: '019ab0c2-0000-7000-8000-000000000002',
          roles: ['requester', 'steward'],
        },
      },
    },
  },
  'membership-roles-set': {
    version: 1,
    facts: z.strictObject({ roles: z.array(z.enum(roles)), unit: z.uuid().nullable() }),
    examples: { 1: { facts: { roles: ['requester', 'administrator'], unit: null } } },
  },
  'membership-ended': { version: 1, facts: z.strictObject({}), examples: { 1: { facts: {} } } },
};
