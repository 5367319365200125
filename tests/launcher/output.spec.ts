import { afterEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { reporter } from '../../bin/launcher/report.mjs';
import { eachLine, important, throttled } from '../../bin/launcher/supervision/lines.mjs';
import { restartPolicy } from '../../bin/launcher/supervision/restarts.mjs';
import { rotatingLog } from '../../bin/launcher/supervision/rotating-log.mjs';
import { newFolder, removeFolders, waitFor } from './surroundings.ts';

afterEach(removeFolders);

describe('the log', () => {
  test('never takes more than its files and their limit, and keeps the newest lines', () => {
    const folder = newFolder();
    const log = rotatingLog(join(folder, 'api.log'), { limit: 1_000, kept: 2 });
    for (let number = 0; number < 1_000; number += 1) log.write(`line ${number} ${'x'.repeat(50)}`);
    log.write('y'.repeat(50_000));
    log.close();
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['api.log', 'api.log.1', 'api.log.2']);
    expect(files.filter((name) => statSync(join(folder, name)).size > 1_000)).toEqual([]);
    expect(readFileSync(join(folder, 'api.log.1'), 'utf8')).toContain('line 999 ');
  });

  test('goes on where the last start ended, and is for its owner alone', () => {
    const path = join(newFolder(), 'api.log');
    for (const line of ['first', 'second']) {
      const log = rotatingLog(path);
      log.write(line);
      log.close();
    }
    expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n');
    expect(statSync(path).mode & 0o077).toBe(0);
  });
});

describe('lines', () => {
  test('a character cut in two by the pipe is whole again; an endless line is cut', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    eachLine(stream, (line: string) => void lines.push(line));
    const bytes = Buffer.from('caf\u00e9\nrest');
    stream.write(bytes.subarray(0, 4));
    stream.write(bytes.subarray(4));
    stream.end('z'.repeat(40_000));
    await waitFor('the end', () => lines.length >= 2);
    expect(lines[0]).toBe('caf\u00e9');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40_004);
  });

  test.each([
    ['{"level":30,"msg":"listening"}', false, undefined],
    ['{"level":50,"msg":"the queue is lost"}', false, 'the queue is lost'],
    ['{"level":60,"err":{"message":"no memory"}}', true, 'no memory'],
    ['plain talk', false, undefined],
    ['Error: broken', true, 'Error: broken'],
    ['    at file.js:1:1', true, undefined],
    ['', true, undefined],
  ])('%s (error output: %s) shows %s', (line, fromErrors, shown) => {
    expect(important(line, fromErrors)).toBe(shown);
  });

  test('a flood is held back', () => {
    const shown: string[] = [];
    const show = throttled((text: string) => void shown.push(text), { most: 3, milliseconds: 60_000 });
    for (let number = 0; number < 10_000; number += 1) show(`error ${number}`);
    expect(shown).toEqual(['error 0', 'error 1', 'error 2']);
  });
});

describe('restarts', () => {
  test('five within a minute, each after twice the time; the sixth death ends it', () => {
    let now = 0;
    const next = restartPolicy({ now: () => now });
    const waits = [1, 2, 3, 4, 5, 6].map(() => ((now += 1_000), next()));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, undefined]);
  });

  test('what lies more than a minute back is forgiven', () => {
    let now = 0;
    const next = restartPolicy({ now: () => now });
    const waits = Array.from({ length: 20 }, () => ((now += 13_000), next()));
    expect(waits).not.toContain(undefined);
    expect(Math.max(...waits.map(Number))).toBe(4_000);
  });
});

describe('steps', () => {
  const written = (isTTY: boolean) => {
    const texts: string[] = [];
    return { texts, report: reporter({ isTTY, write: (text: string) => texts.push(text) }) };
  };

  test('plain lines where there is no terminal', async () => {
    const { texts, report } = written(false);
    await report.step('Built', async () => report.line('note'));
    await expect(report.step('Started', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(texts.join('')).toMatch(/^note\nBuilt: \d\.\d s\nStarted: failed after \d\.\d s\n$/);
  });

  test('on a terminal the running step is shown, and again below a line that comes meanwhile', async () => {
    const { texts, report } = written(true);
    await report.step('Built', async () => report.line('note'));
    expect(texts[0]).toBe('  … Built');
    const screen = texts.join('').replace(/[^\n]*\r\x1b\[2K/g, '');
    expect(screen).toMatch(/^note\n {2}✓ Built +\d\.\d s\n$/);
  });
});
