import { describe, expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { readSettings, SettingsRefused } from './settings.ts';
import type { Environment, SettingFault } from './settings.ts';

const faultsOf = (environment: Environment): readonly SettingFault[] => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsRefused) return error.faults;
    throw error;
  }
  return [];
};
const real = { DATABASE_URL: 'postgres://a:b@db/wayleave', WAYLEAVE_PUBLIC_URL: 'https://data.example.org' };

describe('settings', () => {
  test('nothing set: the demonstration on this machine alone', () => {
    expect(readSettings({ PATH: '/bin' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      data: resolve('.wayleave'),
      publicUrl: 'http://127.0.0.1:8080',
      trustedProxies: [],
      secret: undefined,
      databaseUrl: undefined,
      redisUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'wayleave@127.0.0.1',
      demonstration: true,
      fetchPrivate: false,
      logLevel: 'info',
    });
  });

  test('all set', () => {
    const settings = readSettings({
      ...real,
      WAYLEAVE_PORT: ' 80 ',
      WAYLEAVE_HOST: '0.0.0.0',
      WAYLEAVE_DATA: '/srv/wayleave',
      WAYLEAVE_TRUSTED_PROXIES: '10.0.0.0/8, ::1,',
      WAYLEAVE_SECRET: 's'.repeat(32),
      REDIS_URL: 'rediss://:secret@redis:6380/1',
      WAYLEAVE_SMTP_URL: 'smtps://user:pass@mail',
      WAYLEAVE_FETCH_PRIVATE: 'yes',
      WAYLEAVE_LOG_LEVEL: 'warn',
    });
    expect(settings).toMatchObject({ port: 80, data: '/srv/wayleave', trustedProxies: ['10.0.0.0/8', '::1'] });
    expect(settings).toMatchObject({ demonstration: false, fetchPrivate: true, logLevel: 'warn' });
  });

  test('an empty value counts as not given', () => {
    expect(readSettings({ WAYLEAVE_PORT: '', REDIS_URL: ' ' })).toMatchObject({ port: 8080, redisUrl: undefined });
  });

  test('every fault is named at once, each with its reason, and no value that may be a secret', () => {
    const faults = faultsOf({
      WAYLEAVE_PROT: '1',
      WAYLEAVE_PORT: '70000',
      WAYLEAVE_SECRET: 'short',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
    });
    expect(faults.map(({ name }) => name)).toEqual([
      'WAYLEAVE_PROT',
      'WAYLEAVE_PORT',
      'WAYLEAVE_SECRET',
      'DATABASE_URL',
    ]);
    expect(faults.map(({ reason }) => reason)).toEqual([
      'is no setting of Wayleave; .env.example lists them all',
      'must be between 1 and 65535',
      'must have at least 32 characters',
      'must be the address of a PostgreSQL (postgres://… or postgresql://…)',
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/hunter2|short/);
  });

  test.each([
    ['WAYLEAVE_PORT', '0'],
    ['WAYLEAVE_PORT', '8080.5'],
    ['WAYLEAVE_HOST', 'http://localhost'],
    ['WAYLEAVE_PUBLIC_URL', 'https://data.example.org/path'],
    ['WAYLEAVE_PUBLIC_URL', 'https://user@data.example.org'],
    ['WAYLEAVE_PUBLIC_URL', 'ftp://data.example.org'],
    ['WAYLEAVE_PUBLIC_URL', 'data.example.org'],
    ['WAYLEAVE_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['WAYLEAVE_TRUSTED_PROXIES', 'proxy.example.org'],
    ['DATABASE_URL', 'postgres://db'],
    ['REDIS_URL', 'redis'],
    ['WAYLEAVE_SMTP_URL', 'http://mail'],
    ['WAYLEAVE_DEMONSTRATION', 'true'],
    ['WAYLEAVE_FETCH_PRIVATE', 'maybe'],
    ['WAYLEAVE_LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(faultsOf({ [name]: value }).map((fault) => fault.name)).toEqual([name]);
  });

  test('the public address is required outside the demonstration', () => {
    expect(faultsOf({ DATABASE_URL: real.DATABASE_URL })).toMatchObject([{ name: 'WAYLEAVE_PUBLIC_URL' }]);
    expect(faultsOf({ WAYLEAVE_DEMONSTRATION: 'no' })).toMatchObject([{ name: 'WAYLEAVE_PUBLIC_URL' }]);
    expect(faultsOf(real)).toEqual([]);
  });

  test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('the demonstration may listen on %s', (WAYLEAVE_HOST) => {
    expect(faultsOf({ WAYLEAVE_HOST })).toEqual([]);
  });

  test.each(['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example.org', 'example.org'])(
    'the demonstration may not listen on %s',
    (WAYLEAVE_HOST) => {
      expect(faultsOf({ WAYLEAVE_HOST })).toMatchObject([{ name: 'WAYLEAVE_HOST' }]);
      expect(faultsOf({ ...real, WAYLEAVE_HOST, WAYLEAVE_DEMONSTRATION: 'yes' })).toMatchObject([
        { name: 'WAYLEAVE_HOST' },
      ]);
      expect(faultsOf({ ...real, WAYLEAVE_HOST })).toEqual([]);
    },
  );

  test('an address of IPv6 makes a public address that can be typed', () => {
    expect(readSettings({ WAYLEAVE_HOST: '::1' }).publicUrl).toBe('http://[::1]:8080');
  });
});
