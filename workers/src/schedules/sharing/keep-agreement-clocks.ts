import { keepAgreementClocks } from '#sharing/server';
import type { Schedule } from '../schedule.ts';

const halfHour = 30 * 60_000;

/** What is due by date: agreements end on their last day, terms nobody signs are abandoned, a disposal nobody confirms is noted. */
export const keepClocksOfAgreements: Schedule = {
  name: 'keep-agreement-clocks',
  every: halfHour,
  run: async ({ database, door, clock, sharing, log }) => {
    const changed = await keepAgreementClocks({ ...sharing, database, door, clock });
    if (changed > 0) log.info({ changed }, 'Agreements moved by their dates');
  },
};
