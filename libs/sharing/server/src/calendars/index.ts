export { Calendars001 } from './calendars-001.ts';
export { addedHolidays, addHoliday, allHolidays, removeHoliday, type HolidayAddition } from './holiday-additions.ts';
export { calendarsWith, HolidayCalendars } from './holiday-calendars.ts';
export type { Holiday } from './standing-holidays.ts';
