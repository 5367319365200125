import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { withScratchFolder, type Storage, type WrittenFile } from '#platform/storage';
import { checkedLines, headingIn, longestHeading, longestLine, type Heading } from './checked-source.ts';
import { FileFault, type FileOrder } from './file-order.ts';
import { inLockedDatabase, usualLimits, type DatabaseLimits } from './locked-database.ts';
import { columnAt, literal, selection } from './select-sql.ts';

export interface FileParts {
  readonly storage: Storage;
  /** Folder under which each work has one of its own. */
  readonly scratch: string;
}

export interface FileMade extends WrittenFile {
  readonly rows: number;
}

/**
 * Makes the file of a permission from a stored CSV: the columns of the order in their forms, the rows that its filters let
 * through, and nothing else; the same bytes for the same source and order. Values are text and stay as they are, formulas too:
 * what a spreadsheet makes of them is its own affair.
 * @throws FileFault what the provider can mend, FileMissing where the store has lost the source
 */
export async function makeFile(
  { storage, scratch }: FileParts,
  source: { readonly id: string },
  order: FileOrder,
  limits: DatabaseLimits = usualLimits,
): Promise<FileMade> {
  return withScratchFolder(scratch, async (folder) => {
    try {
      const from = await folder.write('source.csv', checkedLines(await storage.read(source.id)));
      const to = join(folder.path, 'result.csv');
      const heading = headingIn((await folder.beginning('source.csv', longestHeading)).toString('utf8'));
      const chosen = selection(order, heading.names);
      const rows = await inLockedDatabase(folder.path, limits, async (connection) => {
        await connection.run(`create view source as select * from ${reading(from, heading)}`);
        const copied = await connection.runAndReadAll(
          `copy (${chosen.sql}) to ${literal(to)} (format csv, header false, delimiter ',', quote '"', escape '"')`,
        );
        return Number(copied.getRows()[0]?.[0] ?? 0);
      });
      return { ...(await storage.write(withHeading(chosen.heading, folder.read('result.csv')))), rows };
    } catch (error) {
      throw faultOf(error);
    }
  });
}

/** Every value as text, every line checked: nothing is guessed, skipped or filled up. */
function reading(path: string, { names, delimiter }: Heading): string {
  const columns = names.map((_, place) => `${literal(columnAt(place))}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = true, columns = {${columns}}, delim = ${literal(delimiter)},
    quote = '"', escape = '"', strict_mode = true, null_padding = false, ignore_errors = false, max_line_size = ${longestLine})`;
}

async function* withHeading(names: readonly string[], rows: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield Buffer.from(stringify([[...names]], { record_delimiter: '\n' }));
  yield* rows;
}

/** What the database says of a file that is no table, in words for whoever can mend it. */
function faultOf(error: unknown): unknown {
  if (error instanceof FileFault) return error;
  const { message = '', code } = error as Partial<NodeJS.ErrnoException>;
  if (code === 'ENOSPC' || /no space left/i.test(message)) {
    return new FileFault('disk-full', 'There is no room left on the disk. Make room, and let it be made again.');
  }
  if (/out of memory/i.test(message)) {
    return new FileFault('too-large', 'The file is too large for what is asked of it. Ask for fewer rows or columns.');
  }
  if (!/csv/i.test(message)) return error;
  const line = /line:? (\d+)/i.exec(message)?.[1];
  const where = line === undefined ? 'A line of the file' : `Line ${Number(line).toLocaleString('en-GB')} of the file`;
  if (/unterminated/i.test(message)) return new FileFault('quote-open', `${where} has a quote that never closes.`);
  return new FileFault('not-a-table', `${where} does not have as many fields as the heading.`);
}
