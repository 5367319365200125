import type { Moment } from './loading.ts';

/** When the region was entered, before anybody asked for anything. */
export const entered = {
  organisations: { on: 130, at: '09:05' },
  people: { on: 130, at: '09:30' },
  datasets: { on: 128, at: '10:00' },
  /** Their dates are brought up to the day on which all of it is told. */
  refreshed: { on: 1, at: '07:30' },
} as const satisfies Readonly<Record<string, Moment>>;
