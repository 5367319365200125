import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { freePort } from '../../bin/launcher/free-port.mjs';
import { operatorCommand } from '../../bin/launcher/operator-command.mjs';
import { postgresAccount } from '../../bin/launcher/postgres/account.mjs';
import { postgresBinaries } from '../../bin/launcher/postgres/binaries.mjs';
import { ensureCluster } from '../../bin/launcher/postgres/cluster.mjs';
import { runningPostmaster } from '../../bin/launcher/postgres/postmaster.mjs';
import { withSettings } from '../../bin/launcher/setup/env-file.mjs';
import { setup } from '../../bin/launcher/setup.mjs';
import {
  launch,
  newFolder,
  plainEnvironment,
  programme,
  readDiary,
  removeFolders,
  root,
  waitFor,
} from './surroundings.ts';

const programmes = { operator: programme('operator'), api: programme('api'), workers: programme('workers') };
let pattern: string;
let checkout: string;
let data: string;
let diary: string;
let said: string[];

beforeAll(async () => {
  pattern = newFolder();
  await ensureCluster(postgresAccount({ native: postgresBinaries(root), data: pattern }), pattern);
});
beforeEach(() => {
  checkout = newFolder(); // a checkout of its own: setup writes its .env
  for (const name of ['node_modules', 'libs', 'package.json']) symlinkSync(join(root, name), join(checkout, name));
  data = join(checkout, 'data');
  execFileSync('cp', ['-a', pattern, data]);
  diary = join(checkout, 'diary');
  said = [];
});
afterAll(removeFolders);

const report = {
  line: (text: string) => void said.push(text),
  step: (_: string, work: () => unknown) => work(),
};
const environment = () => ({ ...plainEnvironment(), DIARY: diary, NODE_OPTIONS: '' });
const flags = (more: readonly string[] = []) => [
  ...['setup', '--yes', '--public-url', 'https://data.example.org', '--data', data],
  ...['--operator-email', 'ada@example.org', '--operator-name', 'Ada Byron', ...more],
];
const run = (args: readonly string[]) =>
  setup({
    root: checkout,
    report,
    environment: environment(),
    args: [...args],
    programmes,
    build: async () => undefined,
  });

describe('setup', () => {
  test('writes the settings for their owner alone, makes the operator, ends with the link, leaves nothing running', async () => {
    expect(await run(flags(['--smtp-url', 'smtps://a:p%23ss@mail.example.org']))).toBe(0);
    const path = join(checkout, '.env');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(path, 'utf8'))).toEqual({
      WAYLEAVE_PUBLIC_URL: 'https://data.example.org',
      WAYLEAVE_DATA: data,
      WAYLEAVE_SMTP_URL: 'smtps://a:p%23ss@mail.example.org',
      WAYLEAVE_DEMONSTRATION: 'no',
    });
    expect(readDiary(diary)).toEqual([
      'operator migrate',
      'operator demonstration --present',
      'operator person create --operator --email ada@example.org --name Ada Byron',
      'operator person sign-in-link ada@example.org',
    ]);
    expect(said.at(-1)).toContain('https://data.example.org/sign-in/link?token=once');
    expect(runningPostmaster(join(data, 'postgres'))).toBeUndefined();
  });

  test('refuses a folder that holds the demonstration, and writes nothing', async () => {
    writeFileSync(join(data, 'demonstration'), '{}');
    await expect(run(flags())).rejects.toThrow('holds the demonstration');
    expect(existsSync(join(checkout, '.env'))).toBe(false);
  });

  test('refuses a database that holds the demonstration, and writes nothing', async () => {
    const url = ['--database-url', 'postgres://a:b@127.0.0.1:1/x'];
    const given = { root: checkout, report, args: flags(url), programmes, build: async () => undefined };
    const holding = { ...environment(), DATABASE_HOLDS_DEMONSTRATION: 'yes' };
    await expect(setup({ ...given, environment: holding })).rejects.toThrow('The database holds the demonstration');
    expect(existsSync(join(checkout, '.env'))).toBe(false);
    expect(readDiary(diary)).toEqual(['operator migrate', 'operator demonstration --present']);
  });

  test('names what is missing, what is wrong and what does not exist', async () => {
    await expect(run(['setup', '--yes'])).rejects.toThrow(
      'Still to be said: --public-url, --operator-email, --operator-name',
    );
    await expect(run(flags(['--port', '99999']))).rejects.toThrow('WAYLEAVE_PORT must be between 1 and 65535');
    await expect(run(flags(['--colour', 'red']))).rejects.toThrow("Unknown option '--colour'");
    expect(existsSync(join(checkout, '.env'))).toBe(false);
  });

  test('of an operator that could not be made the reason is told', async () => {
    const given = { root: checkout, report, args: flags(), programmes, build: async () => undefined };
    const failing = {
      ...environment(),
      OPERATOR_FAILS: 'person create --operator --email ada@example.org --name Ada Byron',
    };
    await expect(setup({ ...given, environment: failing })).rejects.toThrow('the table is locked');
  });
});

describe('.env', () => {
  test('keeps other lines and replaces those that it sets', () => {
    const before = '# mine\nWAYLEAVE_PORT=1\n#WAYLEAVE_PORT=2\nexport WAYLEAVE_HOST = x\nOTHER=1\n\n';
    const after = withSettings(before, { WAYLEAVE_PORT: '3', WAYLEAVE_HOST: '::1' });
    expect(after).toBe('# mine\n#WAYLEAVE_PORT=2\nOTHER=1\nWAYLEAVE_PORT=3\nWAYLEAVE_HOST=::1\n');
  });

  test.each(['plain', 'with blank', 'a#b', `it's`, `say "x"`, `'"`, 'back\\slash'])(
    '%s is read as it was written',
    (value) => {
      expect(parseEnv(withSettings('', { NAME: value }))).toEqual({ NAME: value });
    },
  );
});

describe('an operator command', () => {
  const command = (...args: string[]) =>
    operatorCommand({
      root: checkout,
      report,
      args,
      programmes,
      environment: { ...environment(), WAYLEAVE_DATA: data },
    });

  test('gets a database for its time when nothing runs', async () => {
    expect(await command('verify', '--all')).toBe(0);
    expect(readDiary(diary)).toEqual(['operator migrate', 'operator verify --all']);
    expect(runningPostmaster(join(data, 'postgres'))).toBeUndefined();
    expect(existsSync(join(data, 'launcher.json'))).toBe(false);
  });

  test('that enters the demonstration by hand marks the folder for ever', async () => {
    expect(await command('demonstration', '--accounts')).toBe(0);
    expect(existsSync(join(data, 'demonstration'))).toBe(false);
    expect(await command('demonstration')).toBe(0);
    await expect(run(flags())).rejects.toThrow('holds the demonstration');
  });

  test('works beside a running Wayleave, on its database, and ends nothing', async () => {
    const launched = launch({}, { WAYLEAVE_DATA: data, WAYLEAVE_PORT: String(await freePort()), DIARY: diary });
    try {
      await waitFor('ready', () => launched.output().includes('is ready'));
      const server = runningPostmaster(join(data, 'postgres'));
      expect(await command('import', 'feed.json')).toBe(0);
      expect(readDiary(diary).at(-1)).toBe('operator import feed.json');
      expect(runningPostmaster(join(data, 'postgres'))).toEqual(server);
    } finally {
      launched.process.kill('SIGTERM');
      await launched.ended;
    }
  });

  test('ends with the exit code of the application', async () => {
    const failing = { ...environment(), WAYLEAVE_DATA: data, OPERATOR_FAILS: 'verify' };
    expect(await operatorCommand({ root: checkout, report, args: ['verify'], programmes, environment: failing })).toBe(
      3,
    );
  });
});
