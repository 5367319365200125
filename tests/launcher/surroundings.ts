import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** Path of one of the programmes that specs let the launcher run. */
export const programme = (name: string): string => join(root, 'tests/launcher/programmes', `${name}.mjs`);

/** Waits until a condition holds, for at most so many milliseconds. */
export async function waitFor(what: string, condition: () => unknown, milliseconds = 20_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Not seen within ${milliseconds} ms: ${what}`);
    await pause(25);
  }
}

/** Does a process run? One that nobody has waited for does not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

/** Our environment without any setting of Wayleave. */
export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WAYLEAVE_|DATABASE_URL|REDIS_URL)/.test(name)));

const made: string[] = [];

/** A new folder that `removeFolders` takes away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayleave-launcher-'));
  made.push(folder);
  return folder;
}

export const removeFolders = (): void =>
  made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));

/** Lines of a diary that the programmes write. */
export const readDiary = (path: string): string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];

/** A launcher running as a process, and what it said so far. */
export interface Launched {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts the launcher as a process of its own, as `npm start` does. */
export function launch(options: Record<string, unknown>, environment: Record<string, string>): Launched {
  const settled = {
    programmes: { api: programme('api'), workers: programme('workers'), operator: programme('operator') },
  };
  const given = JSON.stringify({ root, options: { ...settled, drain: 3_000, patience: 20_000, ...options } });
  const child = spawn(process.execPath, [programme('launcher'), given], {
    env: { ...plainEnvironment(), NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return { process: child, output: () => output, ended: new Promise((resolve) => child.on('close', resolve)) };
}
