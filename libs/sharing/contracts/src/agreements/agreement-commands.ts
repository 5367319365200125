import * as z from 'zod';
import { parties, recipientNoticeKinds } from '#sharing/domain';
import { caseEnvelope } from '../commands/case-commands.ts';
import { agreedColumn, rowFilter } from './agreed-data.ts';

const text = z.string().trim().max(20_000);
const date = z.iso.date('Give a date as 2026-11-23');
const clause = z.string().max(60);
const line = z.string().trim().max(200);
const email = z
  .string()
  .trim()
  .min(1, 'Enter an e-mail address')
  .max(320)
  .pipe(z.email('Write it as name@example.org'));

/** `POST /api/v1/agreements/{id}/commands/{name}` by the name in its address. */
export const agreementCommandBodies = {
  'set-data': caseEnvelope
    .extend({ dataset: z.uuid(), columns: z.array(agreedColumn).max(2000), rows: z.array(rowFilter).max(50) })
    .meta({ id: 'SetAgreedData' }),
  'set-term': caseEnvelope.extend({ term: z.object({ start: date, end: date, review: date }) }).meta({ id: 'SetTerm' }),
  offer: caseEnvelope.meta({ id: 'OfferTerms' }),
  'take-back': caseEnvelope.meta({ id: 'TakeBackTerms' }),
  propose: caseEnvelope
    .extend({ clause, text: text.optional(), reason: text.optional() })
    .meta({ id: 'ProposeClause' }),
  answer: caseEnvelope.extend({ clause, accept: z.boolean(), reason: text.optional() }).meta({ id: 'AnswerProposal' }),
  'withdraw-proposal': caseEnvelope.extend({ clause }).meta({ id: 'WithdrawProposal' }),
  'ask-signatures': caseEnvelope.meta({ id: 'AskSignatures' }),
  sign: caseEnvelope.extend({ hash: z.string().max(64) }).meta({ id: 'SignAgreement' }),
  'invite-signatory': caseEnvelope.extend({ name: line, position: line, email }).meta({ id: 'InviteSignatory' }),
  'withdraw-invitation': caseEnvelope.meta({ id: 'WithdrawInvitation' }),
  'record-signed-copy': caseEnvelope
    .extend({
      party: z.enum(parties),
      /** Id of the scan, as its upload answered. */
      file: z.uuid(),
      name: line,
      position: line,
      signedOn: date,
      /** The first eight characters of the fingerprint that is printed on the copy. */
      fingerprint: z.string().max(100),
    })
    .meta({ id: 'RecordSignedCopy' }),
  suspend: caseEnvelope.extend({ reason: text }).meta({ id: 'SuspendAgreement' }),
  resume: caseEnvelope.meta({ id: 'ResumeAgreement' }),
  revoke: caseEnvelope.extend({ reason: text }).meta({ id: 'RevokeAgreement' }),
  terminate: caseEnvelope.extend({ reason: text }).meta({ id: 'TerminateAgreement' }),
  abandon: caseEnvelope.extend({ reason: text }).meta({ id: 'AbandonAgreement' }),
  'confirm-disposal': caseEnvelope.extend({ statement: text }).meta({ id: 'ConfirmDisposal' }),
} as const;

/** Names of the commands to an agreement, as they stand in addresses and in `allowedCommands`. */
export type AgreementCommandAddress = keyof typeof agreementCommandBodies;
export const agreementCommandAddresses = Object.keys(agreementCommandBodies) as AgreementCommandAddress[];
export type AgreementCommandBody<Name extends AgreementCommandAddress> = z.output<
  (typeof agreementCommandBodies)[Name]
>;

const delivery = z.uuid();

/** `POST /api/v1/permissions/{id}/commands/{name}` by the name in its address. */
export const permissionCommandBodies = {
  'accept-terms': caseEnvelope.meta({ id: 'AcceptTerms' }),
  'give-up': caseEnvelope.meta({ id: 'GiveUpPermission' }),
  'make-again': caseEnvelope.extend({ delivery }).meta({ id: 'MakeFileAgain' }),
  'record-hand-over': caseEnvelope.extend({ delivery, how: text }).meta({ id: 'RecordHandOver' }),
  acknowledge: caseEnvelope.extend({ delivery }).meta({ id: 'AcknowledgeDelivery' }),
  'revoke-key': caseEnvelope.extend({ key: z.uuid() }).meta({ id: 'RevokeKey' }),
  'send-notice': caseEnvelope
    .extend({ kind: z.enum(recipientNoticeKinds).exclude(['recalled']), text })
    .meta({ id: 'SendNotice' }),
  recall: caseEnvelope.extend({ text }).meta({ id: 'RecallDeliveries' }),
  'confirm-notice': caseEnvelope.extend({ notice: z.uuid(), statement: text }).meta({ id: 'ConfirmNotice' }),
} as const;

export type PermissionCommandAddress = keyof typeof permissionCommandBodies;
export const permissionCommandAddresses = Object.keys(permissionCommandBodies) as PermissionCommandAddress[];
export type PermissionCommandBody<Name extends PermissionCommandAddress> = z.output<
  (typeof permissionCommandBodies)[Name]
>;

/** `POST /api/v1/permissions/{id}/keys` */
export const makeKeyBody = caseEnvelope
  .extend({ label: z.string().trim().max(100).optional() })
  .meta({ id: 'MakeKey' });
export type MakeKeyBody = z.output<typeof makeKeyBody>;

/** The key itself is told in this answer and never again. */
export const madeKey = z
  .object({ id: z.uuid(), revision: z.number().int(), key: z.object({ id: z.uuid(), secret: z.string() }) })
  .meta({ id: 'MadeKey' });
export type MadeKey = z.infer<typeof madeKey>;

/** `POST /api/v1/datasets/{id}/recipient-notices`: to all who received a version, or under these permissions alone. */
export const noticeToRecipientsBody = z
  .object({
    actingFor: z.uuid(),
    kind: z.enum(recipientNoticeKinds),
    text,
    permissions: z.array(z.uuid()).min(1).max(1000).optional(),
  })
  .meta({ id: 'NoticeToRecipients' });
export type NoticeToRecipientsBody = z.output<typeof noticeToRecipientsBody>;
