import { answerText } from './answer-text.ts';
import { answerTo, type Answers } from './answers.ts';
import { mergedSections } from './asked-sections.ts';
import type { QuestionSet } from './question-set.ts';

/** One question that was answered differently: both answers as plain text, absent where there was none. */
export interface AnswerDifference {
  /** Id of the question. */
  readonly question: string;
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

/** What changed between two submissions, in the order of the questions. */
export function differencesOf(
  before: Answers,
  after: Answers,
  sets: readonly QuestionSet[],
): readonly AnswerDifference[] {
  return mergedSections(sets)
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const [was, is] = [before, after].map((answers) => answerText(question, answerTo(answers, question.id)));
      if (was === is) return [];
      const { id, label } = question;
      return [{ question: id, label, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) }];
    });
}
