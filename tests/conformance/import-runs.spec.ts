import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue, ImportSurroundings, record, records } from './import-surroundings.ts';

const around = ImportSurroundings.around();
const { attempt, read, here } = around;

describe('runs', () => {
  test('one that was stopped goes on where it was, and its sums are those of a whole one', async () => {
    const content = catalogue([...records(0, 1200), { title: 'x' }]);
    const controller = new AbortController();
    const first = await read(content, { signal: controller.signal, progress: () => controller.abort() });
    expect(first).toMatchObject({ read: 500, created: 500, stopped: true, vanished: 0 });
    const second = await read(content);
    expect(second).toMatchObject({
      run: first.run,
      resumedAt: 500,
      read: 1201,
      created: 1200,
      skipped: 1,
      stopped: false,
    });
    expect(await here()).toHaveLength(1200);
  });

  test('another feed in its place begins anew', async () => {
    const controller = new AbortController();
    const first = await read(records(0, 600), { signal: controller.signal, progress: () => controller.abort() });
    const second = await read(records(0, 601));
    expect(second).toMatchObject({ created: 101, unchanged: 500 });
    expect(second.run).not.toBe(first.run);
    expect(await around.given.database.rows('select state from import_run where id = $1', [first.run])).toEqual([
      { state: 'replaced' },
    ]);
  });

  test('two at once: the second is told to wait', async () => {
    const content = catalogue(records(0, 600));
    const outcomes = await Promise.all([attempt(content), attempt(content)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'catalogue.import-running' }] });
    expect(await here()).toHaveLength(600);
  });
});

describe('from an address', () => {
  let server: Server;
  let body = '';
  beforeAll(async () => {
    server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(body));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => void server.close());

  test('is the same source as from a file, where the catalogue says who it is', async () => {
    body = catalogue(records(0, 3));
    const reference = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.json#x`;
    expect(await read('', { reference })).toMatchObject({ created: 3, address: reference });
    expect(await read(body)).toMatchObject({ unchanged: 3 });
    body = JSON.stringify({ dataset: [record(1)] });
    expect(await read('', { reference })).toMatchObject({
      created: 1,
      source: { canonical: reference.replace('#x', '') },
    });
  });
});
