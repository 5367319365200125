/** A day of the calendar, `YYYY-MM-DD`, without a time and without a zone. */
export type LocalDate = string;

const millisecondsOfDay = 86_400_000;

/** Days since 1 January 1970, a Thursday. @throws RangeError for a day that does not exist */
function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`Not a date: ${date}`);
  return Date.parse(date) / millisecondsOfDay;
}

const dateOf = (day: number): LocalDate => new Date(day * millisecondsOfDay).toISOString().slice(0, 10);

/** Saturday and Sunday are the days 2 and 3 of a week that begins on a Thursday. */
const isWeekend = (day: number): boolean => [2, 3].includes(((day % 7) + 7) % 7);

/** Holidays that fall on no weekend, as numbers of days. */
interface DaysOff {
  readonly all: ReadonlySet<number>;
  readonly inOrder: readonly number[];
}

/** Worked out once for each calendar: pages count hundreds of times by the same one. */
const daysOff = new WeakMap<ReadonlySet<LocalDate>, DaysOff>();

function daysOffIn(holidays: ReadonlySet<LocalDate>): DaysOff {
  const known = daysOff.get(holidays);
  if (known) return known;
  const inOrder = [...holidays]
    .map(dayNumber)
    .filter((day) => !isWeekend(day))
    .sort((one, other) => one - other);
  const made = { all: new Set(inOrder), inOrder };
  daysOff.set(holidays, made);
  return made;
}

const works = (day: number, { all }: DaysOff): boolean => !isWeekend(day) && !all.has(day);

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // Some engines take 30 February for 2 March: a day that exists comes back as it was written.
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && dateOf(instant / millisecondsOfDay) === text;
}

/** The day `days` later, or earlier where `days` is negative. @throws RangeError for a day that does not exist */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/** Not a Saturday, a Sunday or one of the holidays. */
export const isWorkingDay = (date: LocalDate, holidays: ReadonlySet<LocalDate>): boolean =>
  works(dayNumber(date), daysOffIn(holidays));

/**
 * The working day on which `days` working days have passed: day 1 is the first working day after `from`. None of them
 * leaves the date as it is, even where it is no working day.
 * @param days a whole number, 0 or more
 * @throws RangeError for any other number, and for a day that does not exist
 */
export function addWorkingDays(from: LocalDate, days: number, holidays: ReadonlySet<LocalDate>): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
  const off = daysOffIn(holidays);
  let day = dayNumber(from);
  for (let left = days; left > 0;) {
    day += 1;
    if (works(day, off)) left -= 1;
  }
  return dateOf(day);
}

/**
 * Working days after `from`, up to and including `until`; where `until` lies before, the negative of the way back.
 * @throws RangeError for a day that does not exist
 */
export function workingDaysBetween(from: LocalDate, until: LocalDate, holidays: ReadonlySet<LocalDate>): number {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const count = workingDaysAfter(Math.min(first, last), Math.max(first, last), holidays);
  return last < first ? 0 - count : count;
}

function workingDaysAfter(first: number, last: number, holidays: ReadonlySet<LocalDate>): number {
  const { inOrder } = daysOffIn(holidays);
  return weekdaysUntil(last) - weekdaysUntil(first) - (countUntil(inOrder, last) - countUntil(inOrder, first));
}

/** Mondays to Fridays up to and including a day, counted from Monday 29 December 1969. */
function weekdaysUntil(day: number): number {
  const weeks = Math.floor((day + 3) / 7);
  return weeks * 5 + Math.min(day + 3 - weeks * 7 + 1, 5);
}

/** How many of the days, which stand in order, lie before the day or on it. */
function countUntil(inOrder: readonly number[], day: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle] ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day that an instant falls on in a zone.
 * @param instant ISO 8601, with its offset from UTC
 * @throws RangeError for a text that is no instant
 */
export function localDate(instant: string, timeZone = 'Europe/London'): LocalDate {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish way of writing dates is the one of ISO 8601.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** A date as people write it: 23 November 2026. */
export const dateInWords = (date: LocalDate): string =>
  new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
