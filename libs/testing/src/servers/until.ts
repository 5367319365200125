import { setTimeout as wait } from 'node:timers/promises';

/** Waits for a condition, looking every few milliseconds; what it waited for is in the error if it never comes. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  longest = 15_000,
): Promise<void> {
  const end = performance.now() + longest;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited ${longest} ms in vain: ${what}`);
    await wait(20);
  }
}
