import type { Lane } from '../lane.ts';

/**
 * A versioned form: sections of questions with conditions. It is data: owners extend the default one by sections of their
 * own, and nothing in it is code or an expression language.
 */
export interface QuestionSet {
  /** `default`, or the id of the organisation that asks these questions of those who want its data. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** `purpose`, `data`, `law`, `safety`, `declaration`, or one that begins with `own-`. */
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** Asked only while this holds. */
  readonly when?: Condition;
  readonly questions: readonly Question[];
}

export interface Question {
  /** One id, one question: it is asked once for all owners of a request. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly hint?: string;
  readonly required?: Requirement;
  readonly when?: Condition;
  /** Of `choice`, `choices` and `explained-choices`. */
  readonly choices?: readonly Choice[];
  /** Characters of a text, of each line of a list or of each explanation; where absent, `longestOf` has a default. */
  readonly longest?: number;
  /** The requester may ask that the public register leaves the answer out. */
  readonly withholdable?: boolean;
}

/**
 * `to-submit` keeps a request from being submitted; `to-approve` does not, but no owner can approve without it. All else
 * is welcome and never in the way.
 */
export const requirements = ['to-submit', 'to-approve'] as const;
export type Requirement = (typeof requirements)[number];

export const questionKinds = [
  'line',
  'text',
  'choice',
  'choices',
  /** Several choices, each with an explanation. */
  'explained-choices',
  'yes-no',
  'date',
  'period',
  'number',
  /** Several lines, such as names of organisations. */
  'list',
  'files',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
}

/** What must hold for a question or a section to be asked. A question that is not asked counts as not answered. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The answer to a `choice`, or to a `yes-no`. */
  | { readonly answer: string; readonly is: string | boolean }
  /** One of the answers to `choices` or `explained-choices`. */
  | { readonly answer: string; readonly has: string }
  /** The request is in this lane or a higher one. */
  | { readonly lane: Lane };
