import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import { adviceLabels, lanes, verdicts, type StandingAdviceEvent } from '#sharing/domain';

/** Every event in the history of standing advice. */
export const standingAdviceEvents: EventContracts<StandingAdviceEvent['type']> = {
  'standing-advice-given': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      organisation: z.uuid(),
      label: z.enum(adviceLabels),
      verdict: z.enum(verdicts),
      lane: z.enum(lanes),
      datasets: z.array(z.uuid()).optional(),
      purposeClasses: z.array(z.string()).optional(),
      by: z.uuid(),
      from: z.iso.date(),
      until: z.iso.date(),
    }),
    content: z.strictObject({ text: z.string() }),
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000026',
          organisation: '019ab0c2-0000-7000-8000-000000000001',
          label: 'data-protection',
          verdict: 'support-if',
          lane: 'B',
          datasets: ['019ab0c2-0000-7000-8000-000000000025'],
          purposeClasses: ['research'],
          by: '019ab0c2-0000-7000-8000-000000000003',
          from: '2026-11-23',
          until: '2027-05-31',
        },
        content: { text: 'Good for research where no row can be traced to a household.' },
      },
    },
  },
  'standing-advice-ended': { version: 1, facts: z.strictObject({}), examples: { 1: { facts: {} } } },
};
