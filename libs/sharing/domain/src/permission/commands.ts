import type { Asker } from '../case/case.ts';
import type { AgreedDataset } from '../agreement/agreed-data.ts';
import type { MadeFile, PermissionEnding, RecipientNoticeKind } from './permission.ts';

/** Follows from the last signature, in the same decision. */
export interface GivePermission extends AgreedDataset {
  readonly type: 'give-permission';
  readonly id: string;
  readonly agreement: string;
  readonly reference: string;
  readonly provider: string;
  readonly recipient: Asker;
  readonly boards: readonly string[];
  readonly start: string;
  readonly end: string;
  /** Whether a worker can make the file from one that is stored here. */
  readonly stored: boolean;
  readonly refreshed?: true;
  /** Id of its first delivery. */
  readonly delivery: string;
}

/** Follow from what becomes of the agreement, in the same decision. */
export interface SuspendPermission {
  readonly type: 'suspend-permission';
}
export interface ResumePermission {
  readonly type: 'resume-permission';
}
export interface EndPermission {
  readonly type: 'end-permission';
  readonly how: Exclude<PermissionEnding, 'given-up'>;
}

/** Its last day comes near: both sides are told, once for each of some days before it. */
export interface RemindOfEnd {
  readonly type: 'remind-of-end';
}

/** The recipient needs it no more. */
export interface GiveUpPermission {
  readonly type: 'give-up-permission';
}

export interface AcceptTerms {
  readonly type: 'accept-terms';
}

export interface RecordFile {
  readonly type: 'record-file';
  readonly delivery: string;
  readonly file: MadeFile;
}

export interface RecordFailure {
  readonly type: 'record-failure';
  readonly delivery: string;
  readonly code: string;
  readonly message: string;
}

/** Gives it again, from the dataset as it is now: a delivery of its own after the one that is named. */
export interface MakeAgain {
  readonly type: 'make-again';
  readonly delivery: string;
  /** Id of the delivery to be. */
  readonly next: string;
}

/** The file of the dataset has changed. */
export interface RefreshFile {
  readonly type: 'refresh-file';
  readonly next: string;
}

/** Something held elsewhere was handed over by the provider. */
export interface RecordHandOver {
  readonly type: 'record-hand-over';
  readonly delivery: string;
  readonly how: string;
}

export interface AcknowledgeDelivery {
  readonly type: 'acknowledge-delivery';
  readonly delivery: string;
}

/** A download begins; the right to it is decided here, before the first byte. */
export interface DownloadFile {
  readonly type: 'download-file';
  readonly delivery: string;
  /** The key that opened the address, where no session did. */
  readonly key?: string;
}

/** A key for the stable address; what it opens stands in the table of rights, as for its holder. */
export interface MakeKey {
  readonly type: 'make-key';
  readonly key: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** What it is used for, in the holder's words. */
  readonly label?: string;
}

export interface RevokeKey {
  readonly type: 'revoke-key';
  readonly key: string;
}

/** Tells whoever received something what is to be done with it. */
export interface SendNotice {
  readonly type: 'send-notice';
  readonly notice: string;
  readonly kind: Exclude<RecipientNoticeKind, 'recalled'>;
  readonly text: string;
}

/** Takes back all that was handed over: nothing of it can be downloaded any more, and what is out is to be deleted. */
export interface RecallDeliveries {
  readonly type: 'recall-deliveries';
  readonly notice: string;
  readonly text: string;
}

export interface ConfirmNotice {
  readonly type: 'confirm-notice';
  readonly notice: string;
  readonly statement: string;
}

/** Nobody has answered in time. */
export interface NoteSilence {
  readonly type: 'note-silence';
}

export type PermissionCommand =
  | GivePermission
  | SuspendPermission
  | ResumePermission
  | EndPermission
  | RemindOfEnd
  | GiveUpPermission
  | AcceptTerms
  | RecordFile
  | RecordFailure
  | MakeAgain
  | RecordHandOver
  | AcknowledgeDelivery
  | RefreshFile
  | DownloadFile
  | MakeKey
  | RevokeKey
  | SendNotice
  | RecallDeliveries
  | ConfirmNotice
  | NoteSilence;
export type PermissionCommandName = PermissionCommand['type'];
