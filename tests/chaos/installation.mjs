import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../bin/launcher/free-port.mjs';
import { EmbeddedPostgres } from '../../bin/launcher/postgres/server.mjs';
import { nodeArguments } from '../../bin/launcher/programmes.mjs';
import { mailSink } from '../../libs/testing/src/servers/mail-sink.ts';
import { startRedis } from '../../libs/testing/src/servers/redis-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programmes = { api: 'api/src/main.js', workers: 'workers/src/main.js' };

/** A product of its own whose parts can be killed at any moment, and are started again as the launcher would. */
export class Installation {
  #children = new Map();
  #stopping = false;
  kills = 0;

  /** @param {'postgres' | 'redis'} queue */
  constructor(queue) {
    this.queue = queue;
  }

  async start() {
    this.folder = mkdtempSync(join(tmpdir(), 'wayleave-chaos-'));
    chmodSync(this.folder, 0o755);
    this.data = join(this.folder, 'data');
    mkdirSync(this.data, { mode: 0o700 });
    const log = { write: () => undefined, path: 'the log of PostgreSQL' };
    const limits = { most: 1000, first: 50, within: 1000 };
    this.postgres = new EmbeddedPostgres({ root, data: this.data, log, limits });
    ({ url: this.url } = await this.postgres.start());
    this.mails = await mailSink();
    this.redis = this.queue === 'redis' ? await startRedis() : undefined;
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.environment = {
      PATH: process.env.PATH,
      DATABASE_URL: this.url,
      ...(this.redis ? { REDIS_URL: `redis://127.0.0.1:${this.redis.port}` } : {}),
      WAYLEAVE_DATA: this.data,
      WAYLEAVE_PORT: String(port),
      WAYLEAVE_PUBLIC_URL: this.address,
      WAYLEAVE_SMTP_URL: this.mails.url,
      WAYLEAVE_DEMONSTRATION: 'no',
      WAYLEAVE_LOG_LEVEL: 'error',
    };
    await this.operate('migrate');
  }

  serve() {
    for (const name of Object.keys(programmes)) this.#begin(name);
  }

  /** Runs a command of the operator's command line to its end. @returns {Promise<string>} what it printed */
  async operate(...args) {
    const child = this.#spawn('workers/src/operator/main.js', ...args);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${output.slice(-3000)}`);
    return output;
  }

  /** Ends a part as a power cut would. @param {'api' | 'workers' | 'database'} name */
  kill(name) {
    const pid = name === 'database' ? this.postgres.pid : this.#children.get(name)?.pid;
    if (pid === undefined) return false;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      return false; // it was gone already, and is being started again
    }
    this.kills += 1;
    return true;
  }

  async stop() {
    this.#stopping = true;
    for (const child of this.#children.values()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await this.postgres?.stop();
    await this.redis?.stop();
    await this.mails?.stop();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }

  #begin(name) {
    const child = this.#spawn(programmes[name]);
    child.stdout.resume();
    let last = '';
    child.stderr.on('data', (chunk) => (last = String(chunk).slice(-2000)));
    this.#children.set(name, child);
    child.once('exit', (code) => {
      if (this.#stopping) return;
      if (code !== null && code !== 0 && process.env.CHAOS_LOG) console.error(name, code, last);
      void pause(100).then(() => this.#stopping || this.#begin(name));
    });
  }

  #spawn(script, ...args) {
    const programme = join(root, 'dist/server', script);
    return spawn(process.execPath, nodeArguments(programme, ...args), { cwd: root, env: this.environment });
  }
}
