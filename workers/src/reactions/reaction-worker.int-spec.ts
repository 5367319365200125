import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { getQueueToken } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { Queue } from 'bullmq';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { reactionQueue } from '#ledger/server';
import type { Database } from '#platform/database';
import { createLog, systemClock } from '#platform/observability';
import { queueConnection } from '#platform/queues';
import { DiskStorage } from '#platform/storage';
import { testDatabase, type TestDatabase } from '#testing';
import { ids, registering } from '#testing/catalogue';
import { until } from '#testing/servers';
import { organisationAggregate } from '#organisations/server';
import type { DatasetCommand } from '#catalogue/domain';
import { WorkersModule } from '../app.module.ts';
import { compose } from '../composition.ts';
import { scheduleLines } from '../schedules/schedule.ts';
import { schedules } from '../schedules/schedules.ts';
import { WorkerParts } from '../worker-parts.ts';
import { ReactionProcessor } from './reaction.processor.ts';

const operator = { kind: 'machine', name: 'operator-command-line' } as const;
const outboxOf = async (database: Database): Promise<number> =>
  (await database.rows<{ n: number }>('select count(*)::integer as n from outbox'))[0]?.n ?? 0;

let spec: TestDatabase;
let folder: string;
beforeAll(async () => {
  spec = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wayleave-worker-'));
});
afterAll(async () => {
  await spec.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the workers, as the product puts them together', () => {
  let app: INestApplicationContext;
  let queue: Queue;
  let made: ReturnType<typeof compose>;

  beforeAll(async () => {
    made = compose(spec.database, systemClock);
    const queues = { databaseUrl: spec.url, prefix: 'wayleave-spec' };
    const log = createLog('spec', 'silent');
    const storage = new DiskStorage(join(folder, 'files'));
    const { door, reactions, sharing } = made;
    const parts = new WorkerParts({
      mailer: undefined,
      database: spec.database,
      scratch: tmpdir(),
      door,
      reactions,
      sharing,
      storage,
      clock: systemClock,
      log,
      queues,
    });
    app = await NestFactory.createApplicationContext(WorkersModule.of(parts), { logger: false, abortOnError: false });
    queue = new Queue(reactionQueue, { connection: queueConnection(queues) });
  });
  afterAll(async () => {
    await queue.close();
    await app.close();
  });

  test('a change of a dataset is followed by its reaction', async () => {
    const organisation = {
      type: 'register-organisation',
      id: ids.organisation,
      slug: 'ellermouth',
      kind: 'council',
      standing: 'member',
      profile: { name: 'Ellermouth' },
    };
    await made.door.execute(organisationAggregate, operator, { id: ids.organisation, command: organisation });
    const beginning = { ...registering({ summary: 'Sycamores and limes' }), id: ids.dataset } as DatasetCommand;
    const imported = { kind: 'machine', name: 'import', actingFor: ids.organisation } as const;
    const record = {
      ...beginning,
      type: 'import-dataset',
      source: ids.source,
      key: 'k',
      recordHash: 'h',
      access: 'open',
    } as DatasetCommand;
    const outcome = await made.door.execute(made.datasets, imported, { id: ids.dataset, command: record });
    expect(outcome).toMatchObject({ ok: true });
    const claimed = () => spec.database.rows<{ reaction: string }>('select reaction from reaction_done');
    await until(async () => (await claimed()).length > 0, 'the reaction came');
    expect(await claimed()).toEqual([{ reaction: 'when-dataset-words-change-refresh-search-words' }]);
    const spelt = await spec.database.rows(`select word from search_word where word = 'sycamores'`);
    expect(spelt).toHaveLength(1);
    expect(await outboxOf(spec.database)).toBe(0);
  });

  test('a job whose reaction nobody knows fails at once and is kept', async () => {
    const announcement = { id: ids.file, type: 'dataset-sold', kind: 'dataset', streams: [], entries: [] };
    const job = await queue.add('when-dataset-sold-celebrate', {
      reaction: 'when-dataset-sold-celebrate',
      announcement,
    });
    await until(async () => (await job.getState()) === 'failed', 'the job failed');
    await wait(300);
    const kept = await queue.getJob(job.id ?? '');
    expect(kept).toMatchObject({ attemptsMade: 1, failedReason: 'No reaction is called when-dataset-sold-celebrate' });
  });

  test('a reaction that fails is tried again and again, each time later', async () => {
    const own = app.get<Queue>(getQueueToken(reactionQueue));
    const reaction = 'when-dataset-words-change-refresh-search-words';
    const announcement = { id: 'no uuid', type: 'dataset-described', kind: 'dataset', streams: [], entries: [] };
    const { id = '' } = await own.add(reaction, { reaction, announcement });
    const failed = async (times: number) => (await own.getJob(id))?.attemptsMade === times;
    await until(() => failed(1), 'the first try failed');
    expect(await own.getJob(id)).toMatchObject({ delay: 1000, opts: { attempts: 40 } });
    await until(() => failed(2), 'the second try failed');
    expect(await own.getJob(id)).toMatchObject({ delay: 2000 });
    expect(await (await own.getJob(id))?.getState()).toBe('delayed');
    await (await own.getJob(id))?.remove();
  });

  test('queue and worker keep to the prefix of the installation', () => {
    const prefixes = [app.get<Queue>(getQueueToken(reactionQueue)), app.get(ReactionProcessor).worker];
    expect(prefixes.map(({ opts }) => opts.prefix)).toEqual(['wayleave-spec', 'wayleave-spec']);
  });

  test.each(scheduleLines)(
    'every schedule of the line “%s” is named to its queue once, and none of another',
    async (line) => {
      const named = new Queue(line, { connection: queueConnection({ databaseUrl: spec.url }) });
      try {
        const keys = (await named.getJobSchedulers()).map(({ key }) => key);
        const own = schedules.filter((one) => (one.line ?? 'schedules') === line).map(({ name }) => name);
        expect(own.length).toBeGreaterThan(0);
        expect(keys.sort()).toEqual(own.sort());
      } finally {
        await named.close();
      }
    },
  );
});

/**
 * A worker process with one reaction: it writes its effect, says so, and — told to hang — never comes to its end.
 * Everything else is the product's own: relay, queue, processor.
 */
const program = (url: string, files: string, hangs: boolean): string => `
  import 'reflect-metadata';
  import { NestFactory } from '@nestjs/core';
  import { Door, Reactions } from '#ledger/server';
  import { Database } from '#platform/database';
  import { createLog, systemClock } from '#platform/observability';
  import { DiskStorage } from '#platform/storage';
  import { WorkersModule } from ${JSON.stringify(new URL('../app.module.ts', import.meta.url).href)};
  import { WorkerParts } from ${JSON.stringify(new URL('../worker-parts.ts', import.meta.url).href)};
  const database = await Database.connect({ url: ${JSON.stringify(url)}, as: 'application', poolSize: 8 });
  const reaction = {
    name: 'when-parcel-painted-count',
    hears: ['parcel-painted'],
    react: async (transaction, { streams }) => {
      await transaction.rows('insert into effect select unnest($1::uuid[])', [streams]);
      console.log('in the middle');
      if (${hangs}) await new Promise(() => setInterval(() => 0, 1000));
    },
  };
  const parts = new WorkerParts({
    mailer: undefined,
    database,
    scratch: ${JSON.stringify(files)},
    door: new Door(database, systemClock, new Set()),
    reactions: new Reactions([reaction], new Set(['parcel-painted'])),
    storage: new DiskStorage(${JSON.stringify(files)}),
    clock: systemClock,
    log: createLog('workers', 'silent'),
    queues: { databaseUrl: ${JSON.stringify(url)} },
  });
  const app = await NestFactory.createApplicationContext(WorkersModule.of(parts), { logger: ['error'], abortOnError: false });
  process.once('SIGTERM', () => app.close().then(() => database.close()).then(() => process.exit(0)));
`;

describe('a worker killed in the middle of a reaction', () => {
  let other: TestDatabase;
  let owner: Database;
  const children = new Set<ChildProcess>();
  beforeEach(async () => {
    other = await testDatabase();
    owner = await other.owner();
    await owner.rows('create table effect (parcel uuid not null)');
    await owner.rows('grant select, insert on effect to wayleave_app');
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await other.close();
  });

  /** @returns when the worker says that it is in the middle of its reaction, and the way to end it */
  function worker(hangs: boolean): { middle: Promise<unknown>; end(signal: NodeJS.Signals): Promise<unknown> } {
    const register = new URL('../../../libs/testing/src/typescript/register.mjs', import.meta.url).href;
    const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning', `--import=${register}`];
    const script = ['--input-type=module', '-e', program(other.url, join(folder, 'killed'), hangs)];
    const child = spawn(process.execPath, [...flags, ...script], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    const middle = createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    return {
      middle,
      end: (signal) => {
        child.kill(signal);
        return ended;
      },
    };
  }

  test('twice, and started again: the reaction is done once', async () => {
    const parcel = ids.dataset;
    await owner.rows(
      `insert into outbox values ($1, 'parcel-painted', 'parcel', array[$2::uuid], array[]::uuid[], now())`,
      [ids.file, parcel],
    );
    for (let kill = 0; kill < 2; kill += 1) {
      const first = worker(true);
      await first.middle;
      expect(await owner.rows('select * from effect')).toEqual([]);
      expect(await first.end('SIGKILL')).toBe('SIGKILL');
    }
    const last = worker(false);
    await last.middle;
    await until(
      async () => (await owner.rows('select from reaction_done')).length === 1,
      'the reaction is done',
      60_000,
    );
    await wait(500);
    expect(await owner.rows('select * from effect')).toEqual([{ parcel }]);
    expect(await outboxOf(owner)).toBe(0);
    expect(await last.end('SIGTERM')).toBe(0);
  }, 120_000);
});
