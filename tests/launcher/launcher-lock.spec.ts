import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { childRecord, endLeftChildren } from '../../bin/launcher/child-record.mjs';
import { requireFreePort } from '../../bin/launcher/free-port.mjs';
import { takeLock, whoRuns } from '../../bin/launcher/launcher-lock.mjs';
import { born, identify, stillRuns } from '../../bin/launcher/process-identity.mjs';
import { alive, newFolder, removeFolders } from './surroundings.ts';

afterEach(removeFolders);

const sleeper = () =>
  spawn(process.execPath, ['-e', 'setInterval(() => 0, 60000)'], { stdio: 'ignore', detached: true });

describe('the lock', () => {
  test('is held by one, says by whom, and is free afterwards', () => {
    const data = newFolder();
    const lock = takeLock(data, { command: 'start', address: 'http://127.0.0.1:1' });
    expect(whoRuns(data)).toMatchObject({ pid: process.pid, command: 'start', address: 'http://127.0.0.1:1' });
    expect(() => takeLock(data, { command: 'import' })).toThrow(`already runs in ${data} (process ${process.pid}`);
    lock.release();
    expect(whoRuns(data)).toBeUndefined();
    takeLock(data, { command: 'import' }).release();
    expect(readdirSync(data)).toEqual([]);
  });

  test('of a process that has ended is healed', async () => {
    const data = newFolder();
    const other = sleeper();
    writeFileSync(join(data, 'launcher.json'), JSON.stringify(identify(other.pid!)));
    expect(() => takeLock(data, { command: 'start' })).toThrow('is being run');
    other.kill('SIGKILL');
    await once(other, 'exit');
    const lock = takeLock(data, { command: 'start' });
    expect(lock.healed).toBe(true);
    lock.release();
  });

  test.each([
    ['whose number another process has now', JSON.stringify({ pid: process.pid, born: 'another boot/1' })],
    ['cut short', '{"pid":12'],
    ['that is empty', ''],
    ['with nonsense', '{"pid":"x","born":null}'],
  ])('%s is healed', (_, content) => {
    const data = newFolder();
    writeFileSync(join(data, 'launcher.json'), content);
    takeLock(data, { command: 'start' });
    expect(JSON.parse(readFileSync(join(data, 'launcher.json'), 'utf8')).born).toBe(born(process.pid));
  });

  test('of many that heal at once one wins', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'launcher.json'), JSON.stringify({ pid: 1, born: 'long ago' }));
    const lock = new URL('../../bin/launcher/launcher-lock.mjs', import.meta.url).href;
    const script = `const { takeLock } = await import(${JSON.stringify(lock)});
      try { takeLock(${JSON.stringify(data)}, { command: 'start' }); console.log('mine'); } catch { console.log('not mine'); }
      process.stdin.resume();`;
    const rivals = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { PATH: process.env['PATH'] },
      }),
    );
    const said = await Promise.all(rivals.map(async (rival) => String((await once(rival.stdout, 'data'))[0]).trim()));
    const ended = rivals.map((rival) => once(rival, 'exit'));
    rivals.forEach((rival) => rival.stdin.end());
    await Promise.all(ended);
    expect(said.filter((word) => word === 'mine')).toHaveLength(1);
  });
});

describe('children left behind', () => {
  test('are ended, and only those that were written down', async () => {
    const data = newFolder();
    const [ours, foreign] = [sleeper(), sleeper()];
    childRecord(data).started('api', ours.pid);
    const recorded = JSON.parse(readFileSync(join(data, 'children.json'), 'utf8'));
    const reused = { name: 'workers', pid: foreign.pid, born: 'another boot/1' };
    writeFileSync(join(data, 'children.json'), JSON.stringify([...recorded, reused]));
    expect(await endLeftChildren(data)).toEqual(['api']);
    expect([ours.pid!, foreign.pid!].map(alive)).toEqual([false, true]);
    expect(existsSync(join(data, 'children.json'))).toBe(false);
    foreign.kill('SIGKILL');
  });

  test('that do not listen are ended by force', async () => {
    const data = newFolder();
    const script = 'process.on("SIGTERM", () => 0); console.log("deaf"); setInterval(() => 0, 60000)';
    const deaf = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    await once(deaf.stdout, 'data');
    childRecord(data).started('api', deaf.pid);
    expect(await endLeftChildren(data, 200)).toEqual(['api']);
    expect(alive(deaf.pid!)).toBe(false);
  });

  test('a process is known by its birth, not by its number', () => {
    expect(stillRuns(identify(process.pid))).toBe(true);
    expect(stillRuns({ pid: process.pid, born: 'other' })).toBe(false);
    expect(stillRuns(identify(2 ** 22 + 1))).toBe(false);
    expect(stillRuns(undefined)).toBe(false);
  });
});

describe('the port', () => {
  test('is refused in one line when somebody listens there', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(requireFreePort('127.0.0.1', port)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use by another program`,
    );
    other.close();
    await once(other, 'close');
    await expect(requireFreePort('127.0.0.1', port)).resolves.toBeUndefined();
  });

  test('an address that this machine does not have', async () => {
    await expect(requireFreePort('192.0.2.1', 8080)).rejects.toThrow('This machine has no address 192.0.2.1');
  });
});
