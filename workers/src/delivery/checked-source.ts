import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { FileFault } from './file-order.ts';

/** Columns in a heading; a file with more is no table that anybody asked for. */
export const mostColumns = 2000;

/** Bytes of one line: more is no table. The database reads in pieces of many such lines, so that this is a matter of memory. */
export const longestLine = 2 * 1024 * 1024;
/** A heading of so many columns, each name as long as a name may be. */
export const longestHeading = 1024 * 1024;

const newline = 0x0a;
const bom = Buffer.from([0xef, 0xbb, 0xbf]);

function check(bytes: Buffer): void {
  if (bytes.includes(0)) {
    throw new FileFault('not-text', 'The file is not UTF-8 text: it holds zero bytes, as UTF-16 and programs do.');
  }
  if (!isUtf8(bytes)) {
    throw new FileFault('not-utf-8', 'The file is not UTF-8 text. Save it as “CSV UTF-8” and attach it again.');
  }
}

/**
 * The source in whole lines, each checked: UTF-8 without zero bytes, its byte order mark taken off.
 * @throws FileFault where it is no text, in the middle of it
 */
export async function* checkedLines(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  const checked = (bytes: Buffer): Buffer => {
    const text = !begun && bytes.subarray(0, 3).equals(bom) ? bytes.subarray(3) : bytes;
    begun = true;
    check(text);
    return text;
  };
  for await (const chunk of content) {
    const bytes = rest.byteLength === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(newline) + 1;
    if (end > 0) yield checked(bytes.subarray(0, end));
    rest = bytes.subarray(end);
    if (rest.byteLength > longestLine) throw new FileFault('line-too-long', 'A line of the file is longer than 2 MB.');
  }
  if (rest.byteLength > 0) yield checked(rest);
}

export interface Heading {
  readonly names: readonly string[];
  readonly delimiter: string;
}

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads the heading from the beginning of a file. Of the delimiters in use it takes the one by which the heading has most
 * columns; quoted names are kept whole.
 */
export function headingIn(text: string): Heading {
  if (text.trim() === '') throw new FileFault('empty', 'The file is empty.');
  const [line = ''] = text.split('\n', 1);
  if (line.length >= longestHeading || line.split(',').length > mostColumns * 2) throw tooWide;
  const headings = delimiters.flatMap((delimiter) => parsed(text, delimiter) ?? []);
  const [widest] = headings.sort((one, other) => other.names.length - one.names.length);
  if (!widest) {
    throw new FileFault('heading-unreadable', 'The heading of the file cannot be read: a quote in it never closes.');
  }
  if (widest.names.length > mostColumns) throw tooWide;
  return widest;
}

function parsed(text: string, delimiter: string): Heading | undefined {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      to: 1,
      relax_column_count: true,
      max_record_size: longestHeading,
    });
    return { names: rows[0] ?? [], delimiter };
  } catch {
    return undefined;
  }
}

const tooWide = new FileFault(
  'too-many-columns',
  `The file has more than ${mostColumns.toLocaleString('en-GB')} columns.`,
);
