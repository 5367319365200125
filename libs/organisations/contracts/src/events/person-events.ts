import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import type { PersonEvent } from '#organisations/domain';

const nothing = z.strictObject({});
const plain = { version: 1, facts: nothing, examples: { 1: { facts: {} } } } as const;

/** Every event in the history of an account. */
export const personEvents: EventContracts<PersonEvent['type']> = {
  'person-registered': {
    version: 1,
    facts: z.strictObject({ id: z.uuid(), operator: z.boolean() }),
    content: z.strictObject({ name: z.string(), email: z.string() }),
    examples: {
      1: {
        facts: { id: '019ab0c2-0000-7000-8000-000000000003', operator: false },
        content: { name: 'Ada Example', email: 'ada@exchester.example' },
      },
    },
  },
  'person-address-confirmed': plain,
  'person-renamed': {
    version: 1,
    facts: nothing,
    content: z.strictObject({ name: z.string() }),
    examples: { 1: { facts: {}, content: { name: 'Ada Sample' } } },
  },
  'person-address-changed': {
    version: 1,
    facts: nothing,
    content: z.strictObject({ email: z.string() }),
    examples: { 1: { facts: {}, content: { email: 'ada.sample@exchester.example' } } },
  },
  'person-appointed-operator': plain,
  'person-dismissed-as-operator': plain,
  'person-account-closed': plain,
  'person-account-reopened': plain,
};
