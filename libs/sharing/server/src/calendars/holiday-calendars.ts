import type { Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import { calendarsOf, nations, type Calendars, type Nation } from '#sharing/domain';
import { addedHolidays } from './holiday-additions.ts';
import { standingHolidays, type Holiday } from './standing-holidays.ts';

/** Milliseconds for which the additions once read are taken for those that stand. */
const keptFor = 60_000;

interface Kept {
  readonly calendars: Calendars;
  /** The additions they hold, to know them again. */
  readonly additions: string;
  readonly readAt: number;
}

/**
 * The calendars by which clocks count, for the years 2015 to 2040, with what an operator added. One for each process:
 * asked by every command and every view, it asks the database at most once a minute.
 */
export class HolidayCalendars {
  private kept?: Kept;

  constructor(private readonly clock: Clock) {}

  /** As long as no holiday is added or removed the same object; a change shows within a minute. */
  async current(queries: Queries): Promise<Calendars> {
    const now = this.clock.now().getTime();
    if (this.kept && Math.abs(now - this.kept.readAt) < keptFor) return this.kept.calendars;
    const added = await addedHolidays(queries);
    const additions = added.map(({ nation, date }) => `${date} ${nation}`).join();
    const calendars = this.kept?.additions === additions ? this.kept.calendars : calendarsWith(added);
    this.kept = { calendars, additions, readAt: now };
    return calendars;
  }
}

/** The calendars that a release knows, with further holidays. */
export function calendarsWith(added: readonly Holiday[]): Calendars {
  const all = [...standingHolidays, ...added];
  const datesOf = (nation: Nation): ReadonlySet<string> =>
    new Set(all.filter((holiday) => holiday.nation === nation).map(({ date }) => date));
  return calendarsOf(
    Object.fromEntries(nations.map((nation) => [nation, datesOf(nation)])) as Record<Nation, ReadonlySet<string>>,
  );
}
