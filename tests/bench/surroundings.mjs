import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../bin/launcher/free-port.mjs';
import { nodeArguments } from '../../bin/launcher/programmes.mjs';
import { EmbeddedPostgres } from '../../bin/launcher/postgres/server.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const programme = (name) => join(root, 'dist/server', name);

/** A product of its own in a temporary folder: PostgreSQL as the launcher runs it, and the built programmes. */
export class Surroundings {
  #children = [];

  async start() {
    this.folder = mkdtempSync(join(tmpdir(), 'wayleave-bench-'));
    chmodSync(this.folder, 0o755);
    mkdirSync(join(this.folder, 'data'), { mode: 0o700 });
    const last = [];
    const log = { write: (line) => last.push(line) > 20 && last.shift(), path: 'the log of PostgreSQL' };
    this.postgres = new EmbeddedPostgres({ root, data: join(this.folder, 'data'), log });
    const { url } = await this.postgres.start();
    this.url = url;
    this.port = await freePort();
    this.address = `http://127.0.0.1:${this.port}`;
    return this;
  }

  get environment() {
    return {
      PATH: process.env.PATH,
      DATABASE_URL: this.url,
      WAYLEAVE_DATA: join(this.folder, 'data'),
      WAYLEAVE_PORT: String(this.port),
      WAYLEAVE_PUBLIC_URL: this.address,
      WAYLEAVE_DEMONSTRATION: 'no',
      WAYLEAVE_LOG_LEVEL: 'error',
    };
  }

  /** Runs a command of the operator's command line to its end. @returns {Promise<{ seconds: number, output: string }>} */
  async operate(...args) {
    const from = performance.now();
    const child = this.#spawn(['workers/src/operator/main.js', ...args]);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${output.slice(-2000)}`);
    return { seconds: (performance.now() - from) / 1000, output };
  }

  /** Starts the API and waits until it is ready. */
  async startApi() {
    const child = this.#spawn(['api/src/main.js']);
    await this.#until(child, async () => (await fetch(`${this.address}/health/ready`)).ok);
    return child;
  }

  async startWorkers() {
    const child = this.#spawn(['workers/src/main.js'], { WAYLEAVE_LOG_LEVEL: 'info' });
    let ready = false;
    child.stdout.on('data', (chunk) => (ready ||= String(chunk).includes('Working')));
    await this.#until(child, async () => ready);
    return child;
  }

  async stop() {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await this.postgres?.stop();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn([name, ...args], more = {}) {
    const env = { ...this.environment, ...more };
    const child = spawn(process.execPath, nodeArguments(programme(name), ...args), { cwd: root, env });
    child.stderr.on('data', () => undefined);
    child.stdout.on('data', () => undefined);
    this.#children.push(child);
    return child;
  }

  async #until(child, condition) {
    const deadline = performance.now() + 60_000;
    for (;;) {
      if (await condition().catch(() => false)) return;
      if (child.exitCode !== null) throw new Error(`A programme ended with ${child.exitCode} before it was ready`);
      if (performance.now() > deadline) throw new Error('A programme was not ready within a minute');
      await pause(20);
    }
  }
}

/** Resident memory of a process in MB (Linux). */
export async function residentMegabytes(pid) {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}
