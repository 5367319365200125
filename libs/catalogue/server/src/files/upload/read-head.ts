import { inferColumns } from '#catalogue/domain';
import { accepted, refusal, refused, type Outcome } from '#kernel';
import type { Storage, WrittenFile } from '#platform/storage';
import { decodeText } from '../decode.ts';
import { firstRows } from '../first-rows.ts';

/** As much of a file as is looked at when it comes. */
const headBytes = 1024 * 1024;
const limits = { rows: 500, columns: 2000, cell: 300 };

export type InferredColumns = ReturnType<typeof inferColumns>;

export async function headOf(storage: Storage, file: WrittenFile): Promise<Uint8Array> {
  if (file.bytes === 0) return new Uint8Array();
  const parts: Uint8Array[] = [];
  for await (const part of await storage.read(file.id, { from: 0, until: headBytes - 1 }))
    parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

const faulty = (reason: string, message: string) => refused(refusal(`catalogue.csv-${reason}`, message, 'file'));

/** Whether a quote that opens in the text is never closed in it. */
const isQuoteOpen = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1;

/** The columns of a CSV file, by its heading and its first rows. */
export function columnsOf(head: Uint8Array, whole: boolean): Outcome<InferredColumns> {
  const text = decodeText(head, whole);
  const line = text.slice(0, /\r|\n/.exec(text)?.index ?? text.length);
  if (!whole && line.length === text.length)
    return faulty('heading', 'The first line does not end within a million characters. It should name the columns.');
  if (whole && isQuoteOpen(text)) return faulty('quote', 'A quotation mark opens a cell and is never closed.');
  const { columns, rows } = firstRows(text, whole, { ...limits, columns: limits.columns + 1 });
  if (columns.length > limits.columns)
    return faulty(
      'columns',
      `The first line names more than ${limits.columns} columns. Split the file, or check its separator.`,
    );
  const repeated = columns.find((name, place) => columns.indexOf(name) !== place);
  if (repeated !== undefined) return faulty('repeated', `The first line names the column “${repeated}” twice.`);
  if (rows.length === 0) return faulty('empty', 'There is no row below the heading.');
  return accepted(inferColumns(columns, rows));
}

export const isWholeIn = (file: WrittenFile): boolean => file.bytes <= headBytes;
