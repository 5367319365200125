import type { LocalDate } from '#kernel';
import type { Asker } from '../case/case.ts';
import type { Lane } from '../lane.ts';
import type { AgreedColumn, AgreedDataset, RowFilter } from './agreed-data.ts';
import type { AgreementKind, Clause, Party, SignedCopy, Term } from './agreement.ts';

/** Begins the terms from a decision; every clause has a text from the first moment. */
export interface DraftAgreement {
  readonly type: 'draft-agreement';
  readonly id: string;
  readonly case: string;
  readonly request: string;
  readonly reference: string;
  readonly kind: AgreementKind;
  readonly lane: Lane;
  readonly provider: string;
  readonly recipient: Asker;
  readonly boards: readonly string[];
  readonly owners: readonly string[];
  readonly datasets: readonly AgreedDataset[];
  readonly term: Term;
  /** What was asked for again and again, or as it happens, is made anew as the dataset changes. */
  readonly refreshed?: true;
  readonly title: string;
  readonly clauses: readonly (Clause & { readonly id: string })[];
}

/** How exactly the approved columns are made coarser, and which rows are given. */
export interface SetData {
  readonly type: 'set-data';
  readonly dataset: string;
  readonly columns: readonly AgreedColumn[];
  readonly rows: readonly RowFilter[];
}

export interface SetTerm {
  readonly type: 'set-term';
  readonly term: Term;
}

/** Lays the terms before the recipient. */
export interface OfferTerms {
  readonly type: 'offer-terms';
}

/** Takes them back to the desk: dates and data can be set again. */
export interface TakeBackTerms {
  readonly type: 'take-back-terms';
}

/** Another text for a clause, or none; a draft is changed at once, terms before both sides wait for the other's word. */
export interface ProposeClause {
  readonly type: 'propose-clause';
  readonly clause: string;
  /** Absent to take the clause out. */
  readonly text?: string;
  readonly reason?: string;
}

export interface AnswerProposal {
  readonly type: 'answer-proposal';
  readonly clause: string;
  readonly accept: boolean;
  readonly reason?: string;
}

export interface WithdrawProposal {
  readonly type: 'withdraw-proposal';
  readonly clause: string;
}

/** Freezes the terms: what is signed is the hash of what both read. */
export interface AskSignatures {
  readonly type: 'ask-signatures';
}

export interface SignAgreement {
  readonly type: 'sign-agreement';
  /** SHA-256 of the terms that the signatory read. */
  readonly hash: string;
}

/** Asks somebody without an account to sign for the own side, by mail; one asked before is asked no more. */
export interface InviteSignatory {
  readonly type: 'invite-signatory';
  readonly invitation: string;
  /** SHA-256 of the token in the link. */
  readonly tokenHash: string;
  readonly name: string;
  readonly position: string;
  readonly email: string;
}

export interface WithdrawInvitation {
  readonly type: 'withdraw-invitation';
}

/** Signs from the page that the mail leads to; given by that page for whoever shows the token. */
export interface SignByInvitation {
  readonly type: 'sign-by-invitation';
  readonly tokenHash: string;
  /** SHA-256 of the terms that were read. */
  readonly hash: string;
  /** As the signer writes them. */
  readonly name: string;
  readonly position: string;
  /** Says that they may sign for the side, and have read the terms. */
  readonly authorised: boolean;
}

export interface DeclineInvitation {
  readonly type: 'decline-invitation';
  readonly tokenHash: string;
  readonly reason: string;
}

/** Puts a copy that was signed by hand on record. */
export interface RecordSignedCopy {
  readonly type: 'record-signed-copy';
  readonly party: Party;
  /** Absent where no such scan was sent in. */
  readonly copy?: SignedCopy;
  readonly name: string;
  readonly position: string;
  readonly signedOn: LocalDate;
  /** The first eight characters of the fingerprint that is printed on the copy. */
  readonly fingerprint: string;
}

export interface SuspendAgreement {
  readonly type: 'suspend-agreement';
  readonly reason: string;
}

export interface ResumeAgreement {
  readonly type: 'resume-agreement';
}

export interface RevokeAgreement {
  readonly type: 'revoke-agreement';
  readonly reason: string;
}

export interface TerminateAgreement {
  readonly type: 'terminate-agreement';
  readonly reason: string;
}

/** Ends it on its last day; given by the schedule. */
export interface ExpireAgreement {
  readonly type: 'expire-agreement';
}

export interface AbandonAgreement {
  readonly type: 'abandon-agreement';
  /** Absent where silence abandoned it. */
  readonly reason?: string;
}

/** Something was handed over for the first time. */
export interface NoteDelivery {
  readonly type: 'note-delivery';
}

export interface ConfirmDisposal {
  readonly type: 'confirm-disposal';
  readonly statement: string;
}

/** Nobody confirmed in time. */
export interface CloseUnconfirmed {
  readonly type: 'close-unconfirmed';
}

export type AgreementCommand =
  | DraftAgreement
  | SetData
  | SetTerm
  | OfferTerms
  | TakeBackTerms
  | ProposeClause
  | AnswerProposal
  | WithdrawProposal
  | AskSignatures
  | SignAgreement
  | InviteSignatory
  | WithdrawInvitation
  | SignByInvitation
  | DeclineInvitation
  | RecordSignedCopy
  | SuspendAgreement
  | ResumeAgreement
  | RevokeAgreement
  | TerminateAgreement
  | ExpireAgreement
  | AbandonAgreement
  | NoteDelivery
  | ConfirmDisposal
  | CloseUnconfirmed;
export type AgreementCommandName = AgreementCommand['type'];
