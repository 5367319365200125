/** Which comes first in a date of numbers alone: British feeds write the day, DCAT-US ones the month. */
export type DateOrder = 'day-first' | 'month-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const two = (number: number): string => String(number).padStart(2, '0');

function day(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1000 || year > 2200 || month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dayOfMonth > last ? undefined : `${year}-${two(month)}-${two(dayOfMonth)}`;
}

// The shape that the catalogue keeps: a year, a month, a day, or an instant with its zone.
const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?\d*)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?$/;

function fromIso(text: string): string | undefined {
  const parts = iso.exec(text);
  if (!parts) return undefined;
  const [, year = '', month, dayOfMonth, hour, minute, second, fraction = '', zone] = parts;
  const date = day(Number(year), Number(month ?? 1), Number(dayOfMonth ?? 1));
  if (date === undefined) return undefined;
  if (dayOfMonth === undefined) return date.slice(0, month === undefined ? 4 : 7);
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date;
  // A time without a zone is no instant: what is sure is the day.
  if (zone === undefined) return date;
  const offset = /^[zUG]/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return `${date}T${hour}:${minute}${second === undefined ? '' : `:${second}${fraction}`}${offset}`;
}

function fromNumbers(text: string, order: DateOrder): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const yearFirst =
    /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?(?:[ T].*)?$/.exec(text) ??
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(text);
  if (yearFirst) {
    const whole = day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3] ?? 1));
    return yearFirst[3] === undefined ? whole?.slice(0, 7) : whole;
  }
  const yearLast = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,].*)?$/.exec(text);
  if (!yearLast) return undefined;
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3])];
  const dayFirst = first > 12 || (second <= 12 && order === 'day-first');
  return dayFirst ? day(year, second, first) : day(year, first, second);
}

function fromNames(text: string): string | undefined {
  const plain = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +/i, '').replace(/(\d)(st|nd|rd|th)\b/i, '$1');
  const dayFirst = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})(?:[ ,].*)?$/.exec(plain);
  if (dayFirst) return day(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,].*)?$/.exec(plain);
  if (monthFirst) return day(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  const monthAlone = /^([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(plain);
  return monthAlone ? day(Number(monthAlone[2]), monthOf(monthAlone[1] ?? ''), 1)?.slice(0, 7) : undefined;
}

/** Seconds or milliseconds since 1970, from 1973 on (fewer digits would be a year or a count). */
function fromEpoch(text: string): string | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length <= 10 ? 1000 : 1)).toISOString();
}

/**
 * A date in any of the shapes that feeds use, as the catalogue keeps it: `2026`, `2026-11`, `2026-11-23` or an instant
 * with its zone. Undefined for what is no date of the calendar.
 */
export function dateOf(raw: string, order: DateOrder): string | undefined {
  const text = raw.trim();
  if (text.length < 4 || text.length > 60) return undefined;
  return fromIso(text) ?? fromEpoch(text) ?? fromNumbers(text, order) ?? fromNames(text);
}

const repeats: Readonly<Record<string, string>> = {
  P10Y: 'IRREG',
  P4Y: 'IRREG',
  P3Y: 'IRREG',
  P2Y: 'BIENNIAL',
  P1Y: 'ANNUAL',
  P12M: 'ANNUAL',
  P6M: 'ANNUAL_2',
  'P0.5Y': 'ANNUAL_2',
  P4M: 'IRREG',
  P3M: 'QUARTERLY',
  'P0.25Y': 'QUARTERLY',
  P2M: 'IRREG',
  P1M: 'MONTHLY',
  P2W: 'IRREG',
  'P0.5M': 'IRREG',
  P1W: 'WEEKLY',
  P7D: 'WEEKLY',
  'P0.33W': 'IRREG',
  'P3.5D': 'IRREG',
  P1D: 'DAILY',
  PT1H: 'HOURLY',
  PT1S: 'UPDATE_CONT',
};

/** The frequency that a repeating interval of ISO 8601 says (DCAT-US: `R/P1W`), as a code of `frequencies`. */
export const frequencyOfRepeat = (raw: string): string | undefined => {
  const period = /^R\d*\/(P[0-9.A-Z]{2,12})$/i.exec(raw.trim())?.[1]?.toUpperCase();
  return period === undefined ? undefined : (repeats[period] ?? 'IRREG');
};
