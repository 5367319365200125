import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Method } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let dataset: string;
let count = 0;
beforeAll(async () => {
  place = await town();
});
afterAll(() => place.close());
beforeEach(async () => {
  dataset = await place.dataset(`Bays ${(count += 1)}`, 'council', { columns: [] });
});

const view = async (): Promise<any> => (await place.as('owner', 'GET', `/api/v1/datasets/${dataset}`)).body;

function formOf(
  content: string | Uint8Array,
  name: string,
  field = 'file',
): { body: Buffer; headers: Record<string, string> } {
  const head = `--b\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content as string), Buffer.from('\r\n--b--\r\n')]);
  return { body, headers: { 'content-type': 'multipart/form-data; boundary=b' } };
}

async function send(who: string, content: string | Uint8Array, name = 'bays.csv', more = '') {
  const { revision } = await view();
  const url = `/api/v1/datasets/${dataset}/files?revision=${revision}&actingFor=${place.ids['council']}${more}`;
  const { body, headers } = formOf(content, name);
  return place.as(who, 'POST' satisfies Method, url, body, headers);
}

const stored = async (): Promise<number> =>
  (
    await readdir(join(place.platform.settings.data, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  ).filter((entry) => entry.isFile()).length;

const csv = 'bay_id,taken,since,code\nA1,true,2026-11-26,007\nA2,false,2026-11-25,\n';

describe('a CSV file', () => {
  test('stands beside its dataset, which had no columns and has them now, none of them called harmless', async () => {
    const before = await stored();
    const answer = await send('steward', csv);
    expect([answer.status, answer.body.columns]).toEqual([201, { taken: 4, undescribed: [], missing: [] }]);
    const { columns, distributions, revision } = await view();
    expect(columns.map(({ name, type, sensitivity }: any) => [name, type, sensitivity.code ?? sensitivity])).toEqual([
      ['bay_id', 'string', 'not-stated'],
      ['taken', 'boolean', 'not-stated'],
      ['since', 'date', 'not-stated'],
      ['code', 'string', 'not-stated'],
    ]);
    expect(distributions).toHaveLength(1);
    expect(revision).toBe(answer.body.revision);
    expect(await stored()).toBe(before + 1);
  });

  test('in the place of another keeps what is described, and says how they differ', async () => {
    const { distribution } = (await send('steward', csv)).body;
    const answer = await send(
      'owner',
      'bay_id,taken,colour\nA1,true,red\n',
      'new.csv',
      `&distribution=${distribution}`,
    );
    expect(answer.body).toMatchObject({
      distribution,
      file: { name: 'new.csv' },
      columns: { taken: 0, undescribed: ['colour'], missing: ['since', 'code'] },
    });
    expect((await view()).distributions).toHaveLength(1);
  });

  test('in another encoding, with a mark of byte order or with semicolons has its columns too', async () => {
    await send('steward', Buffer.from('stra\u00dfe;zahl\r\nGrün;3\r\n', 'latin1'));
    expect((await view()).columns.map(({ name }: any) => name)).toEqual(['straße', 'zahl']);
  });

  test.each([
    ['a quote that never closes', 'a,b\n"1,2\n3,4\n', 'catalogue.csv-quote'],
    ['a million columns', `${'x,'.repeat(1_000_000)}\n1\n`, 'catalogue.csv-heading'],
    [
      'three thousand columns',
      `${Array.from({ length: 3000 }, (_, n) => `c${n}`).join(',')}\n1\n`,
      'catalogue.csv-columns',
    ],
    ['a column named twice', 'a,b,a\n1,2,3\n', 'catalogue.csv-repeated'],
    ['no rows', 'a,b\n', 'catalogue.csv-empty'],
    ['nothing', '', 'catalogue.file-empty'],
    ['binary content', Buffer.from([0x61, 0x2c, 0x00, 0x01]), 'catalogue.file-not-as-named'],
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', 'catalogue.file-not-as-named'],
  ] as const)('with %s is refused in words, and leaves nothing', async (_what, content, code) => {
    const before = await stored();
    const answer = await send('steward', content);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(await stored()).toBe(before);
    expect((await view()).distributions).toEqual([]);
  });
});

test.each([
  ['bays.exe', 'catalogue.file-kind'],
  ['bays', 'catalogue.file-kind'],
  ['bays.xlsx', 'catalogue.file-not-as-named'],
])('%s is refused', async (name, code) => {
  expect((await send('steward', csv, name)).body.code).toBe(code);
});

test('a disk that is full is told of, changes nothing, and takes the file when there is room again', async () => {
  const { storage } = place.platform;
  const { revision } = await view();
  const write = jest.spyOn(storage, 'write');
  write.mockRejectedValueOnce(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  const answer = await send('steward', csv);
  expect([answer.status, answer.body.code]).toEqual([422, 'catalogue.file-no-room']);
  expect(await view()).toMatchObject({ revision, distributions: [] });
  expect((await send('steward', csv)).status).toBe(201);
  write.mockRestore();
});

test('a file of another kind is kept as it is', async () => {
  const answer = await send('steward', '{"type":"FeatureCollection","features":[]}', '..\\..\\bays.geojson');
  expect(answer.body).toMatchObject({ file: { name: 'bays.geojson' } });
  expect(answer.body.columns).toBeUndefined();
  expect((await view()).distributions[0].format).toMatchObject({ code: 'geojson' });
});

describe('who may', () => {
  test('stewards and data owners of the organisation; nobody else’s file is even read', async () => {
    const before = await stored();
    for (const [who, status] of [
      ['dpo', 403],
      ['administrator', 403],
      ['outsider', 403],
      ['individual', 403],
    ] as const) {
      expect([who, (await send(who, csv)).status]).toEqual([who, status]);
    }
    expect(await stored()).toBe(before);
  });

  test('one who looked at an older revision is told so, and the file is not kept', async () => {
    const before = await stored();
    const { body, headers } = formOf(csv, 'bays.csv');
    const url = `/api/v1/datasets/${dataset}/files?revision=1&actingFor=${place.ids['council']}`;
    expect((await place.as('steward', 'POST', url, body, headers)).status).toBe(409);
    expect(await stored()).toBe(before);
  });
});
