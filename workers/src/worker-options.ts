/**
 * How a worker holds its jobs. A job whose worker was killed is taken up again within seconds, as often as that happens:
 * every job is safe to run twice. After an outage of the queue's server the worker asks again every second.
 */
export const workerOptions = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 20,
  runRetryDelay: 1000,
};
