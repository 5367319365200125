import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Halt } from './halt.mjs';
import { signal } from './process-identity.mjs';
import { eachLine, important } from './supervision/lines.mjs';

/** The built programmes that the launcher runs. */
export const builtProgrammes = (root) => ({
  operator: join(root, 'dist/server/workers/src/operator/main.js'),
  api: join(root, 'dist/server/api/src/main.js'),
  workers: join(root, 'dist/server/workers/src/main.js'),
});

/**
 * How Node.js is called for one of them. Rendering a page makes much that is soon gone: more room for the young means that
 * less of it is carried along (the slowest pages take about a fifth less).
 */
export const nodeArguments = (script, ...args) => ['--enable-source-maps', '--max-semi-space-size=32', script, ...args];

/**
 * Runs an operator command to its end, as one step of something greater: its output goes to a log.
 * @param {{ script: string, args: string[], env: object, cwd: string, log: { write(line: string): void, path?: string },
 *   abort?: AbortSignal, record?: object }} given
 * @returns {Promise<string[]>} the lines it printed
 */
export function runOperator({ script, args, env, cwd, log, abort, record }) {
  const child = spawn(process.execPath, nodeArguments(script, ...args), {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = [];
  let fault = '';
  const hear = (stream, fromErrors) =>
    eachLine(stream, (line) => {
      log.write(line);
      if (!fromErrors) printed.push(line);
      fault = important(line, fromErrors) ?? fault;
    });
  hear(child.stdout, false);
  hear(child.stderr, true);
  const end = () => child.pid && signal(-child.pid, 'SIGTERM');
  abort?.addEventListener('abort', end, { once: true });
  if (child.pid) record?.started('operator', child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Halt(`“${args.join(' ')}” could not be started: ${error.message}`)));
    child.on('close', (code, by) => {
      abort?.removeEventListener('abort', end);
      record?.ended('operator');
      if (code === 0) return resolve(printed);
      reject(
        new Halt(
          `“${args.join(' ')}” failed (${by ?? `code ${code}`}): ${fault || printed.at(-1) || 'no reason given'} (${log.path})`,
        ),
      );
    });
  });
}
