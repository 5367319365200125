import { parse } from 'csv-parse/sync';

export interface RowLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
}

export const defaultRowLimits: RowLimits = { rows: 20, columns: 100, cell: 300 };

export interface FirstRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows without the heading; absent where the text was cut off before its end. */
  readonly total?: number;
}

const separators = [',', ';', '\t', '|'] as const;

/** The separator that the first line has most of, outside quotes. */
export function separatorOf(text: string): string {
  const first = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 1)[0] ?? '';
  const counted = separators.map((separator) => ({ separator, times: first.split(separator).length - 1 }));
  return counted.reduce((most, next) => (next.times > most.times ? next : most)).separator;
}

/** Reads what it can: a quote never closed ends the reading, what came before it stands. */
function recordsOf(text: string, most: number | undefined): { records: string[][]; clean: boolean } {
  const records: string[][] = [];
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      ...(most === undefined ? {} : { to: most }),
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
    return { records, clean: true };
  } catch {
    return { records, clean: false };
  }
}

const shortened = (cell: string, longest: number): string => {
  const shown = cell.trim();
  return shown.length > longest ? `${shown.slice(0, longest).trimEnd()}…` : shown;
};

const nameAt = (heading: readonly string[], index: number): string => heading[index]?.trim() || `Column ${index + 1}`;

/**
 * The first rows of a CSV text as a rectangle: short rows are filled with empty cells, cells beyond the heading get a
 * column named by its place, long cells end in an ellipsis.
 * @param whole whether the text is the whole file; else its last record is left out, since it may be half of one
 */
export function firstRows(text: string, whole: boolean, limits: RowLimits = defaultRowLimits): FirstRows {
  // Heading, rows, and the last record, which may be half of one.
  const { records, clean } = recordsOf(text, whole ? undefined : limits.rows + 2);
  if (!whole && clean && records.length > 1) records.pop();
  const [heading = [], ...body] = records;
  const shown = body.slice(0, limits.rows);
  const width = Math.min(limits.columns, Math.max(heading.length, ...shown.map((row) => row.length)));
  const places = Array.from({ length: width }, (_, index) => index);
  return {
    columns: places.map((index) => shortened(nameAt(heading, index), limits.cell)),
    rows: shown.map((row) => places.map((index) => shortened(row[index] ?? '', limits.cell))),
    ...(whole && clean ? { total: body.length } : {}),
  };
}
