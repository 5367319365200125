export interface AskQuestion {
  readonly type: 'ask-question';
  readonly id: string;
  readonly dataset: string;
  readonly text: string;
}

/** Answers, or puts another answer in the place of the first. */
export interface AnswerQuestion {
  readonly type: 'answer-question';
  readonly text: string;
  /** Whether everybody who sees the dataset may read question and answer. */
  readonly publish: boolean;
}

/** Gives it to another organisation here, which then answers. */
export interface PassOnQuestion {
  readonly type: 'pass-on-question';
  readonly organisation: string;
  readonly reason: string;
}

/** Ends it without an answer. Its asker needs no reason for taking it back. */
export interface CloseQuestion {
  readonly type: 'close-question';
  readonly reason?: string;
}

/** Shows question and answer to nobody but the asker and those who answer. */
export interface WithdrawPublication {
  readonly type: 'withdraw-publication';
}

export type QuestionCommand = AskQuestion | AnswerQuestion | PassOnQuestion | CloseQuestion | WithdrawPublication;
export type QuestionCommandName = QuestionCommand['type'];
