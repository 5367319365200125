const second = 1000;
const quarterHour = 15 * 60 * second;

/** The pause after so many failed tries: one second, then twice the last one, a quarter of an hour at most. */
export const pauseAfter = (failed: number): number => Math.min(second * 2 ** (failed - 1), quarterHour);

/**
 * A reaction is tried for some seven hours: an outage of what it needs, a night long, loses none. What cannot be done at
 * all fails at once by `UnrecoverableError`.
 */
export const reactionTries = { attempts: 40, backoff: { type: 'until-quarter-hour' } };

/** What comes round is tried a few times; its next round is another try. */
export const scheduleTries = { attempts: 5, backoff: { type: 'exponential', delay: second } };

/**
 * How a worker holds its jobs. A job whose worker was killed is taken up again within seconds, as often as that happens:
 * every job is safe to run twice. After an outage of the queue's server the worker asks again every second.
 */
export const workerOptions = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 20,
  runRetryDelay: 1000,
  settings: { backoffStrategy: pauseAfter },
};
