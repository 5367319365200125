export { calendarCodes, calendarsOf, nations, type CalendarCode, type Calendars, type Nation } from './calendars.ts';
export { forecastOf, type CourseOfCase, type Forecast } from './forecast.ts';
export { lapseOn, remindersOn, reopenUntil } from './lapse.ts';
export { extensionNoticeBy, legalDeadline, type Arrival, type ExtendedArrival } from './legal-deadline.ts';
export { mayExtend, regimeCodes, regimeOn, regimes, type Extension, type Regime, type RegimeCode } from './regimes.ts';
export { targetClock, type Pause, type Target, type TargetClock } from './target-clock.ts';
