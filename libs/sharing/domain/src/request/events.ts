import type { LocalDate } from '#kernel';
import type { DomainEvent } from '#ledger/domain';
import type { AskedDataset, RequestCase } from './request.ts';

type Nothing = Record<never, never>;
type RequestPatch = Readonly<Record<string, unknown>>;

interface SubmissionFacts {
  readonly submission: number;
  readonly datasets: readonly AskedDataset[];
  readonly questionSets: readonly { readonly id: string; readonly version: number }[];
  readonly evidence: readonly { readonly id: string; readonly sha256: string }[];
  readonly people: readonly string[];
}

export type RequestSubmitted = DomainEvent<
  'request-submitted',
  SubmissionFacts & {
    readonly id: string;
    readonly reference: string;
    readonly holder: string;
    readonly organisation?: string;
    readonly unit?: string;
    readonly cases: readonly RequestCase[];
    readonly on: LocalDate;
  },
  RequestPatch
>;

export type RequestResubmitted = DomainEvent<
  'request-resubmitted',
  SubmissionFacts & { readonly cases: readonly string[]; readonly on: LocalDate },
  RequestPatch
>;

export type RequestWithdrawn = DomainEvent<'request-withdrawn', Nothing>;
export type RequestTakenOver = DomainEvent<'request-taken-over', { readonly person: string }>;
export type CaseAdded = DomainEvent<'request-case-added', { readonly case: RequestCase }>;

export type RequestEvent = RequestSubmitted | RequestResubmitted | RequestWithdrawn | RequestTakenOver | CaseAdded;
