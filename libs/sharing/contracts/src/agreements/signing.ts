import * as z from 'zod';
import { agreementKinds, parties } from '#sharing/domain';
import { agreedDatasetView, clauseView, signatureView } from './agreement-view.ts';

const megabyte = 1024 * 1024;

/** Bytes of a scan at most. */
export const signedCopyBytes = 10 * megabyte;

/** 256 bits as base64url, as they stand in the link. */
const token = z.string().max(100);
const line = z.string().trim().max(200);

/** `POST /api/v1/signing/read`, `POST /api/v1/signing/pdf`: in the body, so that no address holds the token. */
export const signingLinkBody = z.object({ token }).meta({ id: 'SigningLink' });
export type SigningLinkBody = z.output<typeof signingLinkBody>;

/** `POST /api/v1/signing/commands/sign` */
export const signByInvitationBody = z
  .object({
    token,
    /** SHA-256 of the terms that were read. */
    hash: z.string().max(64),
    name: line,
    position: line,
    /** Says that they may sign for the side, and have read the terms. */
    authorised: z.boolean(),
  })
  .meta({ id: 'SignByInvitation' });
export type SignByInvitationBody = z.output<typeof signByInvitationBody>;

/** `POST /api/v1/signing/commands/decline` */
export const declineInvitationBody = z
  .object({ token, reason: z.string().trim().max(5000) })
  .meta({ id: 'DeclineInvitation' });
export type DeclineInvitationBody = z.output<typeof declineInvitationBody>;

/** What the page shows that a mail leads to: the frozen terms, and for whom they are to be signed. */
export const signingView = z
  .object({
    reference: z.string(),
    version: z.number().int(),
    title: z.string(),
    kind: z.object({ code: z.enum(agreementKinds), label: z.string() }),
    provider: z.string(),
    recipient: z.string(),
    party: z.enum(parties),
    /** The side for which it is signed, by name. */
    signsFor: z.string(),
    invitedBy: z.string(),
    /** The signatory as those who asked wrote them. */
    name: z.string(),
    position: z.string(),
    until: z.string(),
    /** Absent while it can be signed; why not else, in words. */
    waits: z.string().optional(),
    /** Already signed from this page: nothing remains to be done. */
    signed: z.object({ by: z.string(), at: z.string() }).optional(),
    term: z.object({ start: z.string(), end: z.string(), review: z.string() }),
    datasets: z.array(agreedDatasetView.pick({ title: true, whole: true, columns: true, rowsText: true })),
    clauses: z.array(clauseView.pick({ id: true, number: true, heading: true, text: true })),
    hash: z.string(),
    /** What the other side has signed. */
    signatures: z.array(signatureView.pick({ party: true, by: true, at: true })),
  })
  .meta({ id: 'Signing' });
export type SigningView = z.infer<typeof signingView>;

export const signingDone = z.object({ done: z.literal(true) }).meta({ id: 'SigningDone' });
export type SigningDone = z.infer<typeof signingDone>;

/** `POST /api/v1/agreements/{id}/signed-copies`: `multipart/form-data` with one part named `file`; 201 with what names it. */
export const signedCopy = z
  .object({ id: z.uuid(), name: z.string(), bytes: z.number().int(), mediaType: z.string() })
  .meta({ id: 'SignedCopy' });
export type SignedCopyFile = z.infer<typeof signedCopy>;
