import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { DiskStorage } from '#platform/storage';
import type { FileOrder, OrderedColumn } from './file-order.ts';
import { makeFile } from './make-file.ts';

let root: string;
let storage: DiskStorage;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'deliveries-'));
  storage = new DiskStorage(join(root, 'store'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function* pieces(content: string | Buffer, size = 7): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

const scratch = () => join(root, 'scratch');

/** @returns the text of the file that was made */
async function made(source: string | Buffer, order: Partial<FileOrder>, size?: number): Promise<string> {
  const stored = await storage.write(pieces(source, size));
  const file = await makeFile({ storage, scratch: scratch() }, stored, {
    columns: [],
    whole: false,
    rows: [],
    ...order,
  });
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.read(file.id)) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(file.bytes).toBe(Buffer.byteLength(text));
  expect(await readdir(scratch())).toEqual([]);
  return text;
}

const fault = async (source: string | Buffer, order: Partial<FileOrder>, size?: number): Promise<string> => {
  const before = [];
  for await (const one of storage.all()) before.push(one);
  const outcome = await made(source, order, size).then(
    () => 'made',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );
  const after = [];
  for await (const one of storage.all()) after.push(one);
  expect(after.length).toBe(before.length + (outcome === 'made' ? 2 : 1));
  expect(await readdir(scratch())).toEqual([]);
  return outcome;
};

const named = (...names: string[]): Pick<FileOrder, 'columns'> => ({ columns: names.map((name) => ({ name })) });

const bays = `bay,street,minutes,changed,secret
B1,Cooper Lane,0037,2026-11-26T10:02:00Z,x
B2,"Tallow, Street",9.50,2026-11-26T11:59:59Z,y
B3,Beck Terrace,,26/11/2026,z
B4,Cooper Lane,many,,"a ""quote"""
`;

describe('columns and rows', () => {
  test('given columns, then they alone are there, in their order and as they are', async () => {
    expect(await made(bays, named('minutes', 'street'))).toBe(
      'minutes,street\n0037,Cooper Lane\n9.50,"Tallow, Street"\n,Beck Terrace\nmany,Cooper Lane\n',
    );
  });

  test('given the whole of it, then it is all there', async () => {
    expect(await made(bays, { whole: true })).toBe(bays);
  });

  test('given filters, then only rows that meet all of them', async () => {
    const rows = [
      { column: 'street', is: ['Cooper Lane'] },
      { column: 'minutes', until: '40' },
    ];
    expect(await made(bays, { ...named('bay'), rows })).toBe('bay\nB1\n');
    const dates = [{ column: 'changed', from: '2026-11-26', until: '2026-11-26' }];
    expect(await made(bays, { ...named('bay'), rows: dates })).toBe('bay\nB1\nB2\n');
    expect(await made(bays, { ...named('bay'), rows: [{ column: 'bay', is: ['none'] }] })).toBe('bay\n');
  });

  test('given the same source and order twice, then the same bytes', async () => {
    const order = { ...named('bay', 'street'), rows: [] };
    expect(await made(bays, order)).toBe(await made(bays, order, 1000));
  });

  test('formulas stay what they are: the data is not changed', async () => {
    expect(await made('a,b\n=1+1,@x\n', named('a', 'b'))).toBe('a,b\n=1+1,@x\n');
  });

  test.each([
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['carriage returns', 'a,b\r\n1,2\r\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['no last newline', 'a,b\n1,2'],
  ])('reads %s', async (_, source) => {
    expect(await made(source, named('b', 'a'))).toBe('b,a\n2,1\n');
  });
});

describe('coarser forms', () => {
  const only = async (column: OrderedColumn): Promise<string[]> =>
    (await made(bays, { columns: [column] })).split('\n').slice(1, -1);

  test.each<[string, OrderedColumn, string[]]>([
    ['bands', { name: 'minutes', rule: { kind: 'band', width: 10 } }, ['30 to under 40', '0 to under 10', '', '']],
    [
      'narrow bands',
      { name: 'minutes', rule: { kind: 'band', width: 0.5 } },
      ['37 to under 37.5', '9.5 to under 10', '', ''],
    ],
    ['rounding', { name: 'minutes', rule: { kind: 'round', to: 20 } }, ['40', '0', '', '']],
    ['characters', { name: 'street', rule: { kind: 'characters', keep: 2 } }, ['Co', 'Ta', 'Be', 'Co']],
    [
      'hours',
      { name: 'changed', rule: { kind: 'period', to: 'hour' } },
      ['2026-11-26T10', '2026-11-26T11', '2026-11-26', ''],
    ],
    ['months', { name: 'changed', rule: { kind: 'period', to: 'month' } }, ['2026-11', '2026-11', '2026-11', '']],
  ])('%s: what the rule cannot read is empty, never what it was', async (_, column, values) => {
    expect(await only(column)).toEqual(values);
  });

  test('numbers that no column has are empty, and fail nothing', async () => {
    const source = `n\n9223372036854775807\n1e308\n-1e400\n99999999999999999999999999999999999999\nNaN\n25\n`;
    for (const rule of [
      { kind: 'band', width: 1_000_000 },
      { kind: 'band', width: 0.000001 },
      { kind: 'round', to: 10 },
      { kind: 'total', of: 'sum' },
    ] as const) {
      expect(await made(source, { columns: [{ name: 'n', rule }] })).toMatch(/^n\n/);
    }
  });

  test('totals stand for all rows that are alike in the rest', async () => {
    const source = 'street,n,kind\nB,1,x\nA,2,x\nB,2.5,x\nA,words,x\n';
    const of = (kind: 'sum' | 'average' | 'lowest' | 'highest') =>
      made(source, { columns: [{ name: 'street' }, { name: 'n', rule: { kind: 'total', of: kind } }] });
    expect(await of('sum')).toBe('street,n\nA,2\nB,3.5\n');
    expect(await of('average')).toBe('street,n\nA,2\nB,1.75\n');
    expect(await of('lowest')).toBe('street,n\nA,2\nB,1\n');
    expect(await of('highest')).toBe('street,n\nA,2\nB,2.5\n');
  });

  test('a sample is the same whenever it is drawn, and about as large as it says', async () => {
    const source = `n\n${Array.from({ length: 5000 }, (_, n) => n).join('\n')}\n`;
    const order = { columns: [{ name: 'n', rule: { kind: 'sample', percent: 10 } as const }] };
    const sample = await made(source, order, 1000);
    expect(await made(source, order, 999)).toBe(sample);
    const rows = sample.trimEnd().split('\n').length - 1;
    expect(rows).toBeGreaterThan(400);
    expect(rows).toBeLessThan(600);
  });

  test('whatever stands in a file, nothing finer than the order comes out of it', async () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map(String),
      fc.string({ maxLength: 8 }).filter((text) => !text.includes('\0')),
      fc.constantFrom('2026-11-26T10:00:00Z', '', '"', "'; drop table source; --", '=1+1'),
    );
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const source = `n,secret\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
        const text = await made(source, { columns: [{ name: 'n', rule: { kind: 'band', width: 1000 } }] }, 1000);
        for (const line of text.trimEnd().split('\n').slice(1)) {
          expect(line).toMatch(/^(|""|-?\d+ to under -?\d+)$/);
          if (/under/.test(line)) expect(Number(line.split(' ')[0]) % 1000).toBeCloseTo(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('hostile names and values', () => {
  test.each(['a"; drop table source; --', "it's", 'two\nlines', 'c0', 'ünïcode', ' spaced '])(
    'a column called %j',
    async (name) => {
      const heading = `"${name.replaceAll('"', '""')}",c0x`;
      expect(await made(`${heading}\n1,2\n`, named(name))).toContain('\n1\n');
    },
  );

  test('a filter with the language of the database in it is a text like any other', async () => {
    const rows = [{ column: 'a', is: ["x') or 1=1 --", "'"] }];
    expect(await made("a,b\nx,1\n',2\n", { ...named('b'), rows })).toBe('b\n2\n');
  });
});

describe('faults that the provider can mend', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty'],
    ['a column that is not there', 'b\n1\n', 'column-missing'],
    ['a column that is there twice', 'a,a\n1,2\n', 'column-twice'],
    ['UTF-16', Buffer.from('a,b\n1,2\n', 'utf16le'), 'not-text'],
    ['Latin-1', Buffer.from('a,b\ncaf\xe9,2\n', 'latin1'), 'not-utf-8'],
    ['a quote that never closes', 'a,b\n1,"2\n3,4\n', 'quote-open'],
    ['a row with more fields', 'a,b\n1,2,3\n', 'not-a-table'],
    ['a row with fewer fields', 'a,b\n1,2\n3\n', 'not-a-table'],
    ['a million columns', `a,${'b,'.repeat(1_000_000)}c\n`, 'too-many-columns'],
    ['a heading whose quote never closes', '"a,b\n1,2\n', 'heading-unreadable'],
  ])('%s', async (_, source, code) => {
    expect(await fault(source, named('a'), 65_536)).toBe(code);
  });

  test('a line that never ends', async () => {
    expect(await fault(`a\n${'x'.repeat(9 * 1024 * 1024)}`, named('a'), 1_048_576)).toBe('line-too-long');
  });
});
