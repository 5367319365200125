import type { Section } from '../question-set.ts';

/** What an organisation asks of those who want its data, beside the default set. */
export interface OwnQuestions {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** What the rules know of an organisation's own questions: folded from the facts of their events. */
export interface OwnQuestionSet {
  readonly id: string;
  readonly organisation: string;
  /** The version published last: the revision of its stream. */
  readonly version: number;
  /** Of the definition published last, to tell that nothing changed. */
  readonly hash: string;
}

/** The words: folded from the content of the events. */
export interface OwnQuestionSetContent {
  readonly definition: OwnQuestions;
}

export interface PublishQuestionSet {
  readonly type: 'publish-question-set';
  readonly id: string;
  readonly organisation: string;
  readonly definition: OwnQuestions;
}

export type QuestionSetCommand = PublishQuestionSet;
