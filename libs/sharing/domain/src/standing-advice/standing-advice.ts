import type { LocalDate } from '#kernel';
import type { Verdict } from '../case/case.ts';
import type { StandingAdvice } from '../case/facts.ts';
import type { AdviceLabel } from '../case/route.ts';
import type { Lane } from '../lane.ts';
import { defaultQuestionSet } from '../questions/default-set/default-question-set.ts';
import type { Choice } from '../questions/question-set.ts';

/** What the rules know of advice given for a class of cases: folded from the facts of its events. */
export interface StandingAdviceRecord {
  readonly id: string;
  readonly organisation: string;
  readonly label: AdviceLabel;
  readonly verdict: Verdict;
  /** Only for cases in exactly this lane. */
  readonly lane: Lane;
  /** Only for these datasets; for all of the organisation where absent. */
  readonly datasets?: readonly string[];
  /** Only for these classes of purpose; for all where absent. */
  readonly purposeClasses?: readonly string[];
  readonly by: string;
  /** The first and the last day on which it is used, both included. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly ended: boolean;
}

export interface StandingAdviceContent {
  readonly text: string;
}

/** Characters of standing advice. */
export const longestStandingAdvice = 20_000;

const questions = defaultQuestionSet.sections.flatMap((section) => section.questions);

/** The classes of purpose that requests are put in: choices of the question `purpose-class`. */
export const purposeClasses: readonly Choice[] = questions.find(({ id }) => id === 'purpose-class')?.choices ?? [];

/** Standing advice as a decision about a case takes it. */
export const adviceOf = (
  { id, label, verdict, by, until, lane, datasets, purposeClasses: classes }: StandingAdviceRecord,
  { text }: StandingAdviceContent,
): StandingAdvice => ({
  ...{ id, label, verdict, by, until, lane, text },
  ...(datasets === undefined ? {} : { datasets }),
  ...(classes === undefined ? {} : { purposeClasses: classes }),
});

/** Whether it is used on this day, as far as it says itself; that of somebody who has left is used no more. */
export const isCurrentAdvice = (
  { ended, until }: Pick<StandingAdviceRecord, 'ended' | 'until'>,
  today: LocalDate,
): boolean => !ended && until >= today;
