import { once } from 'node:events';

/** Ends the keeper, and with it the throwaway PostgreSQL and its folder. */
export default async function teardown() {
  const keeper = globalThis.testClusterKeeper;
  if (!keeper || keeper.exitCode !== null) return;
  const ended = once(keeper, 'exit');
  keeper.disconnect();
  await ended;
}
