import { accepted, isWorkingDay, refusal, refused, type LocalDate, type Outcome } from '#kernel';
import type { Queries } from '#platform/database';
import type { Nation } from '#sharing/domain';
import { standingHoliday, standingHolidays, type Holiday } from './standing-holidays.ts';

/** A holiday that an operator added, and when. */
export interface HolidayAddition extends Holiday {
  readonly addedAt: Date;
}

const longestName = 120;
const nothing: ReadonlySet<LocalDate> = new Set();

function nameOf(text: string): Outcome<string> {
  const name = text.trim();
  if (name !== '' && name.length <= longestName && !/\p{Cc}/u.test(name)) return accepted(name);
  const message = `Give the holiday a name of one line, ${longestName} characters at most.`;
  return refused(refusal('sharing.holiday-name-missing', message, 'name'));
}

/** Adds a holiday that was proclaimed after this release, from now on no working day. @param at the instant of the change */
export async function addHoliday(queries: Queries, holiday: Holiday, at: Date): Promise<Outcome<Holiday>> {
  const { nation, date } = holiday;
  const name = nameOf(holiday.name);
  if (!name.ok) return name;
  if (!isWorkingDay(date, nothing)) {
    const message = `${date} is a Saturday or a Sunday, and so no working day: add the day that stands in for it.`;
    return refused(refusal('sharing.holiday-on-weekend', message, 'date'));
  }
  const standing = standingHoliday(nation, date);
  if (standing) {
    const message = `${date} is a holiday there already: ${standing.name}.`;
    return refused(refusal('sharing.holiday-standing', message, 'date'));
  }
  const added = await queries.rows(
    `insert into holiday_addition (nation, date, name, added_at) values ($1, $2, $3, $4)
     on conflict do nothing returning nation`,
    [nation, date, name.value, at],
  );
  if (added.length > 0) return accepted({ nation, date, name: name.value });
  const message = `${date} was added already. To give it another name, remove it first.`;
  return refused(refusal('sharing.holiday-added-already', message, 'date'));
}

/** Takes back what was added; what a release knows stays. @returns the holiday that was one */
export async function removeHoliday(queries: Queries, nation: Nation, date: LocalDate): Promise<Outcome<Holiday>> {
  const [removed] = await queries.rows<{ name: string }>(
    'delete from holiday_addition where nation = $1 and date = $2 returning name',
    [nation, date],
  );
  if (removed) return accepted({ nation, date, name: removed.name });
  const standing = standingHoliday(nation, date);
  const message = standing
    ? `${standing.name} on ${date} was not added, it is part of the calendar and stays.`
    : `No holiday was added on ${date}.`;
  return refused(refusal(standing ? 'sharing.holiday-standing' : 'sharing.holiday-not-found', message, 'date'));
}

/** Every holiday that was added, by date. */
export const addedHolidays = (queries: Queries): Promise<HolidayAddition[]> =>
  queries.rows<HolidayAddition>(
    `select nation, date::text as date, name, added_at as "addedAt" from holiday_addition order by date, nation`,
  );

/** Every holiday, standing or added, by date. */
export async function allHolidays(queries: Queries): Promise<readonly (Holiday | HolidayAddition)[]> {
  const all = [...standingHolidays, ...(await addedHolidays(queries))];
  return all.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
