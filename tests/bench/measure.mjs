/** The p-th percentile (0 to 1) of some milliseconds, by the nearest rank. */
export function percentile(samples, p) {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)];
}

export const median = (samples) => percentile(samples, 0.5);
export const p95 = (samples) => percentile(samples, 0.95);

/** Times `work` one call after the other. @returns {Promise<number[]>} milliseconds of each call that was counted */
export async function timed(count, work, { warmUp = Math.min(20, count) } = {}) {
  for (let index = 0; index < warmUp; index += 1) await work(index);
  const samples = [];
  for (let index = 0; index < count; index += 1) {
    const from = performance.now();
    await work(index);
    samples.push(performance.now() - from);
  }
  return samples;
}

/** Reads one address to its end; anything but the status expected is a fault of the bench. */
export async function read(address, status = 200) {
  const answer = await fetch(address);
  const text = await answer.text();
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status} for ${address}: ${text.slice(0, 200)}`);
  return text;
}

/**
 * Times `work` by several clients at once, each one call after the other.
 * @param {(index: number) => Promise<unknown>} work is given a number of its own for each call
 * @returns {Promise<number[]>} milliseconds of each call that was counted; the first ones of each client are not
 */
export async function timedTogether(clients, each, work, { warmUp = 10 } = {}) {
  let next = 0;
  const client = async () => {
    const samples = [];
    for (let call = 0; call < warmUp + each; call += 1) {
      const from = performance.now();
      await work(next++);
      if (call >= warmUp) samples.push(performance.now() - from);
    }
    return samples;
  };
  return (await Promise.all(Array.from({ length: clients }, client))).flat();
}
