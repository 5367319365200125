import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Queue, UnrecoverableError, Worker, type Job, type WorkerOptions } from 'bullmq';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyDatabase } from '#testing';
import { lineTo, redisVersion, startRedis, until, type Line } from '#testing/servers';
import { queueConnection, type QueueSettings } from './queue-backend.ts';

interface Server {
  readonly settings: QueueSettings;
  /** The line between the queue and its server, which a test may cut. */
  readonly line: Line;
  stop(): Promise<void>;
}

async function postgres(): Promise<Server> {
  const url = new URL(await emptyDatabase());
  const line = await lineTo({ host: url.hostname, port: Number(url.port) });
  url.port = String(line.port);
  return { settings: { databaseUrl: url.href }, line, stop: () => line.close() };
}

async function redis(): Promise<Server> {
  const server = await startRedis();
  const line = await lineTo({ host: '127.0.0.1', port: server.port });
  const settings = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: `redis://127.0.0.1:${line.port}` };
  const stop = async (): Promise<void> => {
    await line.close();
    await server.stop();
  };
  return { settings, line, stop };
}

const here = redisVersion();
const recent = here !== undefined && Number.parseFloat(here) >= 6.2;

describe('the queue on PostgreSQL', () => contract(postgres));
(recent ? describe : describe.skip)(
  recent ? 'the queue on Redis' : `the queue on Redis: needs a redis-server ≥ 6.2 on the PATH, found ${here ?? 'none'}`,
  () => {
    contract(redis);

    test('two installations on it leave each other their jobs', async () => {
      const server = await redis();
      const connection = queueConnection(server.settings);
      const theirs = new Queue('shared', { connection, prefix: 'wayleave-a' });
      const seen: string[] = [];
      const ours = new Worker('shared', async (job) => seen.push(job.name), { connection, prefix: 'wayleave-b' });
      try {
        await ours.waitUntilReady();
        await theirs.add('theirs', {});
        await wait(500);
        expect(seen).toEqual([]);
        expect(await theirs.getWaitingCount()).toBe(1);
      } finally {
        await ours.close();
        await theirs.close();
        await server.stop();
      }
    });
  },
);

function contract(start: () => Promise<Server>): void {
  let server: Server;
  let name: string;
  let queue: Queue;
  let count = 0;
  const opened: { close(): Promise<void> }[] = [];
  const errors: Error[] = [];

  const opensQueue = (): Queue => {
    const made = new Queue(name, { connection: queueConnection(server.settings) });
    made.on('error', (error) => errors.push(error));
    opened.unshift(made);
    return made;
  };
  const works = (process: (job: Job) => unknown, options: Partial<WorkerOptions> = {}): Worker => {
    const connection = queueConnection(server.settings);
    const worker = new Worker(name, async (job) => process(job), { connection, runRetryDelay: 500, ...options });
    worker.on('error', (error) => errors.push(error));
    opened.unshift(worker);
    return worker;
  };

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    name = `contract-${(count += 1)}`;
    queue = opensQueue();
    errors.length = 0;
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  test('runs a job once, with its data, and keeps its answer', async () => {
    const seen: unknown[] = [];
    works((job) => {
      seen.push(job.data);
      return { answered: job.name };
    });
    const job = await queue.add('greet', { to: 'é€😀', list: [1, null] });
    await until(async () => (await job.getState()) === 'completed', 'the job is completed');
    expect(seen).toEqual([{ to: 'é€😀', list: [1, null] }]);
    expect((await queue.getJob(job.id ?? ''))?.returnvalue).toEqual({ answered: 'greet' });
  });

  test('takes a job of the same id once, while it waits and after it is done', async () => {
    const id = 'announcement-when-painted';
    await queue.add('a', { n: 1 }, { jobId: id });
    await queue.add('a', { n: 2 }, { jobId: id });
    expect(await queue.getWaitingCount()).toBe(1);
    const seen: unknown[] = [];
    works((job) => seen.push(job.data));
    await until(async () => (await queue.getCompletedCount()) === 1, 'one job is completed');
    await queue.add('a', { n: 3 }, { jobId: id });
    await wait(300);
    expect(seen).toEqual([{ n: 1 }]);
  });

  test('takes many at once, and each id once', async () => {
    const jobs = Array.from({ length: 100 }, (_, n) => ({
      name: 'b',
      data: { n: n % 90 },
      opts: { jobId: `job-${n % 90}` },
    }));
    await queue.addBulk(jobs);
    const seen = new Set<number>();
    let runs = 0;
    works(
      (job) => {
        runs += 1;
        seen.add((job.data as { n: number }).n);
      },
      { concurrency: 4 },
    );
    await until(() => seen.size === 90, 'all ninety ran');
    await until(async () => (await queue.getCompletedCount()) === 90, 'all ninety are completed');
    expect(runs).toBe(90);
  });

  test('runs a delayed job after its delay', async () => {
    let ranAt = 0;
    works(() => (ranAt = performance.now()));
    const addedAt = performance.now();
    await queue.add('later', {}, { delay: 700 });
    expect(await queue.getDelayedCount()).toBe(1);
    await until(() => ranAt > 0, 'the delayed job ran');
    expect(ranAt - addedAt).toBeGreaterThanOrEqual(690);
  });

  test('tries again with a growing pause', async () => {
    const tries: number[] = [];
    works(() => {
      tries.push(performance.now());
      if (tries.length < 3) throw new Error('Not yet');
    });
    const job = await queue.add('again', {}, { attempts: 5, backoff: { type: 'exponential', delay: 200 } });
    await until(async () => (await job.getState()) === 'completed', 'the third try is completed');
    const [first = 0, second = 0, third = 0] = tries;
    expect(tries).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(390);
  });

  test('keeps a job that failed for good, with its reason', async () => {
    works(() => {
      throw new Error('The address is gone');
    });
    const job = await queue.add('fails', { kept: true }, { attempts: 2, removeOnFail: { age: 3600, count: 10 } });
    await until(async () => (await job.getState()) === 'failed', 'the job failed');
    const [failed] = await queue.getFailed();
    expect(failed).toMatchObject({ failedReason: 'The address is gone', data: { kept: true }, attemptsMade: 2 });
  });

  test('does not try again what can never be done', async () => {
    let tries = 0;
    works(() => {
      tries += 1;
      throw new UnrecoverableError('Nobody knows this');
    });
    const job = await queue.add('never', {}, { attempts: 5, backoff: { type: 'fixed', delay: 10 } });
    await until(async () => (await job.getState()) === 'failed', 'the job failed');
    await wait(200);
    expect(tries).toBe(1);
  });

  test('a scheduler named twice comes round as one, and taken back it ends', async () => {
    await queue.upsertJobScheduler('tick', { every: 200 }, { name: 'tick' });
    await queue.upsertJobScheduler('tick', { every: 200 }, { name: 'tick' });
    expect((await queue.getJobSchedulers()).map(({ key }) => key)).toEqual(['tick']);
    let runs = 0;
    works((job) => {
      expect(job.name).toBe('tick');
      runs += 1;
    });
    const begun = performance.now();
    await until(() => runs >= 3, 'it came round three times');
    expect(runs).toBeLessThanOrEqual((performance.now() - begun) / 200 + 2);
    expect(await queue.removeJobScheduler('tick')).toBe(true);
    await wait(500);
    const after = runs;
    await wait(500);
    expect(runs).toBe(after);
  });

  test('closing waits for the job that runs and takes no other', async () => {
    const done: string[] = [];
    const worker = works(async (job) => {
      await wait(400);
      done.push(job.name);
    });
    await queue.addBulk([
      { name: 'first', data: {} },
      { name: 'second', data: {} },
    ]);
    await until(async () => (await queue.getActiveCount()) === 1, 'the first job runs');
    await worker.close();
    expect(done).toEqual(['first']);
    expect(await queue.getCompletedCount()).toBe(1);
    expect(await queue.getWaitingCount()).toBe(1);
  });

  test('the job of a worker that was killed comes back', async () => {
    const script = `
      import { Worker } from 'bullmq';
      import { queueConnection } from ${JSON.stringify(new URL('queue-backend.ts', import.meta.url).href)};
      const connection = queueConnection(${JSON.stringify(server.settings)});
      new Worker(${JSON.stringify(name)}, async () => { console.log('took'); await new Promise(() => setInterval(() => 0, 1000)); },
        { connection, lockDuration: 1500, stalledInterval: 500 });
    `;
    const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
    const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const job = await queue.add('long', {}, { attempts: 1 });
      await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
      child.kill('SIGKILL');
      let runs = 0;
      works(() => (runs += 1), { lockDuration: 1500, stalledInterval: 500 });
      await until(async () => (await job.getState()) === 'completed', 'the job was taken up again');
      expect(runs).toBe(1);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('goes on after its server was away, with few words about it', async () => {
    const seen: string[] = [];
    works((job) => seen.push(job.name));
    await queue.add('before', {});
    await until(() => seen.length === 1, 'a job ran before');
    await server.line.cut();
    await wait(3000);
    const said = errors.length;
    await server.line.mend();
    await until(
      () =>
        queue.add('after', {}, { jobId: 'after' }).then(
          () => true,
          () => false,
        ),
      'a job was taken after',
    );
    await until(() => seen.includes('after'), 'a job ran after');
    expect(said).toBeLessThanOrEqual(60);
  }, 60_000);
}
