import type { Actor } from '#kernel';
import { membersReader, publicReader, readersOf, type Loaded } from '#ledger/server';
import type { Transaction } from '#platform/database';
import {
  mostQuestionsADay,
  type DatasetQuestion,
  type DatasetQuestionContent,
  type QuestionCommand,
  type QuestionFacts,
} from '#sharing/domain';

type LoadedQuestion = Loaded<DatasetQuestion, DatasetQuestionContent, QuestionCommand>;

/** What decisions about these questions must know of other rows. */
export const questionFacts = (
  transaction: Transaction,
  actor: Actor,
  items: readonly LoadedQuestion[],
): Promise<QuestionFacts[]> => Promise.all(items.map((item) => factsOf(transaction, actor, item)));

async function factsOf(transaction: Transaction, actor: Actor, item: LoadedQuestion): Promise<QuestionFacts> {
  const { command, stored } = item;
  const nothing = { addressConfirmed: false, askedLately: [] };
  if (command.type === 'ask-question' && actor.kind === 'person') {
    const asker = await askerFacts(transaction, actor.person);
    const dataset = await datasetFacts(transaction, actor, command.dataset);
    return { ...asker, ...(dataset && { dataset }) };
  }
  if (command.type !== 'pass-on-question' || !stored) return nothing;
  const target = await targetFacts(transaction, command.organisation, stored.state.dataset);
  return { ...nothing, ...(target && { target }) };
}

/** The account is locked first: of two questions asked at once, the second counts the first. */
async function askerFacts(transaction: Transaction, person: string) {
  const [account] = await transaction.rows<{ confirmed: boolean }>(
    'select confirmed from person where id = $1 for no key update',
    [person],
  );
  const asked = await transaction.rows<{ asked_at: Date }>(
    `select asked_at from question where asker = $1 order by asked_at desc limit ${mostQuestionsADay}`,
    [person],
  );
  const askedLately = asked.map((row) => row.asked_at.toISOString());
  return { addressConfirmed: account?.confirmed ?? false, askedLately };
}

async function datasetFacts(transaction: Transaction, actor: Actor, dataset: string) {
  const [row] = await transaction.rows<NonNullable<QuestionFacts['dataset']>>(
    `select dataset.organisation, dataset.lifecycle = 'published' as published,
       organisation.standing <> 'unclaimed' as claimed
     from dataset join organisation on organisation.id = dataset.organisation
     where dataset.id = $1 and exists (select from audience
       where audience.kind = 'dataset' and audience.id = dataset.id and audience.reader = any($2))`,
    [dataset, readersOf(actor)],
  );
  return row;
}

async function targetFacts(transaction: Transaction, organisation: string, dataset: string) {
  const [row] = await transaction.rows<NonNullable<QuestionFacts['target']>>(
    `select exists (select from membership join person on person.id = membership.person
         where membership.organisation = organisation.id and not membership.ended and not person.closed
           and membership.roles && '{owner,steward}') as answers,
       exists (select from audience where audience.kind = 'dataset' and audience.id = $2
         and audience.reader = any($3)) as "seesDataset"
     from organisation where id = $1 and standing <> 'unclaimed'`,
    [organisation, dataset, [publicReader, membersReader, organisation]],
  );
  return row;
}
