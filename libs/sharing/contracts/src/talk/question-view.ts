import * as z from 'zod';
import { questionStates } from '#sharing/domain';
import { namedOrganisation } from '../views/shared-parts.ts';

/** A question about a dataset as this reader has it. */
export const datasetQuestion = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    text: z.string(),
    state: z.object({ code: z.enum(questionStates), label: z.string() }),
    /** ISO 8601. */
    askedAt: z.string(),
    /** Whether this reader asked it. */
    mine: z.boolean(),
    /** Who asked: for those who answer alone. */
    asker: z.object({ name: z.string(), organisation: namedOrganisation.optional() }).optional(),
    /** Who answers it, or answered it. */
    organisation: namedOrganisation,
    /** Whether everybody who sees the dataset reads it. */
    published: z.boolean(),
    answer: z.object({ text: z.string(), at: z.string() }).optional(),
    /** For asker and office: by which organisation it was passed on last, and why. */
    passedOn: z.object({ by: namedOrganisation, reason: z.string().optional() }).optional(),
    /** For asker and office: why there is no answer. */
    closed: z.object({ takenBack: z.boolean(), reason: z.string().optional() }).optional(),
    /** Names under `/commands/`: answer, pass-on, close, unpublish. */
    allowedCommands: z.array(z.string()),
    /** The organisation to act for in commands; absent where the reader needs none, or has no command. */
    actFor: z.uuid().optional(),
  })
  .meta({ id: 'DatasetQuestion' });
export type DatasetQuestionView = z.infer<typeof datasetQuestion>;

/** `GET /api/v1/datasets/{id}/questions?after=`: those that wait for an answer first, then newest first. */
export const datasetQuestionsQuery = z.object({
  /** `next` of the answer before. */
  after: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type DatasetQuestionsQuery = z.output<typeof datasetQuestionsQuery>;

export const datasetQuestions = z
  .object({
    items: z.array(datasetQuestion),
    next: z.uuid().optional(),
    publisher: namedOrganisation,
    /** Whether this reader may ask now; nobody may where `bar` says why. */
    mayAsk: z.boolean(),
    /** Why nobody may ask about this dataset here, and what to do instead. */
    bar: z.object({ code: z.string(), message: z.string() }).optional(),
    /** Organisations to which a reader of the office may pass a question on. */
    passOnTo: z.array(namedOrganisation),
  })
  .meta({ id: 'DatasetQuestions' });
export type DatasetQuestions = z.infer<typeof datasetQuestions>;
