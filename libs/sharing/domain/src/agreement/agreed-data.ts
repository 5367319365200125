import { refusal, type Refusal } from '#kernel';
import type { ApprovedColumn, ColumnForm } from '../decision/decision.ts';

/** How a coarser form is made, as data: what the terms say is what the file holds. */
export type FormRule =
  /** Numbers in bands of equal width, each written with its first and last value. */
  | { readonly kind: 'band'; readonly width: number }
  /** Numbers to the nearest multiple. */
  | { readonly kind: 'round'; readonly to: number }
  /** The first characters of a text, as in the district of a postcode. */
  | { readonly kind: 'characters'; readonly keep: number }
  /** Dates and times down to the hour, the day, the month or the year. */
  | { readonly kind: 'period'; readonly to: 'hour' | 'day' | 'month' | 'year' }
  /** One figure for all rows that are alike in the other columns. */
  | { readonly kind: 'total'; readonly of: 'sum' | 'average' | 'lowest' | 'highest' }
  /** The rows of a sample, the same ones whenever it is drawn. */
  | { readonly kind: 'sample'; readonly percent: number };

export interface AgreedColumn extends ApprovedColumn {
  /** Absent for a column given as it is. */
  readonly rule?: FormRule;
}

/** Which rows: those that meet every filter. Values are compared as text, ranges as numbers or dates where both sides are. */
export type RowFilter =
  | { readonly column: string; readonly is: readonly string[] }
  | { readonly column: string; readonly from?: string; readonly until?: string };

/** What an agreement gives of one dataset: the approved columns in their forms, and no more. */
export interface AgreedDataset {
  readonly dataset: string;
  /** Empty where it is given whole. */
  readonly columns: readonly AgreedColumn[];
  readonly whole: boolean;
  readonly rows: readonly RowFilter[];
}

/** Kinds of rule that make a form, the usual first with its measure. */
const rulesOfForm: Record<ColumnForm, readonly FormRule[]> = {
  'as-is': [],
  banded: [
    { kind: 'band', width: 10 },
    { kind: 'period', to: 'hour' },
  ],
  rounded: [{ kind: 'round', to: 10 }],
  generalised: [
    { kind: 'characters', keep: 4 },
    { kind: 'period', to: 'month' },
  ],
  aggregated: [{ kind: 'total', of: 'average' }],
  sampled: [{ kind: 'sample', percent: 10 }],
};

/** What a column is given in until somebody says how exactly: its type tells dates from other texts. */
export function usualRule(form: ColumnForm, type: string | undefined): FormRule | undefined {
  const rules = rulesOfForm[form];
  const isDate = type !== undefined && /date|time/i.test(type);
  return (isDate ? rules.find(({ kind }) => kind === 'period') : undefined) ?? rules[0];
}

/** Of bands and of rounding: what decimals hold exactly. */
export const [leastMeasure, mostMeasure] = [0.000001, 1_000_000];

const between = (value: number, least: number, most: number): boolean =>
  Number.isFinite(value) && value >= least && value <= most;

function measureHolds(rule: FormRule): boolean {
  switch (rule.kind) {
    case 'band':
      return between(rule.width, leastMeasure, mostMeasure);
    case 'round':
      return between(rule.to, leastMeasure, mostMeasure);
    case 'characters':
      return Number.isInteger(rule.keep) && between(rule.keep, 1, 1000);
    case 'sample':
      return between(rule.percent, 0.01, 99);
    case 'period':
    case 'total':
      return true;
  }
}

function faultOfColumn(column: AgreedColumn, approved: ApprovedColumn | undefined): Refusal | undefined {
  const field = `columns.${column.column}`;
  if (approved?.form !== column.form) {
    return refusal('sharing.form-not-approved', 'A column is given in the form that was approved.', field);
  }
  if (column.form === 'as-is') {
    return column.rule === undefined
      ? undefined
      : refusal('sharing.form-rule-unfit', 'This column is given as it is.', field);
  }
  const { rule } = column;
  const fits = rule !== undefined && rulesOfForm[column.form].some(({ kind }) => kind === rule.kind);
  if (!fits) return refusal('sharing.form-rule-unfit', 'Say how the coarser form is made.', field);
  return measureHolds(rule)
    ? undefined
    : refusal('sharing.form-measure', 'Give a measure from 0.000001 to 1,000,000.', field);
}

const isSample = ({ form }: ApprovedColumn): boolean => form === 'sampled';

/** Why what is to be given of a dataset is not what was approved: every column in its form, each with its rule. */
export function faultsOfData(
  given: Pick<AgreedDataset, 'columns' | 'rows'>,
  approved: Pick<AgreedDataset, 'columns' | 'whole'>,
  /** Columns that the dataset has, for filters: any of them may narrow the rows, given or not. */
  known: ReadonlySet<string>,
): readonly Refusal[] {
  const forms = new Map(approved.columns.map((column) => [column.column, column]));
  const same =
    given.columns.length === forms.size && new Set(given.columns.map(({ column }) => column)).size === forms.size;
  const samples = new Set(given.columns.filter(isSample).map(({ rule }) => JSON.stringify(rule)));
  return [
    ...(same ? [] : [refusal('sharing.columns-not-approved', 'Every approved column is given, once.', 'columns')]),
    ...given.columns.flatMap((column) => faultOfColumn(column, forms.get(column.column)) ?? []),
    ...(samples.size > 1
      ? [
          refusal(
            'sharing.samples-differ',
            'All sampled columns come from one sample: give them one measure.',
            'columns',
          ),
        ]
      : []),
    ...given.rows.flatMap((filter) => faultOfFilter(filter, known)),
  ];
}

function faultOfFilter(filter: RowFilter, known: ReadonlySet<string>): readonly Refusal[] {
  if (!known.has(filter.column)) {
    return [refusal('sharing.filter-column-unknown', 'The dataset has no such column to choose rows by.', 'rows')];
  }
  const says = 'is' in filter ? filter.is.length > 0 : (filter.from ?? filter.until) !== undefined;
  return says ? [] : [refusal('sharing.filter-empty', 'Say which values the rows are to have.', 'rows')];
}

/** The rule in words, as it stands in the terms. */
export function ruleInWords(rule: FormRule): string {
  switch (rule.kind) {
    case 'band':
      return `in bands of ${rule.width}`;
    case 'round':
      return `rounded to the nearest ${rule.to}`;
    case 'characters':
      return rule.keep === 1 ? 'its first character' : `its first ${rule.keep} characters`;
    case 'period':
      return `the ${rule.to} only`;
    case 'total':
      return { sum: 'the sum', average: 'the average', lowest: 'the lowest', highest: 'the highest' }[rule.of];
    case 'sample':
      return `for ${rule.percent} % of the rows`;
  }
}
