/** Types of Table Schema that can be told from cells, the narrower first. */
const shapes: readonly (readonly [type: string, matches: RegExp])[] = [
  ['boolean', /^(true|false|yes|no)$/i],
  ['integer', /^[+-]?\d{1,15}$/],
  ['number', /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['datetime', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/],
  ['time', /^\d{2}:\d{2}(:\d{2})?$/],
];

/** A number that begins with a nought is a code: a telephone, an account, a ward. */
const isCode = (cell: string): boolean => /^0\d/.test(cell);

/** The type that all cells of a column have which are not empty; text where they differ, or there are none. */
export function typeOfCells(cells: readonly string[]): string {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some(isCode)) return 'string';
  return shapes.find(([, matches]) => filled.every((cell) => matches.test(cell)))?.[0] ?? 'string';
}

/** What the first rows of a file say of its columns. */
export const inferColumns = (
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly { readonly name: string; readonly type: string }[] =>
  names.map((name, place) => ({ name, type: typeOfCells(rows.map((row) => row[place] ?? '')) }));
