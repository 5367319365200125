import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import type { QuestionEvent } from '#sharing/domain';

const publisher = '019ab0c2-0000-7000-8000-000000000001';
const another = '019ab0c2-0000-7000-8000-000000000002';

/** Every event in the history of a question about a dataset. */
export const questionEvents: EventContracts<QuestionEvent['type']> = {
  'question-asked': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      dataset: z.uuid(),
      publisher: z.uuid(),
      asker: z.strictObject({ person: z.uuid(), organisation: z.uuid().optional() }),
    }),
    content: z.strictObject({ text: z.string() }),
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000024',
          dataset: '019ab0c2-0000-7000-8000-000000000025',
          publisher,
          asker: { person: '019ab0c2-0000-7000-8000-000000000003', organisation: another },
        },
        content: { text: 'Does it cover private car parks?' },
      },
    },
  },
  'question-answered': {
    version: 1,
    facts: z.strictObject({ published: z.boolean() }),
    content: z.strictObject({ answer: z.string() }),
    examples: { 1: { facts: { published: true }, content: { answer: 'No, only those of the council.' } } },
  },
  'question-passed-on': {
    version: 1,
    facts: z.strictObject({ organisation: z.uuid() }),
    content: z.strictObject({ passReason: z.string() }),
    examples: { 1: { facts: { organisation: another }, content: { passReason: 'They count the spaces for us.' } } },
  },
  'question-closed': {
    version: 1,
    facts: z.strictObject({ takenBack: z.boolean() }),
    content: z.strictObject({ closeReason: z.string().optional() }),
    examples: { 1: { facts: { takenBack: false }, content: { closeReason: 'This is not about the dataset.' } } },
  },
  'question-publication-withdrawn': { version: 1, facts: z.strictObject({}), examples: { 1: { facts: {} } } },
};
