import { addWorkingDays, type LocalDate } from '#kernel';
import type { Calendars } from './calendars.ts';
import { regimeOn, regimes, type Regime, type RegimeCode } from './regimes.ts';

export interface Arrival {
  readonly regime: RegimeCode;
  /**
   * The day on which name, address, data and purpose had all arrived. A return marked “cannot identify what is wanted”
   * sets it anew, to the day of the answer; no other return moves it.
   */
  readonly arrivedOn: LocalDate;
  readonly calendars: Calendars;
  /** The law as it stands; an officer's own where it was changed. */
  readonly reference?: readonly Regime[];
}

export interface ExtendedArrival extends Arrival {
  /** Working days beyond the first period, told to the applicant; never counted further than the regime allows. */
  readonly extendedBy?: number;
}

/**
 * The last day for the answer. Day 1 is the first working day after arrival, in the calendar of the regime; no pause
 * stops it.
 * @returns undefined where the law sets no date
 */
export function legalDeadline({ extendedBy = 0, ...arrival }: ExtendedArrival): LocalDate | undefined {
  const regime = regimeOn(arrival.regime, arrival.arrivedOn, arrival.reference ?? regimes);
  if (regime?.workingDays === undefined) return undefined;
  const days = regime.workingDays + Math.min(extendedBy, longestExtension(regime));
  return addWorkingDays(arrival.arrivedOn, days, arrival.calendars[regime.calendar]);
}

const longestExtension = ({ extension }: Regime): number =>
  extension === undefined ? 0 : (extension.workingDays ?? Number.POSITIVE_INFINITY);

/** The last day on which the applicant may be told of an extension. @returns undefined where none may be had */
export function extensionNoticeBy({ regime, arrivedOn, calendars, reference }: Arrival): LocalDate | undefined {
  const standing = regimeOn(regime, arrivedOn, reference ?? regimes);
  if (!standing?.extension) return undefined;
  return addWorkingDays(arrivedOn, standing.extension.noticeWithin, calendars[standing.calendar]);
}
