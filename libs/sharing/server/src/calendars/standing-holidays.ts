import type { LocalDate } from '#kernel';
import type { Nation } from '#sharing/domain';
import { bankHolidays, proclaimedHolidays } from './bank-holidays.ts';

/** A day that is no working day in one nation. */
export interface Holiday {
  readonly nation: Nation;
  readonly date: LocalDate;
  readonly name: string;
}

/** The holidays that a release knows; what is proclaimed later, an operator adds. */
export const standingHolidays: readonly Holiday[] = [...bankHolidays, ...proclaimedHolidays].flatMap(
  ({ name, nations, dates }) => dates.split(/\s+/).flatMap((date) => nations.map((nation) => ({ nation, date, name }))),
);

export const standingHoliday = (nation: Nation, date: LocalDate): Holiday | undefined =>
  standingHolidays.find((holiday) => holiday.nation === nation && holiday.date === date);
