import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../bin/launcher/free-port.mjs';
import { postgresAccount } from '../../bin/launcher/postgres/account.mjs';
import { postgresBinaries } from '../../bin/launcher/postgres/binaries.mjs';
import { ensureCluster } from '../../bin/launcher/postgres/cluster.mjs';
import type { Launched } from './surroundings.ts';
import { alive, launch, newFolder, programme, readDiary, removeFolders, root, waitFor } from './surroundings.ts';

let data: string;
let diary: string;
let environment: Record<string, string>;
const running: Launched[] = [];

beforeEach(async () => {
  data = join(newFolder(), 'data');
  diary = join(newFolder(), 'diary');
  environment = { WAYLEAVE_DATA: data, WAYLEAVE_PORT: String(await freePort()), DIARY: diary };
});

afterEach(async () => {
  for (const launched of running.splice(0)) {
    if (launched.process.exitCode === null && launched.process.signalCode === null) launched.process.kill('SIGTERM');
    await launched.ended;
  }
  removeFolders();
});

const run = (options: Record<string, unknown> = {}, more: Record<string, string> = {}): Launched => {
  const launched = launch(options, { ...environment, ...more });
  running.push(launched);
  return launched;
};

const ready = async (launched: Launched): Promise<void> => {
  await waitFor('ready, or the end', () => /is ready/.test(launched.output()) || launched.process.exitCode !== null);
  if (launched.process.exitCode !== null) throw new Error(launched.output());
};

const children = (): { name: string; pid: number }[] => JSON.parse(readFileSync(join(data, 'children.json'), 'utf8'));
const pidOf = (name: string): number => children().find((child) => child.name === name)!.pid;
const postmaster = (): number => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const isReady = async (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${environment['WAYLEAVE_PORT']}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

/** Making a cluster takes seconds: made once here, and copied for each test that does not ask for a start from nothing. */
function withCluster(): void {
  let made: string;
  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), 'wayleave-launcher-'));
    await ensureCluster(postgresAccount({ native: postgresBinaries(root), data: made }), made);
  });
  beforeEach(() => void execFileSync('cp', ['-a', made, data]));
  afterAll(() => rmSync(made, { recursive: true }));
}

describe('a start from nothing', () => {
  test('brings everything up in order and shows the address and the accounts', async () => {
    const launched = run();
    await ready(launched);
    expect(launched.output()).toContain(`http://127.0.0.1:${environment['WAYLEAVE_PORT']}`);
    expect(launched.output()).toMatch(/password “a public password”:\n\s+owner@demo\.example\s+data owner/);
    expect(launched.output()).not.toContain('\r');
    const operator = readDiary(diary).filter((line) => line.startsWith('operator'));
    expect(operator).toEqual(['operator migrate', 'operator demonstration', 'operator demonstration --accounts']);
    expect(await isReady()).toBe(true);
  });

  test('nobody else can look into the data folder', async () => {
    await ready(run());
    const open = [
      data,
      ...['logs', 'postgres', 'demonstration', 'postgres.password', 'launcher.json', 'logs/api.log'].map((name) =>
        join(data, name),
      ),
    ];
    expect(open.filter((path) => statSync(path).mode & 0o077)).toEqual([]);
  });

  test('without the demonstration none is loaded and no account is shown', async () => {
    const real = { WAYLEAVE_DEMONSTRATION: 'no', WAYLEAVE_PUBLIC_URL: 'https://data.example.org' };
    const launched = run({}, real);
    await ready(launched);
    expect(readDiary(diary).filter((line) => line.startsWith('operator'))).toEqual(['operator migrate']);
    expect(launched.output()).not.toContain('password');
    expect(launched.output()).toContain('https://data.example.org');
  });

  test('a failing migration is one line with its reason, and nothing stays behind', async () => {
    const launched = run({}, { OPERATOR_FAILS: 'migrate' });
    expect(await launched.ended).toBe(1);
    expect(launched.output()).toMatch(/“migrate” failed \(code 3\): the table is locked/);
    expect(() => postmaster()).toThrow('ENOENT');
  });
});

describe('a database run by others', () => {
  const given = { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x', WAYLEAVE_PUBLIC_URL: 'https://data.example.org' };
  const shown = { ...given, WAYLEAVE_DEMONSTRATION: 'yes' };
  const steps = ['operator migrate', 'operator demonstration', 'operator demonstration --present'];
  const operator = () => readDiary(diary).filter((line) => line.startsWith('operator'));
  beforeEach(() => {
    mkdirSync(data, { mode: 0o700 }); // a folder that has shown another database's demonstration
    writeFileSync(join(data, 'demonstration'), '{"accounts":[{"email":"old@demo.example","password":"old"}]}');
  });

  test('gets the demonstration itself, whatever its folder has shown before', async () => {
    const launched = run({}, { ...shown, DATABASE_HOLDS_DEMONSTRATION: 'yes' });
    await ready(launched);
    expect(operator()).toEqual([...steps, 'operator demonstration --accounts']);
    expect(launched.output()).toContain('owner@demo.example');
    expect(launched.output()).not.toContain('old@demo.example');
  });

  test('that holds entries of its own is shown without accounts', async () => {
    const launched = run({}, shown);
    await ready(launched);
    expect(operator()).toEqual(steps);
    expect(launched.output()).toContain('The database holds entries of its own');
    expect(launched.output()).not.toContain('demo.example');
  });

  test('that holds the demonstration is not for real use, in whatever folder', async () => {
    rmSync(join(data, 'demonstration'));
    const launched = run({}, { ...given, DATABASE_HOLDS_DEMONSTRATION: 'yes' });
    expect(await launched.ended).toBe(1);
    expect(launched.output()).toContain('The database holds the demonstration, whose passwords are public');
    expect(readDiary(diary).filter((line) => line.startsWith('api'))).toEqual([]);
  });
});

describe('the end', () => {
  withCluster();

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s drains API and workers, then stops PostgreSQL',
    async (name) => {
      const launched = run();
      await ready(launched);
      const server = postmaster();
      const pids = children().map((child) => child.pid);
      launched.process.kill(name);
      expect(await launched.ended).toBe(0);
      const end = readDiary(diary).filter((line) => /drain|end/.test(line));
      expect(end).toEqual(
        expect.arrayContaining(['api drains', 'api ends', 'workers drain', 'workers end, the database still answers']),
      );
      expect([server, ...pids].filter(alive)).toEqual([]);
    },
  );

  test('a child that does not listen is ended by force, with what it started, and this is said', async () => {
    const launched = run({
      drain: 300,
      programmes: { api: programme('api'), workers: programme('stubborn'), operator: programme('operator') },
    });
    await ready(launched);
    await waitFor('the child of the child', () => readDiary(diary).some((line) => line.startsWith('its own')));
    const own = Number(
      readDiary(diary)
        .find((line) => line.startsWith('its own'))!
        .split(' ')
        .at(-1),
    );
    launched.process.kill('SIGTERM');
    expect(await launched.ended).toBe(0);
    expect(launched.output()).toContain('workers did not end by itself');
    await waitFor('the end of the child of the child', () => !alive(own), 2_000);
  });

  test('a second request does not wait for the draining', async () => {
    const launched = run({
      drain: 60_000,
      programmes: { api: programme('api'), workers: programme('stubborn'), operator: programme('operator') },
    });
    await ready(launched);
    launched.process.kill('SIGINT');
    await waitFor('the first request', () => readDiary(diary).includes('stubborn does not listen'));
    launched.process.kill('SIGINT');
    expect(await launched.ended).toBe(0);
  });

  test('a request during the start ends it as well, and nothing stays behind', async () => {
    const launched = run({
      programmes: { api: programme('workers'), workers: programme('workers'), operator: programme('operator') },
    });
    await waitFor('children', () => readDiary(diary).filter((line) => line.startsWith('workers up')).length === 2);
    launched.process.kill('SIGTERM');
    expect(await launched.ended).toBe(0);
    expect(() => postmaster()).toThrow('ENOENT');
  });
});

describe('healing', () => {
  withCluster();

  test.each(['api', 'workers'])('%s killed is started again', async (name) => {
    const launched = run();
    await ready(launched);
    const first = pidOf(name);
    process.kill(first, 'SIGKILL');
    await waitFor('another one', () => readDiary(diary).filter((line) => line.startsWith(`${name} up`)).length === 2);
    await waitFor('ready again', isReady);
    expect(pidOf(name)).not.toBe(first);
    expect(launched.output()).toContain(`${name} was ended by SIGKILL; it is started again`);
  });

  test('PostgreSQL killed is started again on the same port, and the others go on', async () => {
    await ready(run());
    const [api, workers, server] = [pidOf('api'), pidOf('workers'), postmaster()];
    process.kill(server, 'SIGKILL');
    await waitFor('another server, ready', () => {
      const [pid, , , , , , , state] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
      return Number(pid) !== server && state?.trim() === 'ready';
    });
    expect([pidOf('api'), pidOf('workers')]).toEqual([api, workers]);
  });

  test('after a killed launcher the next one ends what it left and starts', async () => {
    const killed = run();
    await ready(killed);
    const left = [pidOf('api'), pidOf('workers'), postmaster()];
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(left.filter(alive)).toEqual(left);
    const next = run();
    await ready(next);
    expect(left.filter(alive)).toEqual([]);
    expect(next.output()).toContain('The last start was killed');
    expect(next.output()).toMatch(/left running: api, workers/);
    expect(readDiary(diary).filter((line) => line === 'operator demonstration')).toHaveLength(1);
  });

  test('a child that never stays up stops everything, with one line that says why', async () => {
    const programmes = { api: programme('api'), workers: programme('crashing'), operator: programme('operator') };
    const launched = run({ programmes, limits: { first: 20 } });
    expect(await launched.ended).toBe(1);
    expect(readDiary(diary).filter((line) => line.startsWith('crashing up'))).toHaveLength(6);
    expect(launched.output()).toMatch(
      /Stopped: workers ended with code 7 and does not stay up: Error: no room on the disk/,
    );
    expect(launched.output()).not.toContain('at somewhere');
    expect(() => postmaster()).toThrow('ENOENT');
  });
});

describe('refused with one line', () => {
  withCluster();

  test('a second start says who runs where, and harms nothing', async () => {
    const first = run();
    await ready(first);
    const second = run();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Wayleave already runs in ${data} (process ${first.process.pid}`);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(await isReady()).toBe(true);
  });

  test('a port in use', async () => {
    const other = createServer().listen(Number(environment['WAYLEAVE_PORT']), '127.0.0.1');
    await waitFor('listening', () => other.listening);
    const launched = run();
    expect(await launched.ended).toBe(1);
    other.close();
    expect(launched.output()).toMatch(
      /^Port \d+ on 127\.0\.0\.1 is in use by another program\..*WAYLEAVE_PORT=\d+ npm start\n$/,
    );
  });

  test('an open address with the demonstration', async () => {
    const launched = run({}, { WAYLEAVE_HOST: '0.0.0.0' });
    expect(await launched.ended).toBe(1);
    expect(launched.output()).toMatch(/WAYLEAVE_HOST must be 127\.0\.0\.1 with the demonstration/);
  });

  test('real use of a folder that holds the demonstration', async () => {
    const demonstration = run();
    await ready(demonstration);
    demonstration.process.kill('SIGTERM');
    await demonstration.ended;
    const real = run({}, { WAYLEAVE_DEMONSTRATION: 'no', WAYLEAVE_PUBLIC_URL: 'https://data.example.org' });
    expect(await real.ended).toBe(1);
    expect(real.output()).toContain('holds the demonstration, whose passwords are public');
  });
});
