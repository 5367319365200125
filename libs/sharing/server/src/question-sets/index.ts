export { publishQuestionSet, type Publication, type PublishingParts } from './publish-question-set.ts';
export { questionSetAggregate } from './question-set-aggregate.ts';
export { readOwnQuestions } from './read-own-questions.ts';
export { QuestionSets001 } from './question-sets-001.ts';
export { questionSetAt, QuestionSets, questionSetsFor } from './question-sets.ts';
