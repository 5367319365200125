import type { DomainEvent } from '#ledger/domain';
import type { DatasetQuestion } from './question.ts';

type Nothing = Record<never, never>;

export type QuestionAsked = DomainEvent<
  'question-asked',
  Pick<DatasetQuestion, 'id' | 'dataset' | 'publisher' | 'asker'>,
  { readonly text: string }
>;
export type QuestionAnswered = DomainEvent<
  'question-answered',
  { readonly published: boolean },
  { readonly answer: string }
>;
export type QuestionPassedOn = DomainEvent<
  'question-passed-on',
  { readonly organisation: string },
  { readonly passReason: string }
>;
export type QuestionClosed = DomainEvent<
  'question-closed',
  { readonly takenBack: boolean },
  { readonly closeReason?: string }
>;
export type PublicationWithdrawn = DomainEvent<'question-publication-withdrawn', Nothing>;

export type QuestionEvent = QuestionAsked | QuestionAnswered | QuestionPassedOn | QuestionClosed | PublicationWithdrawn;
