import type { DomainEvent } from '#ledger/domain';
import type { OwnQuestionSet, OwnQuestionSetContent } from './own-questions.ts';

export type QuestionSetPublished = DomainEvent<
  'question-set-published',
  {
    readonly id: string;
    readonly organisation: string;
    readonly version: number;
    /** SHA-256 of the definition's canonical JSON (RFC 8785), in hexadecimal. */
    readonly hash: string;
  },
  OwnQuestionSetContent
>;

export type QuestionSetEvent = QuestionSetPublished;

/** Folds the facts of one event into what the rules know. */
export const evolveQuestionSet = (
  _before: OwnQuestionSet | undefined,
  { facts }: QuestionSetEvent,
): OwnQuestionSet => ({
  ...facts,
});
