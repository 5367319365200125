import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { isBuilt, sourceStamp } from '../../bin/launcher/build.mjs';
import { childEnvironment, environmentOf, settingsOf } from '../../bin/launcher/environment.mjs';
import { ensureInstalled, isInstalled } from '../../bin/launcher/install.mjs';
import { isNewEnough } from '../../bin/launcher/node-version.mjs';
import { reporter } from '../../bin/launcher/report.mjs';
import { isCurrent, markCurrent } from '../../bin/launcher/schema-mark.mjs';
import { settingsSchema } from '#platform/config';
import { newFolder, removeFolders, root } from './surroundings.ts';

let folder: string;
const npm = process.env['npm_execpath'];
beforeEach(() => void (folder = newFolder()));
afterEach(() => {
  if (npm === undefined) delete process.env['npm_execpath'];
  else process.env['npm_execpath'] = npm;
  removeFolders();
});

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('packages', () => {
  const lock = (version: string) => ({
    packages: { '': {}, 'node_modules/a': { version }, 'node_modules/other-platform': { version, optional: true } },
  });
  const report = reporter({ write: () => undefined });

  /** An npm that does what a spec says, and writes down how it was called. */
  function npmThat(script: string): void {
    write(
      'npm/npm-cli.js',
      `require('fs').appendFileSync(${JSON.stringify(join(folder, 'calls'))}, process.argv.slice(2, 4).join(' ') + '\\n'); ${script}`,
    );
    process.env['npm_execpath'] = join(folder, 'npm/npm-cli.js');
  }
  const [ping, install] = ['ping --fetch-retries=0', 'install --no-save'];
  const calls = () =>
    existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];

  test('missing: installed as locked, once; changed lockfile: brought up to date', async () => {
    npmThat('');
    write('package-lock.json', lock('1.0.0'));
    await ensureInstalled(folder, report);
    await ensureInstalled(folder, report);
    expect(calls()).toEqual([ping, install]);
    write('package-lock.json', lock('2.0.0'));
    await ensureInstalled(folder, report);
    expect(calls()).toEqual([ping, install, ping, install]);
  });

  test('installed by hand: nothing is done', async () => {
    write('package-lock.json', lock('1.0.0'));
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(isInstalled(folder)).toBe(true);
    expect(calls()).toEqual([]);
  });

  test.each([
    ['another version', { 'node_modules/a': { version: '0.9.0' } }],
    ['one that is missing', {}],
  ])('%s: not installed', (_, packages) => {
    write('package-lock.json', lock('1.0.0'));
    write('node_modules/.package-lock.json', { packages });
    expect(isInstalled(folder)).toBe(false);
  });

  test('no network: one line, and the next start tries again', async () => {
    npmThat(`console.error('npm error code EAI_AGAIN\\nnpm error getaddrinfo EAI_AGAIN registry'); process.exit(1)`);
    write('package-lock.json', lock('1.0.0'));
    const line = /^The packages could not be fetched: no connection to the npm registry \(EAI_AGAIN\)\..*$/;
    await expect(ensureInstalled(folder, report)).rejects.toThrow(line);
    expect(calls()).toEqual([ping, install]);
    expect(isInstalled(folder)).toBe(false);
  });

  test('no network, but all that is needed was kept by npm: installed from there', async () => {
    npmThat(
      `if (process.argv[2] === 'ping') { console.error('ENOTFOUND'); process.exit(1) } process.exit(process.argv.includes('--offline') ? 0 : 1)`,
    );
    write('package-lock.json', lock('1.0.0'));
    await ensureInstalled(folder, report);
    expect(isInstalled(folder)).toBe(true);
  });

  test('another fault of npm: its own words, without its talk', async () => {
    npmThat(
      `console.error('npm error code EINTEGRITY\\nnpm error sha512 is not what was wanted\\nnpm notice hello'); process.exit(1)`,
    );
    await expect(ensureInstalled(folder, report)).rejects.toThrow(/packages: sha512 is not what was wanted$/);
  });
});

describe('the build', () => {
  beforeEach(() => {
    for (const path of [
      'api/src/main.ts',
      'libs/kernel/src/index.ts',
      'web/src/main.ts',
      'nx.json',
      'package-lock.json',
    ])
      write(path, '1');
  });

  test('is asked for again when a source or setting changes, not for a spec or for what tools leave behind', () => {
    const before = sourceStamp(folder);
    for (const path of ['api/src/main.spec.ts', 'libs/kernel/node_modules/x.js', 'web/.angular/cache', 'docs/x.md'])
      write(path, '1');
    expect(sourceStamp(folder)).toBe(before);
    const seen = new Set([before]);
    for (const path of [
      'api/src/main.ts',
      'libs/kernel/src/new.ts',
      'nx.json',
      'package-lock.json',
      'tsconfig.base.json',
    ]) {
      write(path, 'longer');
      seen.add(sourceStamp(folder));
    }
    rmSync(join(folder, 'libs/kernel/src/new.ts'));
    seen.add(sourceStamp(folder));
    utimesSync(join(folder, 'web/src/main.ts'), 1, 1);
    seen.add(sourceStamp(folder));
    expect(seen.size).toBe(8);
  });

  test('a cluster is brought up to date once by each build, and again when it is made anew', () => {
    const [cluster, another] = [join(folder, 'postgres'), join(folder, 'postgres.other')];
    for (const made of [cluster, another]) mkdirSync(made);
    markCurrent(folder, cluster);
    expect(isCurrent(folder, cluster)).toBe(false); // nothing is known of how this was built
    write('dist/.wayleave-build', 'first build');
    markCurrent(folder, cluster);
    expect([cluster, another, undefined].map((each) => isCurrent(folder, each))).toEqual([true, false, false]);
    write('dist/.wayleave-build', 'second build');
    expect(isCurrent(folder, cluster)).toBe(false);
  });

  test('counts as done only with all that it makes', () => {
    write('dist/.wayleave-build', sourceStamp(folder));
    expect(isBuilt(folder)).toBe(false);
    for (const path of ['server/api/src/main.js', 'server/workers/src/main.js', 'web/server/server.mjs'])
      write(`dist/${path}`, '');
    expect(isBuilt(folder)).toBe(true);
    write('api/src/main.ts', 'changed');
    expect(isBuilt(folder)).toBe(false);
  });
});

test.each([
  ['20.20.2', false],
  ['24.14.9', false],
  ['24.15.0', true],
  ['26.0.0', true],
])('Node.js %s is new enough: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});

describe('settings', () => {
  test('.env.example names every setting, no other, and its values are accepted', async () => {
    const text = readFileSync(join(root, '.env.example'), 'utf8');
    const named = [...text.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(settingsSchema.shape).sort());
    const values = parseEnv(text.replace(/^#(?=[A-Z][A-Z_]+=)/gm, ''));
    const { data: _, ...settings } = await settingsOf(root, { ...values });
    expect(settings).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://data.example.gov.uk',
      demonstration: false,
    });
  });

  test('what is set outside goes before .env', () => {
    write('.env', 'WAYLEAVE_PORT=1\nWAYLEAVE_HOST=::1\n');
    expect(environmentOf(folder, { WAYLEAVE_PORT: '2' })).toEqual({ WAYLEAVE_PORT: '2', WAYLEAVE_HOST: '::1' });
  });

  test('children get the settings as they were understood, also the defaults', async () => {
    const settings = await settingsOf(root, {});
    expect(childEnvironment({ PATH: '/bin' }, settings, 'postgres://x/y')).toEqual({
      PATH: '/bin',
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://x/y',
      WAYLEAVE_DATA: join(root, '.wayleave'),
      WAYLEAVE_HOST: '127.0.0.1',
      WAYLEAVE_PORT: '8080',
      WAYLEAVE_PUBLIC_URL: 'http://127.0.0.1:8080',
      WAYLEAVE_DEMONSTRATION: 'yes',
    });
  });

  test('faults come as one text that names each', async () => {
    const faults = settingsOf(root, { WAYLEAVE_PORT: 'x', WAYLEAVE_NOTHING: '1' });
    await expect(faults).rejects.toThrow(
      /cannot be used:\n {2}WAYLEAVE_NOTHING is no setting .*\n {2}WAYLEAVE_PORT must be/,
    );
  });
});
