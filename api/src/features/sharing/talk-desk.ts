import { isUuid, localDate, type Actor, type Outcome } from '#kernel';
import type { Done, Door } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import type {
  AskQuestionBody,
  DatasetQuestions,
  DatasetQuestionsQuery,
  EndStandingAdviceBody,
  GiveStandingAdviceBody,
  PostMessageBody,
  RequestCommandResult,
  StandingAdviceList,
} from '#sharing/contracts';
import {
  postMessage,
  QuestionCommands,
  questionOf,
  questionsAbout,
  seenDatasetId,
  StandingAdviceCommands,
  viewStandingAdvice,
  type CaseNamed,
  type Giver,
} from '#sharing/server';
import { found, problemOf } from '../../http/problems/index.ts';

type Result = Promise<RequestCommandResult>;

/** Messages, questions about datasets and standing advice as HTTP has them: a stale command brings the view as it is now. */
export class TalkDesk {
  readonly questions: QuestionCommands;
  private readonly advice: StandingAdviceCommands;

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly clock: Clock,
  ) {
    this.questions = new QuestionCommands(door, clock);
    this.advice = new StandingAdviceCommands(door, clock);
  }

  post(giver: Giver, about: CaseNamed, body: PostMessageBody): Result {
    return this.settle(postMessage({ door: this.door, clock: this.clock }, giver, about, body));
  }

  async questionsAbout(actor: Actor, dataset: string, query: DatasetQuestionsQuery): Promise<DatasetQuestions> {
    return found(await questionsAbout(this.database, actor, dataset, query));
  }

  async ask(giver: Giver, dataset: string, body: AskQuestionBody): Result {
    const id = found(await seenDatasetId(this.database, giver.actor, dataset));
    return this.settle(this.questions.ask(giver, id, body));
  }

  /** A command to a question. */
  give(actor: Actor, id: string, outcome: Promise<Outcome<Done>>): Result {
    return this.settle(outcome, async () => (isUuid(id) ? questionOf(this.database, actor, id) : undefined));
  }

  async standingAdvice(actor: Actor, organisation: string): Promise<StandingAdviceList> {
    return found(await this.adviceOf(actor, organisation));
  }

  giveAdvice(giver: Giver, organisation: string, body: GiveStandingAdviceBody): Result {
    return this.settle(this.advice.give(giver, organisation, body));
  }

  endAdvice(giver: Giver, id: string, body: EndStandingAdviceBody): Result {
    return this.settle(this.advice.end(giver, id, body), () => this.adviceOf(giver.actor, body.actingFor));
  }

  private adviceOf(actor: Actor, organisation: string): Promise<StandingAdviceList | undefined> {
    const today = localDate(this.clock.now().toISOString());
    return viewStandingAdvice(this.database, { actor, today }, organisation);
  }

  private async settle(outcome: Promise<Outcome<Done>>, current?: () => Promise<object | undefined>): Result {
    const result = await outcome;
    if (result.ok) return { id: result.value.id, revision: result.value.revision };
    const stale = result.refusals.some(({ code }) => code === 'ledger.stale');
    throw problemOf(result.refusals, { current: stale ? await current?.() : undefined });
  }
}
