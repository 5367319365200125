import { lockRows, pageOfRows, type Aggregate } from '#ledger/server';
import { questionEvents } from '#sharing/contracts';
import {
  decideQuestion,
  evolveQuestion,
  maySeeAsker,
  questionRight,
  questionStandingsOf,
  type DatasetQuestion,
  type DatasetQuestionContent,
  type QuestionCommand,
  type QuestionEvent,
  type QuestionFacts,
} from '#sharing/domain';
import { aboutQuestion } from '../history/about.ts';
import { questionFacts } from './question-facts.ts';
import { saveQuestions } from './question-rows.ts';

/** Questions about datasets, as the door handles them. */
export const questionAggregate: Aggregate<
  DatasetQuestion,
  DatasetQuestionContent,
  QuestionCommand,
  QuestionEvent,
  QuestionFacts
> = {
  kind: 'question',
  events: questionEvents,
  load: (transaction, ids) => lockRows(transaction, 'question', ids),
  page: (queries, after, size) => pageOfRows(queries, 'question', after, size),
  standings: (actor, question) => questionStandingsOf(actor, question),
  // Whether others see one that is published follows its dataset, which is not looked up here: to them it is not there.
  visible: maySeeAsker,
  right: (command, question, standings) => questionRight(command.type, question, standings),
  facts: questionFacts,
  decide: decideQuestion,
  evolve: evolveQuestion,
  about: aboutQuestion,
  save: saveQuestions,
};
