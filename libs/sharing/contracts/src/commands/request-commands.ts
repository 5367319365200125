import * as z from 'zod';
import { answersInput } from '../question-set.ts';

const text = (longest: number) => z.string().trim().max(longest);

/** The organisation acted for; an individual leaves it out. */
const actingFor = z.uuid().optional();
const revision = z.number().int().min(0);

/** What a command to a request carries: the revision it was decided on; 0 for a draft, which the ledger does not know yet. */
export const requestEnvelope = z.object({ revision, actingFor });

/** One dataset in the basket. */
export const basketItemInput = z
  .object({
    dataset: z.uuid(),
    columns: z
      .array(z.object({ column: z.uuid(), justification: text(2000).default('') }))
      .max(2000)
      .default([]),
    /** Fields wanted in words, where none are listed. */
    fields: text(5000).optional(),
    rows: text(2000).optional(),
    whole: z.boolean().optional(),
  })
  .strict()
  .meta({ id: 'BasketItemInput' });
export type BasketItemInput = z.output<typeof basketItemInput>;

const basketInput = z.array(basketItemInput).max(50, 'Ask for 50 datasets at most at a time');

/** `POST /api/v1/requests`: begins a draft. */
export const beginRequestBody = z
  .object({ actingFor, title: text(200).optional(), datasets: z.array(z.uuid()).max(50).default([]) })
  .meta({ id: 'BeginRequest' });
export type BeginRequestBody = z.output<typeof beginRequestBody>;

/**
 * `PATCH /api/v1/requests/{id}`: what was typed, valid or not. `draftRevision` is the one the page began from; only what is
 * named changes, an answer of `null` is taken away.
 */
export const saveDraftBody = z
  .object({
    draftRevision: z.number().int().min(0),
    actingFor,
    basket: basketInput.optional(),
    answers: z.record(answersInput.keyType, answersInput.valueType.nullable()).optional(),
  })
  .meta({ id: 'SaveDraft' });
export type SaveDraftBody = z.output<typeof saveDraftBody>;

/** `POST /api/v1/requests/{id}/commands/submit` */
export const submitRequestBody = requestEnvelope
  .extend({ draftRevision: z.number().int().min(0), declaration: z.boolean() })
  .meta({ id: 'SubmitRequest' });
export type SubmitRequestBody = z.output<typeof submitRequestBody>;

/** `…/commands/resubmit`: new answers, for the cases named. */
export const resubmitRequestBody = submitRequestBody
  .extend({ cases: z.array(z.uuid()).min(1, 'Choose whom the new answers are for').max(50) })
  .meta({ id: 'ResubmitRequest' });
export type ResubmitRequestBody = z.output<typeof resubmitRequestBody>;

/** `…/commands/{withdraw|take-over|delete}` */
export const requestCommandBody = requestEnvelope.meta({ id: 'RequestCommand' });
export type RequestCommandBody = z.output<typeof requestCommandBody>;

/** `…/commands/copy`: a new draft with the same answers and basket. Answers `{ id, revision: 0 }` of the new one. */
export const copyRequestBody = requestEnvelope.meta({ id: 'CopyRequest' });

/** `…/commands/{invite|uninvite}`: a colleague (by e-mail address of an account here) helps with the draft. */
export const inviteBody = requestEnvelope
  .extend({ email: z.email('Give an e-mail address as name@example.org').max(320) })
  .meta({ id: 'Invite' });
export type InviteBody = z.output<typeof inviteBody>;
export const uninviteBody = requestEnvelope.extend({ person: z.uuid() }).meta({ id: 'Uninvite' });
export type UninviteBody = z.output<typeof uninviteBody>;

/** `…/commands/follow-redirect`: yes, open a case where the data is held. */
export const followRedirectBody = requestEnvelope.extend({ case: z.uuid() }).meta({ id: 'FollowRedirect' });
export type FollowRedirectBody = z.output<typeof followRedirectBody>;

/** What every command answers: the aggregate's id and its revision after the write. */
export const requestCommandResult = z
  .object({ id: z.uuid(), revision: z.number().int(), reference: z.string().optional() })
  .meta({ id: 'RequestCommandResult' });
export type RequestCommandResult = z.infer<typeof requestCommandResult>;

/** `PATCH` answers when it was saved. */
export const draftSaved = z
  .object({ id: z.uuid(), draftRevision: z.number().int(), savedAt: z.string() })
  .meta({ id: 'DraftSaved' });
export type DraftSaved = z.infer<typeof draftSaved>;
