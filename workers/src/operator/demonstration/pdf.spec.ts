import { expect, it } from '@jest/globals';
import { pdfOf } from './pdf.ts';

const file = Buffer.from(pdfOf('Free bays (draft)', ['A line – with “quotes”', '', 'back\\slash'])).toString('latin1');

it('is a file whose table of objects points at each of them', () => {
  expect(file.startsWith('%PDF-1.4\n')).toBe(true);
  expect(file.endsWith('%%EOF\n')).toBe(true);
  const start = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
  expect(file.slice(start, start + 4)).toBe('xref');
  const places = [...file.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
  expect(places.map((place) => file.slice(place, place + 7))).toEqual([1, 2, 3, 4, 5].map((id) => `${id} 0 obj`));
});

it('says how long its page is, and shows what would end a string', () => {
  const [, length = '', page = ''] = /Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(file) ?? [];
  expect(page).toHaveLength(Number(length));
  expect(page).toContain('(Free bays \\(draft\\)) Tj');
  expect(page).toContain('(A line \u0096 with \u0093quotes\u0094) Tj T*');
  expect(page).toContain('(back\\\\slash) Tj');
});
