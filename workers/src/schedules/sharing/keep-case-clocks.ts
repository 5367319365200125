import { keepCaseClocks } from '#sharing/server';
import type { Schedule } from '../schedule.ts';

const halfHour = 30 * 60_000;

/** What is due by date: reminders and lapses of returned cases, ends of holds, late targets, stand-ins that begin or end. */
export const keepClocksOfCases: Schedule = {
  name: 'keep-case-clocks',
  every: halfHour,
  run: async ({ database, door, clock, sharing, log }) => {
    const changed = await keepCaseClocks({ database, door, clock, cases: sharing.cases });
    if (changed > 0) log.info({ changed }, 'Cases moved by their dates');
  },
};
