/** Asked waits for an answer, also after it was passed on; closed is the end without one. */
export const questionStates = ['asked', 'answered', 'closed'] as const;
export type QuestionState = (typeof questionStates)[number];

export const questionStateLabels: Record<QuestionState, string> = {
  asked: 'Waits for an answer',
  answered: 'Answered',
  closed: 'Closed without an answer',
};

/** Characters in a question, in its answer, and in the reason for passing it on or closing it. */
export const longestOfQuestion = { text: 5000, answer: 20_000, reason: 2000 } as const;

/** Questions that one person may ask on one day, about whatever datasets. */
export const mostQuestionsADay = 10;

/** What the rules know of a question about a dataset: folded from the facts of its events. */
export interface DatasetQuestion {
  readonly id: string;
  readonly dataset: string;
  /** The organisation that publishes the dataset. */
  readonly publisher: string;
  /** The organisation that answers: the publisher, or the one to which it was passed on last. */
  readonly organisation: string;
  /** Organisations that passed it on, in this order. */
  readonly passedBy: readonly string[];
  readonly asker: {
    readonly person: string;
    /** The organisation asked for; absent for an individual. */
    readonly organisation?: string;
  };
  readonly state: QuestionState;
  /** Whether question and answer are shown to everybody who sees the dataset; the asker is never named there. */
  readonly published: boolean;
  /** Whether its asker closed it. */
  readonly takenBack: boolean;
}

export interface DatasetQuestionContent {
  readonly text: string;
  readonly answer?: string;
  /** Why it was passed on last. */
  readonly passReason?: string;
  readonly closeReason?: string;
}
