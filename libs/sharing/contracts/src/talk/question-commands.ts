import * as z from 'zod';
import { longestOfQuestion } from '#sharing/domain';

const text = (longest: number) => z.string().trim().max(longest);

/** What a command to a question carries: the revision that was looked at. */
const envelope = z.object({ revision: z.number().int().min(0) });
/** Who answers, passes on or withdraws does so for an organisation. */
const forOrganisation = envelope.extend({ actingFor: z.uuid() });

/** `POST /api/v1/datasets/{id}/questions`: by anyone with a confirmed address who sees the dataset. */
export const askQuestionBody = z
  .object({
    text: text(longestOfQuestion.text).min(1, 'Write your question'),
    /** The organisation asked for; left out by an individual. */
    actingFor: z.uuid().optional(),
  })
  .meta({ id: 'AskQuestion' });
export type AskQuestionBody = z.output<typeof askQuestionBody>;

/** `POST /api/v1/questions/{id}/commands/answer`: the first answer, or another one in its place. */
export const answerQuestionBody = forOrganisation
  .extend({
    text: text(longestOfQuestion.answer).min(1, 'Write the answer'),
    /** Whether everybody who sees the dataset reads question and answer; who asked is never said. */
    publish: z.boolean(),
  })
  .meta({ id: 'AnswerQuestion' });
export type AnswerQuestionBody = z.output<typeof answerQuestionBody>;

/** `…/commands/pass-on`: to another organisation here, which then answers. */
export const passOnQuestionBody = forOrganisation
  .extend({ organisation: z.uuid('Choose an organisation'), reason: text(longestOfQuestion.reason) })
  .meta({ id: 'PassOnQuestion' });
export type PassOnQuestionBody = z.output<typeof passOnQuestionBody>;

/** `…/commands/close`: without an answer. Its asker takes it back so, and needs no reason. */
export const closeQuestionBody = envelope
  .extend({ actingFor: z.uuid().optional(), reason: text(longestOfQuestion.reason).optional() })
  .meta({ id: 'CloseQuestion' });
export type CloseQuestionBody = z.output<typeof closeQuestionBody>;

/** `…/commands/unpublish` */
export const unpublishQuestionBody = forOrganisation.meta({ id: 'UnpublishQuestion' });
export type UnpublishQuestionBody = z.output<typeof unpublishQuestionBody>;
