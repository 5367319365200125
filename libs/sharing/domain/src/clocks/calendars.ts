import type { LocalDate } from '#kernel';

/** Each nation of the United Kingdom has bank holidays of its own. */
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/** `uk-any`: every day that is a bank holiday in at least one of the nations. */
export const calendarCodes = [...nations, 'uk-any'] as const;
export type CalendarCode = (typeof calendarCodes)[number];

/** The days, beside Saturdays and Sundays, that are no working days. */
export type Calendars = Readonly<Record<CalendarCode, ReadonlySet<LocalDate>>>;

/** The calendars of the nations, and what follows from them for the whole country. */
export const calendarsOf = (holidays: Readonly<Record<Nation, ReadonlySet<LocalDate>>>): Calendars => ({
  ...holidays,
  'uk-any': new Set(nations.flatMap((nation) => [...holidays[nation]])),
});
