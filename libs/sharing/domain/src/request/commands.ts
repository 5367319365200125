import type { AskedDataset, RequestCase, SubmissionWords } from './request.ts';

/** A submission as the ledger keeps it: codes and hashes as facts, answers as words. */
export interface Submission {
  readonly title: string;
  readonly datasets: readonly AskedDataset[];
  readonly questionSets: readonly { readonly id: string; readonly version: number }[];
  /** Files of evidence, by id, with what binds them to their content. */
  readonly evidence: readonly { readonly id: string; readonly sha256: string }[];
  readonly words: SubmissionWords;
}

/** The first submission: the request begins in the ledger, together with its cases. */
export interface SubmitRequest {
  readonly type: 'submit-request';
  readonly id: string;
  readonly reference: string;
  readonly people: readonly string[];
  readonly organisation?: string;
  readonly unit?: string;
  readonly submission: Submission;
  readonly cases: readonly RequestCase[];
  /** The declaration was made. */
  readonly declared: boolean;
}

/** A further submission, for the cases that were returned. */
export interface ResubmitRequest {
  readonly type: 'resubmit-request';
  readonly people: readonly string[];
  readonly submission: Submission;
  readonly cases: readonly string[];
  readonly declared: boolean;
}

export interface WithdrawRequest {
  readonly type: 'withdraw-request';
}

/** Another member of the organisation answers for it from now on. */
export interface TakeOverRequest {
  readonly type: 'take-over-request';
}

/** The requester follows a case that was passed on: it gets a case where the data is held. */
export interface AddCase {
  readonly type: 'add-case';
  readonly case: RequestCase;
}

export type RequestCommand = SubmitRequest | ResubmitRequest | WithdrawRequest | TakeOverRequest | AddCase;
export type RequestCommandName = RequestCommand['type'];
