import { isUuid, refused, uuidv7, type Outcome } from '#kernel';
import { unseen, type Done, type Door } from '#ledger/server';
import type { Giver } from '#organisations/server';
import type { Clock } from '#platform/observability';
import type {
  AnswerQuestionBody,
  AskQuestionBody,
  CloseQuestionBody,
  PassOnQuestionBody,
  UnpublishQuestionBody,
} from '#sharing/contracts';
import type { QuestionCommand } from '#sharing/domain';
import { questionAggregate } from './question-aggregate.ts';
import { retryOf } from './retry-of.ts';

type Result = Promise<Outcome<Done>>;
/** For whom the giver acts stands with the giver. */
type Said<Body> = Omit<Body, 'actingFor'> & { readonly actingFor?: string };

/** Commands to questions about datasets, from what a client sends to what the door takes. */
export class QuestionCommands {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  /** @param dataset its id */
  async ask(giver: Giver, dataset: string, { text, actingFor }: AskQuestionBody): Result {
    if (!isUuid(dataset)) return refused(unseen);
    const id = uuidv7(this.clock.now().getTime());
    const command = { type: 'ask-question', id, dataset, text } as const;
    const retry = retryOf(giver, { path: 'ask-question', dataset, text, actingFor });
    return this.door.execute(questionAggregate, giver.actor, { ...retry, id, command });
  }

  answer(giver: Giver, id: string, { revision, text, publish }: Said<AnswerQuestionBody>): Result {
    return this.give(giver, id, revision, { type: 'answer-question', text, publish });
  }

  passOn(giver: Giver, id: string, { revision, organisation, reason }: Said<PassOnQuestionBody>): Result {
    return this.give(giver, id, revision, { type: 'pass-on-question', organisation, reason });
  }

  close(giver: Giver, id: string, { revision, reason }: Said<CloseQuestionBody>): Result {
    return this.give(giver, id, revision, { type: 'close-question', ...(reason === undefined ? {} : { reason }) });
  }

  unpublish(giver: Giver, id: string, { revision }: Said<UnpublishQuestionBody>): Result {
    return this.give(giver, id, revision, { type: 'withdraw-publication' });
  }

  private async give(giver: Giver, id: string, revision: number, command: QuestionCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const retry = retryOf(giver, { id, revision, command });
    return this.door.execute(questionAggregate, giver.actor, { ...retry, id, revision, command });
  }
}
