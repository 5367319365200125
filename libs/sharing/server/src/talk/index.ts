import type { AnyAggregate, Reaction } from '#ledger/server';
import { caseMessageEvents, questionEvents, standingAdviceEvents } from '#sharing/contracts';
import { whenMessagePostedTellTheOtherSide } from '../reactions/when-message-posted-tell-the-other-side.reaction.ts';
import { whenQuestionAnsweredTellAsker } from '../reactions/when-question-answered-tell-asker.reaction.ts';
import { whenQuestionAskedTellStewards } from '../reactions/when-question-asked-tell-stewards.reaction.ts';
import { messageAggregate } from './message-aggregate.ts';
import { questionAggregate } from './question-aggregate.ts';
import { standingAdviceAggregate } from './standing-advice-aggregate.ts';

export { messagesOf, type SpokenMessageRow } from './messages-of.ts';
export { postMessage, type CaseNamed } from './post-message.ts';
export { QuestionCommands } from './question-commands.ts';
export { questionAudience } from './question-rows.ts';
export { questionOf, questionsAbout, seenDatasetId } from './questions-about.ts';
export { StandingAdviceCommands } from './standing-advice-commands.ts';
export { standingAdviceOf } from './standing-advice-of.ts';
export { Talk001 } from './talk-001.ts';
export { viewStandingAdvice } from './view-standing-advice.ts';
export { whoAnswers } from './who-answers.ts';

/** Every kind of aggregate of what is said, for replay. */
export const talkAggregates: readonly AnyAggregate[] = [messageAggregate, questionAggregate, standingAdviceAggregate];

/** Reactions to what is said. */
export const talkReactions: readonly Reaction[] = [
  whenQuestionAskedTellStewards,
  whenQuestionAnsweredTellAsker,
  whenMessagePostedTellTheOtherSide,
];

/** Types of events that are written here. */
export const talkEventTypes: readonly string[] = [
  ...Object.keys(caseMessageEvents),
  ...Object.keys(questionEvents),
  ...Object.keys(standingAdviceEvents),
];
