import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import type { QuestionSetEvent } from '#sharing/domain';
import { ownQuestions } from '../question-set.ts';

/** Every event in the history of an organisation's own questions. */
export const questionSetEvents: EventContracts<QuestionSetEvent['type']> = {
  'question-set-published': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      organisation: z.uuid(),
      version: z.number().int().min(1),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    content: z.strictObject({ definition: ownQuestions }),
    examples: {
      1: {
        facts: {
          id: '019ab0c2-0000-7000-8000-000000000010',
          organisation: '019ab0c2-0000-7000-8000-000000000001',
          version: 1,
          hash: '2f4d0b3a1c5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8',
        },
        content: {
          definition: {
            title: 'Questions of Exchester City Council',
            sections: [
              {
                id: 'own-insurance',
                title: 'Insurance',
                questions: [
                  { id: 'own-insured', kind: 'yes-no', label: 'Are you insured?', required: 'to-approve' },
                  {
                    id: 'own-insurer',
                    kind: 'line',
                    label: 'With whom?',
                    when: { answer: 'own-insured', is: true },
                  },
                ],
              },
            ],
          },
        },
      },
    },
  },
};
