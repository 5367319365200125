import { afterEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Supervised } from '../../bin/launcher/supervision/supervised.mjs';
import { alive, newFolder, plainEnvironment, programme, readDiary, removeFolders, waitFor } from './surroundings.ts';

const started: Supervised[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.stop(500)));
  removeFolders();
});

/** A supervised programme with ears everywhere. */
function supervise(name: string, more: Record<string, unknown> = {}) {
  const diary = join(newFolder(), 'diary');
  const heard = { log: [] as string[], told: [] as string[], gaveUp: [] as string[], record: [] as string[] };
  const env = { ...plainEnvironment(), NODE_OPTIONS: '', DIARY: diary, DATABASE_URL: 'postgres://localhost:1/none' };
  const child = new Supervised(
    { name, command: process.execPath, args: [programme(name)], env },
    {
      log: { write: (line: string) => void heard.log.push(line) },
      tell: (text: string) => void heard.told.push(text),
      giveUp: (reason: string) => void heard.gaveUp.push(reason),
      record: { started: (_, pid) => void heard.record.push(`+${pid}`), ended: () => void heard.record.push('-') },
      limits: { first: 20 },
      ...more,
    },
  );
  started.push(child);
  child.start();
  return { child, diary, ...heard };
}

const ups = (diary: string): string[] => readDiary(diary).filter((line) => line.includes(' up '));

describe('a child that dies', () => {
  test('is started again five times, each later than the last, then given up once', async () => {
    const { diary, gaveUp, told, log } = supervise('crashing');
    await waitFor('giving up', () => gaveUp.length > 0);
    expect(ups(diary)).toHaveLength(6);
    expect(gaveUp).toEqual(['crashing ended with code 7 and does not stay up: Error: no room on the disk']);
    const waits = told
      .filter((text) => text.includes('started again'))
      .map((text) => Number(text.match(/in ([\d.]+) s/)![1]));
    expect(waits).toEqual([0.02, 0.04, 0.08, 0.16, 0.32]);
    expect(log).toContain('    at somewhere (file.js:1:1)');
    expect(told.join()).not.toContain('at somewhere');
  });

  test('is not counted while what it needs is down, and waits for its return', async () => {
    let returns: () => void = () => undefined;
    let down: Promise<void> | undefined = new Promise((resolve) => (returns = resolve));
    const { child, diary, gaveUp } = supervise('workers', { outage: () => down, limits: { most: 0 } });
    await waitFor('the first', () => ups(diary).length === 1);
    process.kill(child.pid!, 'SIGKILL');
    await waitFor('its death', () => child.pid === undefined);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(ups(diary)).toHaveLength(1);
    down = undefined;
    returns();
    await waitFor('the second', () => ups(diary).length === 2);
    expect(gaveUp).toEqual([]);
  });

  test('that cannot even be started is given up with the reason', async () => {
    const gaveUp: string[] = [];
    const child = new Supervised(
      { name: 'nothing', command: '/nowhere/at/all', args: [] },
      { log: { write: () => undefined }, giveUp: (reason: string) => void gaveUp.push(reason), limits: { first: 1 } },
    );
    child.start();
    await waitFor('giving up', () => gaveUp.length > 0);
    expect(gaveUp[0]).toMatch(/^nothing could not be started \(.*ENOENT\)/);
  });
});

describe('process groups', () => {
  test('the child leads a group of its own and is written down', async () => {
    const { child, diary, record } = supervise('workers');
    await waitFor('up', () => ups(diary).length === 1);
    expect(process.kill(-child.pid!, 0)).toBe(true);
    expect(record).toEqual([`+${child.pid}`]);
  });

  test('when the child dies, what it had started itself is ended', async () => {
    const { child, diary } = supervise('stubborn');
    await waitFor('its own', () => readDiary(diary).length === 2);
    const own = Number(readDiary(diary)[1]!.split(' ').at(-1));
    expect(alive(own)).toBe(true);
    process.kill(child.pid!, 'SIGKILL');
    await waitFor('the end of its own', () => !alive(own), 3_000);
  });
});

describe('stopping', () => {
  test('asks first; a child that drains has ended by itself', async () => {
    const { child, diary, told } = supervise('workers');
    await waitFor('up', () => ups(diary).length === 1);
    expect(await child.stop()).toBe(true);
    expect(readDiary(diary)).toEqual([
      expect.stringContaining('up'),
      'workers drain',
      'workers end, the database is gone',
    ]);
    expect(told).toEqual([]);
  });

  test('ends by force what does not listen', async () => {
    const { child, diary } = supervise('stubborn');
    await waitFor('up', () => ups(diary).length === 1);
    const { pid } = child;
    expect(await child.stop(200)).toBe(false);
    expect(alive(pid!)).toBe(false);
    expect(readDiary(diary)).toContain('stubborn does not listen');
  });

  test('a restart that was planned does not happen', async () => {
    const { child, diary } = supervise('crashing', { limits: { first: 500 } });
    await waitFor('its death', () => ups(diary).length === 1 && child.pid === undefined);
    await child.stop();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ups(diary)).toHaveLength(1);
  });
});
