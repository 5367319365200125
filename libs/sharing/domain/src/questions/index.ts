export {
  answerTo,
  isGiven,
  type Answer,
  type AnswerCircumstances,
  type Answers,
  type EvidenceFile,
  type Period,
} from './answers.ts';
export { faultsOfAnswers, isAnswered, missingAnswers, type AnswerCheck, type MissingAnswer } from './answer-faults.ts';
export { longestOf, mostFiles, mostLines, shapeFault } from './answer-shape.ts';
export { answerText } from './answer-text.ts';
export { askedAnswers, askedSections, defaultSetId, mergedSections, withholdQuestion } from './asked-sections.ts';
export { holds, questionsRead } from './condition.ts';
export { defaultQuestionSet } from './default-set/default-question-set.ts';
export { differencesOf, type AnswerDifference } from './differences.ts';
export { flagsOf, type Flag, type FlagCircumstances } from './flags.ts';
export {
  questionKinds,
  requirements,
  type Choice,
  type Condition,
  type Question,
  type QuestionKind,
  type QuestionSet,
  type Requirement,
  type Section,
} from './question-set.ts';
export { screenedLane } from './screened-lane.ts';
export { sectionStateLabels, sectionStates, type SectionProgress, type SectionState } from './section-states.ts';
export { decideQuestionSet, type QuestionSetFacts } from './own/decide.ts';
export { evolveQuestionSet, type QuestionSetEvent, type QuestionSetPublished } from './own/events.ts';
export { faultsOfOwnQuestions, mostOwnQuestions, mostOwnSections } from './own/own-questions-faults.ts';
export type {
  OwnQuestions,
  OwnQuestionSet,
  OwnQuestionSetContent,
  PublishQuestionSet,
  QuestionSetCommand,
} from './own/own-questions.ts';
export {
  questionSetRight,
  questionSetRights,
  questionSetStates,
  standingsInQuestionSet,
  standingsToQuestionSet,
  type QuestionSetState,
  type StandingToQuestionSet,
} from './own/rights.ts';
export { deepestCondition, faultsOfSections } from './question-set-faults.ts';
