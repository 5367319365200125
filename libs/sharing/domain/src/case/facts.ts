import type { LocalDate, Role, StandIn } from '#kernel';
import type { Calendars } from '../clocks/index.ts';
import type { Lane } from '../lane.ts';
import type { Verdict } from './case.ts';
import type { AdviceLabel } from './route.ts';

/** One active member of the organisation that decides. */
export interface Officer {
  readonly person: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
  /** Those for whom they stand in today. */
  readonly standsInFor?: readonly StandIn[];
  /** Also a member of the organisation that asks, where that is another one. */
  readonly asks?: boolean;
}

/** A dataset of the case, as it is today. */
export interface DatasetToday {
  readonly dataset: string;
  readonly organisation: string;
  readonly owners: readonly string[];
  readonly unit?: string;
  /** Ids of its columns with whether they are about people, by the lane that they ask for. */
  readonly columns: readonly { readonly id: string; readonly lane: Lane }[];
  /** The lane of what it holds about people as a whole. */
  readonly lane: Lane;
  readonly requestable: boolean;
}

/** Advice given once for a class of cases until a date. */
export interface StandingAdvice {
  readonly id: string;
  readonly label: AdviceLabel;
  readonly verdict: Verdict;
  readonly by: string;
  readonly until: LocalDate;
  /** Only for cases in exactly this lane. */
  readonly lane: Lane;
  /** Only for these datasets; for all where absent. */
  readonly datasets?: readonly string[];
  /** Only for these classes of purpose (answers to the question `purpose-class`); for all where absent. */
  readonly purposeClasses?: readonly string[];
  readonly text: string;
}

/** What a decision about a case must know of other rows. */
export interface CaseFacts {
  readonly today: LocalDate;
  /** Holidays in the owner's calendar, by which targets count. */
  readonly holidays: ReadonlySet<LocalDate>;
  /** Holidays of the nations, by which regimes count. */
  readonly calendars: Calendars;
  readonly officers: readonly Officer[];
  readonly datasets: readonly DatasetToday[];
  readonly boards: readonly string[];
  readonly standingAdvice: readonly StandingAdvice[];
  /** The class of purpose of the submission that the case judges. */
  readonly purposeClass?: string;
  /** The risk to people that remains, as the submission says (question `dpia-outcome`). */
  readonly remainingRisk?: string;
  /** Whether its agreement came into force: the decision stands then. */
  readonly agreementInForce?: boolean;
  readonly ownerIsPublic: boolean;
  readonly requesterIsPublic: boolean;
  /** Organisations in which somebody could be asked instead, for a redirect. */
  readonly redirectable: readonly DatasetToday[];
}
