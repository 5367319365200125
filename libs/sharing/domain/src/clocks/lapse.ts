import { addWorkingDays, type LocalDate } from '#kernel';

type Holidays = ReadonlySet<LocalDate>;

/** The day at whose end a case that was returned closes for want of an answer: 20 working days after. */
export const lapseOn = (returnedOn: LocalDate, holidays: Holidays): LocalDate =>
  addWorkingDays(returnedOn, 20, holidays);

/** The two days on which the requester is reminded before that: after 10 and after 15 working days. */
export const remindersOn = (returnedOn: LocalDate, holidays: Holidays): readonly [LocalDate, LocalDate] => [
  addWorkingDays(returnedOn, 10, holidays),
  addWorkingDays(returnedOn, 15, holidays),
];

/** The last day on which a lapsed case may be opened again: six months on, or the last day of a month too short for it. */
export function reopenUntil(lapsedOn: LocalDate): LocalDate {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = lapsedOn.split('-').map(Number);
  // Day 0 is the last of the month before.
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + 7, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + 6, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}
