import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { extensionOf, fileNameOf } from './file-name.ts';

describe('the name of a file', () => {
  test.each([
    ['plan.pdf', 'plan.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\plan v2.pdf', 'plan v2.pdf'],
    ['  a\tplan\r\nof   ours.pdf ', 'a plan of ours.pdf'],
    ['nul\0l.csv', 'null.csv'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['\ufeffnotes\u200b.txt', 'notes.txt'],
    ['Cynllun trefol – Ynys Môn.pdf', 'Cynllun trefol – Ynys Môn.pdf'],
    ['Mo\u0302n.pdf', 'Môn.pdf'],
    ['.pdf', '.pdf'],
  ])('%j is kept as %j', (sent, kept) => expect(fileNameOf(sent)).toBe(kept));

  test.each(['', ' ', '..', 'folder/', '. .', '\u202e', '/'])('%j is none', (sent) =>
    expect(fileNameOf(sent)).toBeUndefined(),
  );

  test('that is too long keeps its end, and no half of a character', () => {
    const name = fileNameOf(`${'🌳'.repeat(150)}.pdf`) ?? '';
    expect(name).toMatch(/^(🌳)+….pdf$/u);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.length).toBeGreaterThan(196);
    expect(fileNameOf('x'.repeat(201))).toBe(`${'x'.repeat(198)}….`);
    expect(fileNameOf('x'.repeat(200))).toBe('x'.repeat(200));
  });

  test('is never a path, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
        const name = fileNameOf(sent);
        if (name === undefined) return;
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(name).not.toMatch(/^\.*$/);
        expect(name.isWellFormed()).toBe(true);
        expect(name.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

test.each([
  ['plan.PDF', 'pdf'],
  ['plan.tar.gz', 'gz'],
  ['.pdf', ''],
  ['plan', ''],
  ['plan.', ''],
])('%j ends in %j', (name, extension) => expect(extensionOf(name)).toBe(extension));
