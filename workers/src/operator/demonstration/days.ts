import type { Day } from './shape.ts';

const day = 86_400_000;
const midnight = (today: string): number => Date.parse(`${today}T00:00:00Z`);

/** The date so many days before `today`, as 2026-11-23. */
export const daysBefore = (today: string, days: number): string =>
  new Date(midnight(today) - days * day).toISOString().slice(0, 10);

/** The instant so many hours before the midnight that began `today`. */
export const hoursBefore = (today: string, hours: number): Date => new Date(midnight(today) - hours * 3_600_000);

/** 0 is Sunday, as in JavaScript. */
export const weekdayOf = (date: string): number => new Date(midnight(date)).getUTCDay();

export const dateOf = (today: string, when: Day): string => (typeof when === 'number' ? daysBefore(today, when) : when);
