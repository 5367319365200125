/** Of A4, in points. */
const [width, height] = [595, 842];
const margin = 56;
const leading = 16;

/** Windows-1252 has our dashes and quotation marks where Latin-1 has none. */
const bytesOf = (text: string): string =>
  text.replace(
    /[–—‘’“”]/g,
    (sign) =>
      ({ '–': '\u0096', '—': '\u0097', '‘': '\u0091', '’': '\u0092', '“': '\u0093', '”': '\u0094' })[sign] ?? sign,
  );

const shown = (text: string): string => `(${bytesOf(text).replace(/[\\()]/g, '\\$&')}) Tj`;

/** One page of text as a PDF (ISO 32000-1, 7.5): Helvetica, the title larger, one line under the other. */
export function pdfOf(title: string, lines: readonly string[]): Uint8Array {
  const page = [
    'BT',
    `/F1 15 Tf ${margin} ${height - margin} Td ${shown(title)}`,
    `/F1 10.5 Tf ${leading} TL 0 -${2 * leading} Td`,
    ...lines.map((line) => `${shown(line)} T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
