import { localDate, type Actor, type Refusal } from '#kernel';
import type { Loaded } from '#ledger/server';
import type { Queries, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import {
  faultsOfAnswers,
  highestLane,
  laneOfData,
  screenedLane,
  type Answers,
  type DatasetToday,
  type QuestionSet,
  type RequestCommand,
  type RequestContent,
  type RequestFacts,
  type SharingRequest,
  type Submission,
} from '#sharing/domain';
import { datasetsToday } from '../cases/datasets-today.ts';

/** Where decisions about requests get what they must know. */
export interface RequestFactSources {
  readonly clock: Clock;
  /** The sets by which a submission was answered, each in its version. */
  questionSets(
    queries: Queries,
    named: readonly { readonly id: string; readonly version: number }[],
  ): Promise<readonly QuestionSet[]>;
}

type LoadedRequest = Loaded<SharingRequest, RequestContent, RequestCommand>;

const submissionOf = ({ command }: LoadedRequest): Submission | undefined =>
  'submission' in command ? command.submission : undefined;

/** What decisions about these requests must know of other rows. */
export async function requestFacts(
  sources: RequestFactSources,
  transaction: Transaction,
  actor: Actor,
  items: readonly LoadedRequest[],
): Promise<RequestFacts[]> {
  const person = actor.kind === 'person' ? actor.person : null;
  const [account] = await transaction.rows<{ confirmed: boolean }>('select confirmed from person where id = $1', [
    person,
  ]);
  const returned = await transaction.rows<{ id: string; request: string }>(
    `select id, request from sharing_case where request = any($1::uuid[]) and status = 'returned'`,
    [items.map(({ id }) => id)],
  );
  const datasets = await datasetsToday(transaction, [
    ...new Set(items.flatMap((item) => submissionOf(item)?.datasets.map(({ dataset }) => dataset) ?? [])),
  ]);
  const today = localDate(sources.clock.now().toISOString());
  const facts: RequestFacts[] = [];
  for (const item of items) {
    facts.push({
      today,
      addressConfirmed: account?.confirmed ?? false,
      faultsOfAnswers: await faultsOf(sources, transaction, submissionOf(item), datasets),
      returnedCases: returned.filter(({ request }) => request === item.id).map(({ id }) => id),
    });
  }
  return facts;
}

async function faultsOf(
  sources: RequestFactSources,
  transaction: Transaction,
  submission: Submission | undefined,
  datasets: readonly DatasetToday[],
): Promise<readonly Refusal[]> {
  if (!submission) return [];
  const sets = await sources.questionSets(transaction, submission.questionSets);
  const answers = submission.words.answers as Answers;
  const lane = highestLane(screenedLane(answers), laneOfData(submission.datasets, datasets));
  return faultsOfAnswers(sets, answers, { answers, lane }, 'complete');
}
