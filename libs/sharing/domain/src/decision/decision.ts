/** What a case came to. `redirected` closes it without a decision on the data. */
export const outcomes = ['approved', 'partly-approved', 'refused', 'redirected'] as const;
export type OutcomeCode = (typeof outcomes)[number];

export const outcomeLabels: Record<OutcomeCode, string> = {
  approved: 'Approved',
  'partly-approved': 'Approved in part',
  refused: 'Refused',
  redirected: 'Passed on',
};

export interface Outcome {
  readonly code: OutcomeCode;
  readonly conditional: boolean;
}

/** The form in which a column is given, the finest first; every other than `as-is` is coarser than what was asked for. */
export const columnForms = ['as-is', 'banded', 'rounded', 'generalised', 'aggregated', 'sampled'] as const;
export type ColumnForm = (typeof columnForms)[number];

export const columnFormLabels: Record<ColumnForm, string> = {
  'as-is': 'As it is',
  banded: 'In bands',
  rounded: 'Rounded',
  generalised: 'Less exact (a wider place or time)',
  aggregated: 'As totals or averages only',
  sampled: 'For a sample of the rows',
};

export interface ApprovedColumn {
  readonly column: string;
  readonly form: ColumnForm;
}

/** What was decided about one dataset. */
export interface DatasetDecision {
  readonly dataset: string;
  readonly outcome: 'approved' | 'refused';
  /** Empty for a refusal, and for a dataset that lists no columns and is given whole. */
  readonly columns: readonly ApprovedColumn[];
}

/** One owner's decision, for the datasets of one task. */
export interface TaskDecision {
  readonly task: string;
  readonly by: string;
  readonly datasets: readonly DatasetDecision[];
  readonly conditional: boolean;
  readonly ground?: string;
}
