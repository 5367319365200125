import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Datasets } from '#catalogue/server';
import { anyone } from '#kernel';
import { DiskStorage } from '#platform/storage';
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

  test('a database that cannot be reached costs no record: the run ends, and goes on where it was', async () => {
    const { door } = around.parts;
    const content = catalogue(records(0, 700));
    const execute = door.executeBatch.bind(door);
    let batches = 0;
    const spy = jest.spyOn(door, 'executeBatch').mockImplementation((...given) => {
      batches += 1;
      // As the driver's pool says it: no code, no word of a connection that was lost.
      if (batches > 1) return Promise.reject(new Error('timeout exceeded when trying to connect'));
      return execute(...given);
    });
    try {
      await expect(attempt(content)).rejects.toThrow('timeout exceeded');
      expect(batches).toBe(2);
    } finally {
      spy.mockRestore();
    }
    expect(await here()).toHaveLength(500);
    expect(await read(content)).toMatchObject({ resumedAt: 500, created: 700, skipped: 0 });
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

  test('its query is nobody else’s business, though it tells sources apart', async () => {
    const { database } = around.given;
    body = JSON.stringify({ dataset: [record(1)] });
    const plain = `http://127.0.0.1:${(server.address() as AddressInfo).port}/export`;
    const reference = `${plain}?token=s3cret#part`;
    const report = await read('', { reference });
    expect(report).toMatchObject({ created: 1, source: { canonical: `${plain}?token=s3cret` } });
    expect(await read('', { reference: `${plain}?token=other` })).toMatchObject({ created: 1 });
    const kept = await database.rows(
      `select import_source.address as source, import_run.address as run from import_source
       join import_run on import_run.source = import_source.id where import_source.id = $1`,
      [report.source.id],
    );
    expect(kept).toEqual([{ source: plain, run: plain }]);
    const datasets = new Datasets(database, new DiskStorage(join(around.folder, 'files')), {
      publicUrl: 'https://x.example',
    });
    const [row] = await here();
    const view = await datasets.view(anyone, row?.slug ?? '');
    expect(view?.source).toMatchObject({ title: plain, address: plain });
    expect(JSON.stringify(view)).not.toContain('s3cret');
  });
});
