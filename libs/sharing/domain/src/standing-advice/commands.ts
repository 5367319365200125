import type { LocalDate } from '#kernel';
import type { Verdict } from '../case/case.ts';
import type { AdviceLabel } from '../case/route.ts';
import type { Lane } from '../lane.ts';

export interface GiveStandingAdvice {
  readonly type: 'give-standing-advice';
  readonly id: string;
  readonly organisation: string;
  readonly label: AdviceLabel;
  readonly verdict: Verdict;
  readonly lane: Lane;
  /** For all of the organisation where absent. */
  readonly datasets?: readonly string[];
  /** For all where absent. */
  readonly purposeClasses?: readonly string[];
  /** The last day, twelve months ahead at most. */
  readonly until: LocalDate;
  readonly text: string;
}

/** Ends it at once, whatever its last day was to be. Advice given to a case by it stays given. */
export interface EndStandingAdvice {
  readonly type: 'end-standing-advice';
}

export type StandingAdviceCommand = GiveStandingAdvice | EndStandingAdvice;
export type StandingAdviceCommandName = StandingAdviceCommand['type'];
