import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createLog, limited, type Log } from './log.ts';

describe('a limited log', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const listening = () => {
    const lines: [object, string][] = [];
    const log = { warn: (fields: object, message: string) => lines.push([fields, message]) } as unknown as Log;
    return { lines, warn: limited(log, 30_000) };
  };

  test('says a message once in its time, then how many it held back', () => {
    const { lines, warn } = listening();
    for (let index = 0; index < 1000; index += 1) warn({ index }, 'The queue does not answer');
    expect(lines).toEqual([[{ index: 0 }, 'The queue does not answer']]);
    now += 30_000;
    warn({ index: 1000 }, 'The queue does not answer');
    expect(lines[1]).toEqual([{ index: 1000, heldBack: 999 }, 'The queue does not answer']);
    now += 30_000;
    warn({ index: 1001 }, 'The queue does not answer');
    expect(lines[2]).toEqual([{ index: 1001 }, 'The queue does not answer']);
  });

  test('another message is not held back by it', () => {
    const { lines, warn } = listening();
    warn({}, 'one');
    warn({}, 'two');
    expect(lines.map(([, message]) => message)).toEqual(['one', 'two']);
  });
});

test('secrets never reach the log', () => {
  const log = createLog('spec', 'info');
  const sink = Object.getOwnPropertySymbols(log).find(({ description }) => description === 'pino.stream');
  const lines: string[] = [];
  if (sink) (log as unknown as Record<symbol, object>)[sink] = { write: (line: string) => lines.push(line) };
  const secret = 'correct horse';
  log.info(
    {
      password: secret,
      token: secret,
      cookie: secret,
      body: { password: secret, token: secret },
      req: { headers: { cookie: secret, authorization: secret } },
      kept: 'seen',
    },
    'Somebody signed in',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(secret);
  expect(lines[0]).toContain('seen');
});
