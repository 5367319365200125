import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { crc32, deflateRawSync } from 'node:zlib';
import { evidenceKinds } from '#sharing/contracts';
import { archiveNames } from './archive-names.ts';
import { contentKind, namedKind } from './content-kind.ts';

const numbers = (...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

type Entries = readonly (readonly [name: string, content: string])[];

/** A zip archive as programs write it: `mimetype` as it is, all else compressed. */
function archive(entries: Entries, comment = ''): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [name, content] of entries) {
    const method = name === 'mimetype' ? 0 : 8;
    const packed = method === 0 ? Buffer.from(content) : deflateRawSync(content);
    const about = numbers(
      ...([[20, 2], [0, 2], [method, 2], [0, 4], [crc32(content), 4]] as const), // prettier-ignore
      ...([[packed.length, 4], [Buffer.byteLength(content), 4], [name.length, 2], [0, 2]] as const), // prettier-ignore
    );
    const at = Buffer.concat(files).length;
    files.push(numbers([0x04034b50, 4]), about, Buffer.from(name), packed);
    directory.push(numbers([0x02014b50, 4], [20, 2]), about, numbers([0, 2], [0, 4], [0, 4], [at, 4]));
    directory.push(Buffer.from(name));
  }
  const [begun, listed] = [Buffer.concat(files), Buffer.concat(directory)];
  const count = entries.length;
  const sizes = numbers([count, 2], [count, 2], [listed.length, 4], [begun.length, 4], [comment.length, 2]);
  return Buffer.concat([begun, listed, numbers([0x06054b50, 4], [0, 4]), sizes, Buffer.from(comment)]);
}

const contentTypes = (type: string, part: string): Entries[number] => [
  '[Content_Types].xml',
  `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/${type}.main+xml"/></Types>`,
];
const wordTypes = contentTypes('vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/document.xml');
const sheetTypes = contentTypes('vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/workbook.xml');
const macroTypes = contentTypes('vnd.ms-word.document.macroEnabled', 'word/document.xml');
const word: Entries = [
  ['_rels/.rels', '<Relationships/>'],
  ['word/document.xml', '<w:document/>'],
];
const sheet: Entries = [
  ['_rels/.rels', '<Relationships/>'],
  ['xl/workbook.xml', '<workbook/>'],
];
const open = (kind: string): Entries => [
  ['mimetype', `application/vnd.oasis.opendocument.${kind}`],
  ['content.xml', '<office:document-content/>'],
];

const samples = {
  pdf: Buffer.from(
    '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    'latin1',
  ),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  docx: archive([wordTypes, ...word]),
  xlsx: archive([sheetTypes, ...sheet]),
  odt: archive(open('text')),
  ods: archive(open('spreadsheet')),
};

/** What becomes of a file: its kind, or the reason why it is refused. */
async function judged(name: string, content: Uint8Array | string): Promise<string> {
  const named = namedKind(name);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const outcome = named.ok ? await contentKind(named.value, bytes) : named;
  return outcome.ok ? outcome.value.mediaType : (outcome.refusals[0]?.code ?? '');
}
async function explained(name: string, content: Uint8Array): Promise<string> {
  const named = namedKind(name);
  const outcome = named.ok ? await contentKind(named.value, content) : named;
  return outcome.ok ? '' : (outcome.refusals[0]?.message ?? '');
}

describe('a file that is what its name says', () => {
  test.each([
    ['plan.pdf', samples.pdf, 'application/pdf'],
    ['PLAN.PDF', samples.pdf, 'application/pdf'],
    ['map.png', samples.png, 'image/png'],
    ['photo.jpg', samples.jpg, 'image/jpeg'],
    ['photo.jpeg', samples.jpg, 'image/jpeg'],
    ['plan.docx', samples.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['counts.xlsx', samples.xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['plan.odt', samples.odt, 'application/vnd.oasis.opendocument.text'],
    ['counts.ods', samples.ods, 'application/vnd.oasis.opendocument.spreadsheet'],
    ['counts.csv', Buffer.from('road,count\nÉlan Way,4\n'), 'text/csv'],
    ['counts.csv', Buffer.from('road;price\nHigh Street;\u00a34\n', 'latin1'), 'text/csv'],
    ['ages.csv', Buffer.from('BMI,age\n21,40\n'), 'text/csv'],
    ['notes.txt', Buffer.from('\ufeffOne line.\r\n\tAnother, <5 % of all.\n'), 'text/plain'],
    ['mail.txt', Buffer.from('<ada@exchester.example> wrote:\n'), 'text/plain'],
  ])('%s is taken', async (name, content, mediaType) => {
    expect(await judged(name, content)).toBe(mediaType);
  });

  test('is taken whatever order its parts have, and with a comment at the end', async () => {
    const word2 = archive([...word, wordTypes]);
    expect(await judged('plan.docx', word2)).toBe(await judged('plan.docx', samples.docx));
    expect(await judged('counts.xlsx', archive([...sheet, sheetTypes], 'PK\x05\x06'))).toContain('spreadsheetml');
  });
});

describe('a kind that is not taken', () => {
  test.each([
    'run.exe',
    'page.html',
    'drawing.svg',
    'go.sh',
    'old.doc',
    'slides.pptx',
    'all.zip',
    'plan',
    '.pdf',
    'a.',
  ])('%s is refused by its name, and the refusal says what is taken', async (name) => {
    expect(await judged(name, samples.pdf)).toBe('sharing.file-kind-refused');
    expect(await explained(name, samples.pdf)).toMatch(/PDF, Word \(DOCX\), .*CSV or plain text \(TXT\)\.$/);
  });

  test.each(['plan.docm', 'plan.dotm', 'counts.xlsm', 'counts.xlsb'])('%s may hold macros', async (name) => {
    expect(await judged(name, samples.docx)).toBe('sharing.file-macros');
  });
});

describe('a file that is another than its name says', () => {
  test.each([
    ['plan.pdf', samples.png],
    ['plan.docx', samples.xlsx],
    ['counts.xlsx', samples.ods],
    ['plan.odt', samples.ods],
    ['plan.docx', archive([['readme.txt', 'word']])],
    ['map.png', samples.jpg],
    ['plan.pdf', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['plan.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['notes.txt', samples.pdf],
    ['counts.csv', samples.xlsx],
    ['plan.docx', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['plan.docx', samples.docx.subarray(0, samples.docx.length - 30)],
    ['plan.odt', samples.odt.subarray(0, 80)],
  ])('%s (%#) is refused', async (name, content) => {
    expect(await judged(name, content)).toBe('sharing.file-not-as-named');
  });

  test('is told what it is, where it is one that is taken', async () => {
    expect(await explained('plan.docx', samples.xlsx)).toContain('Excel (XLSX)');
    expect(await explained('plan.pdf', Buffer.from('nothing'))).toContain('Save it as PDF again');
  });
});

describe('macros', () => {
  test.each([
    ['plan.docx', archive([macroTypes, ...word])],
    ['plan.docx', archive([wordTypes, ...word, ['word/vbaProject.bin', 'x']])],
    ['plan.docx', archive([...word, ['word/VBAPROJECT.BIN', 'x'], macroTypes])],
    ['counts.xlsx', archive([sheetTypes, ...sheet, ['xl/macrosheets/sheet1.xml', '<x/>']])],
    ['plan.odt', archive([...open('text'), ['Basic/Standard/Module1.xml', '<x/>']])],
    ['counts.ods', archive([...open('spreadsheet'), ['Scripts/python/run.py', 'pass']])],
  ])('in %s (%#) are refused', async (name, content) => {
    expect(await judged(name, content)).toBe('sharing.file-macros');
  });
});

describe('text', () => {
  test.each([
    ['NUL', Buffer.from('road\0count\n')],
    ['UTF-16', Buffer.from('\ufeffroad,count\n', 'utf16le')],
    ['neither UTF-8 nor Windows-1252', Buffer.from([0x61, 0x81, 0xff, 0x0a])],
  ])('with %s is none', async (_, content) => {
    expect(await judged('counts.csv', content)).toBe('sharing.file-no-text');
  });

  test.each([
    '<!DOCTYPE html><p>Hello',
    '\ufeff\n  <HTML>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    '<?xml version="1.0"?><svg/>',
    '<?php echo 1;',
    '<!-- a page --><p>',
    '<script>alert(1)</script>',
    '#!/bin/sh\nrm -rf .',
  ])('%j is a page, a picture or a script', async (content) => {
    expect(await judged('notes.txt', content)).toBe('sharing.file-script');
    expect(await judged('counts.csv', content)).toBe('sharing.file-script');
  });
});

test.each(evidenceKinds.map(({ extensions: [extension] }) => extension))(
  'an empty .%s is refused',
  async (extension) => {
    expect(await judged(`nothing.${extension}`, '')).toBe('sharing.file-empty');
  },
);

test('the parts of an archive are those of the directory at its end, if it is whole', () => {
  expect(archiveNames(samples.odt)).toEqual(['mimetype', 'content.xml']);
  expect(archiveNames(Buffer.concat([samples.odt, Buffer.from('x')]))).toBeUndefined();
  expect(archiveNames(archive([]))).toEqual([]);
});

test('any bytes under any name are taken or refused, and none is a fault of ours', async () => {
  const sample = fc.constantFrom(...Object.values(samples));
  const damaged = fc
    .tuple(sample, fc.nat(400), fc.uint8Array({ maxLength: 8 }))
    .map(([content, at, bytes]) =>
      Buffer.concat([content.subarray(0, at), bytes, content.subarray(at + bytes.length)]),
    );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...evidenceKinds),
      fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged),
      async (kind, content) => {
        const outcome = await contentKind(kind, content);
        expect(outcome.ok ? outcome.value : kind).toBe(kind);
      },
    ),
    { numRuns: 400 },
  );
});
