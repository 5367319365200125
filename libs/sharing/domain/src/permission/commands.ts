import type { Asker } from '../case/case.ts';
import type { AgreedDataset } from '../agreement/agreed-data.ts';
import type { MadeFile, PermissionEnding } from './permission.ts';

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

/** Makes the file again, from the dataset as it is now. */
export interface MakeAgain {
  readonly type: 'make-again';
  readonly delivery: string;
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
  | DownloadFile;
export type PermissionCommandName = PermissionCommand['type'];
