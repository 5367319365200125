import type { LocalDate } from '#kernel';

/** One dataset in the basket: what is wanted of it. */
export interface BasketItem {
  readonly dataset: string;
  readonly columns: readonly { readonly column: string; readonly justification: string }[];
  /** Fields wanted, in words, where the dataset lists no columns or not these. */
  readonly fields?: string;
  /** Which rows are wanted, in words. */
  readonly rows?: string;
  /** All of it, for a dataset that lists no columns. */
  readonly whole?: boolean;
}

/** The facts of a basket item, without its words. */
export interface AskedDataset {
  readonly dataset: string;
  readonly organisation: string;
  readonly columns: readonly string[];
  readonly described: boolean;
  readonly whole: boolean;
}

export interface RequestCase {
  readonly case: string;
  readonly organisation: string;
}

/** What the rules know of a request that was submitted. A draft is no part of the ledger: it is its author's alone. */
export interface SharingRequest {
  readonly id: string;
  /** Human reference, as `WL-2026-0042`. */
  readonly reference: string;
  /** Who answers for it now; any member of the organisation may take over. */
  readonly holder: string;
  /** Everybody who took part in asking. */
  readonly people: readonly string[];
  /** Absent for an individual. */
  readonly organisation?: string;
  readonly unit?: string;
  /** How many submissions there are: the number of the newest. */
  readonly submissions: number;
  readonly questionSets: readonly { readonly id: string; readonly version: number }[];
  readonly cases: readonly RequestCase[];
  readonly submittedOn: LocalDate;
  readonly withdrawn: boolean;
}

/** What a request says in words: its title, and each numbered submission under `submission:<n>`. */
export interface RequestContent {
  readonly title: string;
  readonly [submission: `submission:${number}`]: SubmissionWords | undefined;
}

export interface SubmissionWords {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly basket: readonly BasketItem[];
}

export const submissionKey = (number: number): `submission:${number}` => `submission:${number}`;

export const requestStates = ['draft', 'submitted', 'settled', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestStateLabels: Record<RequestState, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  settled: 'All decided',
  withdrawn: 'Withdrawn',
};
