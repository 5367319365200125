import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewView } from '#catalogue/contracts';
import { uuidv7 } from '#kernel';
import { DiskStorage, FileMissing } from '#platform/storage';
import { isPreviewable, previewOf } from './preview.ts';

let root: string;
let storage: DiskStorage;
const distribution = uuidv7(Date.UTC(2026, 10, 23));

const stored = async (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const written = await storage.write(
    (async function* () {
      yield bytes;
    })(),
  );
  return { ...written, mediaType: 'text/csv' };
};

const preview = async (content: string | Uint8Array, limits?: { rows: number; columns: number; cell: number }) =>
  previewView.parse(await previewOf(storage, { distribution, title: 'A file', file: await stored(content) }, limits));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'preview-'));
  storage = new DiskStorage(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('preview of a stored CSV file', () => {
  it('shows the first rows under their heading and counts all of a short file', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `R${index},Monday`).join('\n');
    const view = await preview(`round,day\n${rows}\n`);
    expect(view.columns).toEqual(['round', 'day']);
    expect(view.rows).toHaveLength(20);
    expect(view.rows[0]).toEqual(['R0', 'Monday']);
    expect(view.total).toBe(50);
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('café,£\nthé,5\n')],
    ['UTF-8 with a byte order mark', new TextEncoder().encode('\ufeffcafé,£\nthé,5\n')],
    ['Windows-1252', Uint8Array.from(Buffer.from('café,£\nthé,5\n', 'latin1'))],
    ['UTF-16 with a byte order mark', Uint8Array.from(Buffer.from('\ufeffcafé,£\nthé,5\n', 'utf16le'))],
  ])('reads %s', async (_, bytes) => {
    const view = await preview(bytes);
    expect(view.columns).toEqual(['café', '£']);
    expect(view.rows).toEqual([['thé', '5']]);
  });

  it('makes a rectangle of ragged rows, losing no cell', async () => {
    const view = await preview('a,,c\n1\n1,2,3,4\n\n');
    expect(view.columns).toEqual(['a', 'Column 2', 'c', 'Column 4']);
    expect(view.rows).toEqual([
      ['1', '', '', ''],
      ['1', '2', '3', '4'],
    ]);
  });

  it.each([';', '\t', '|'])('takes %j for a separator', async (separator) => {
    const view = await preview(`a${separator}"b, c"\n1${separator}2,5\n`);
    expect(view.columns).toEqual(['a', 'b, c']);
    expect(view.rows).toEqual([['1', '2,5']]);
  });

  it('limits cells, columns and rows', async () => {
    const view = await preview(`a,b,c\n${'x'.repeat(1000)},2,3\n4,5,6\n`, { rows: 1, columns: 2, cell: 10 });
    expect(view.columns).toEqual(['a', 'b']);
    expect(view.rows).toEqual([[`${'x'.repeat(10)}…`, '2']]);
    expect(view.total).toBe(2);
  });

  it('keeps line ends and separators within quotes', async () => {
    const view = await preview('a,b\r\n"one\r\ntwo","x, ""y"""\r\n');
    expect(view.rows).toEqual([['one\r\ntwo', 'x, "y"']]);
  });

  it('reads only the head of a long file, and gives no count that it has not made', async () => {
    const line = `${'y'.repeat(97)},é\n`;
    const view = await preview(`a,b\n${line.repeat(12_000)}`, { rows: 100_000, columns: 5, cell: 200 });
    expect(view.total).toBeUndefined();
    expect(view.rows.length).toBeGreaterThan(9_000);
    expect(view.rows.length).toBeLessThan(12_000);
    expect(new Set(view.rows.map((row) => row.join(',')))).toEqual(new Set([`${'y'.repeat(97)},é`]));
  });

  it('shows what came before a quote that is never closed', async () => {
    const view = await preview('a,b\n1,2\n"3,4\n5,6\n');
    expect(view.rows).toEqual([['1', '2']]);
    expect(view.total).toBeUndefined();
  });

  it.each(['', '\n\n', '\ufeff'])('has nothing to show of %j', async (content) => {
    expect(await preview(content)).toMatchObject({ columns: [], rows: [] });
  });

  it('says so when the store has lost the file', async () => {
    const file = await stored('a\n1\n');
    await storage.remove(file.id);
    await expect(previewOf(storage, { distribution, title: 'Lost', file })).rejects.toThrow(FileMissing);
  });

  it('is made of rows of text alone', () => {
    expect(isPreviewable({ mediaType: 'text/csv' })).toBe(true);
    expect(isPreviewable({ mediaType: 'text/csv; charset=windows-1252' })).toBe(true);
    expect(isPreviewable({ mediaType: 'application/pdf' })).toBe(false);
  });
});
