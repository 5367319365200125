import type { Queries } from '#platform/database';
import type { QuestionSet } from '#sharing/domain';
import type { CaseFactSources } from '../cases/case-facts.ts';
import type { MessagesOf } from './timeline.ts';

/** What pages of requests and cases are made from, beside rows of their own. */
export interface SharingSources extends CaseFactSources {
  questionSetsFor(queries: Queries, organisations: readonly string[]): Promise<readonly QuestionSet[]>;
  /** The sets by which a submission was answered, each in its version. */
  questionSets(
    queries: Queries,
    named: readonly { readonly id: string; readonly version: number }[],
  ): Promise<readonly QuestionSet[]>;
  readonly messagesOf: MessagesOf;
}
