import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts the keeper of the throwaway PostgreSQL before the specs. The keeper itself starts PostgreSQL only when a spec
 * asks for a database, and ends it when this process ends, however it ends.
 */
export default async function setup() {
  const keeper = fork(fileURLToPath(new URL('keeper.mjs', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches Jest alone, and the keeper then stops PostgreSQL in good order.
    detached: true,
    execArgv: [],
  });
  const [{ port }] = await once(keeper, 'message');
  process.env.TEST_CLUSTER = `http://127.0.0.1:${port}/`;
  globalThis.testClusterKeeper = keeper;
}
