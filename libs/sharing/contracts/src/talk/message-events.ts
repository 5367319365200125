import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import { messageSides, type CaseMessageEvent } from '#sharing/domain';

const facts = z.strictObject({
  id: z.uuid(),
  request: z.uuid(),
  case: z.uuid(),
  organisation: z.uuid(),
  side: z.enum(messageSides),
  person: z.uuid(),
  writesFor: z.uuid().optional(),
});
const content = z.strictObject({ text: z.string() });

const where = {
  id: '019ab0c2-0000-7000-8000-000000000021',
  request: '019ab0c2-0000-7000-8000-000000000022',
  case: '019ab0c2-0000-7000-8000-000000000023',
  organisation: '019ab0c2-0000-7000-8000-000000000001',
};
const person = '019ab0c2-0000-7000-8000-000000000003';

/** The one event in the history of a message or a note: ids as facts, words apart. */
export const caseMessageEvents: EventContracts<CaseMessageEvent['type']> = {
  'message-posted': {
    version: 1,
    facts,
    content,
    examples: {
      1: { facts: { ...where, side: 'requester', person }, content: { text: 'Would counts by street be enough?' } },
    },
  },
  'note-posted': {
    version: 1,
    facts,
    content,
    examples: {
      1: {
        facts: { ...where, side: 'owner', person, writesFor: where.organisation },
        content: { text: 'The survey of 2025 has these columns too.' },
      },
    },
  },
};
