import type { FormRule } from '#sharing/domain';
import { FileFault, type FileOrder, type OrderedColumn, type OrderedRows } from './file-order.ts';

/** A text as a literal of SQL: DuckDB knows no escape in it but the doubled quote. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Columns of the source stand under names of ours, so that no name of a stranger reaches the statement. */
export const columnAt = (place: number): string => `c${place}`;

const numberOf = (column: string): string => `try_cast(trim(${column}) as decimal(38, 9))`;

/** A decimal without the zeros that say nothing. */
const plain = (value: string): string => `rtrim(rtrim(cast(${value} as varchar), '0'), '.')`;

const decimal = (value: number): string => `cast(${literal(value.toFixed(9))} as decimal(18, 9))`;

/**
 * A multiple of a width as text, the lower bound of the band in which a number lies. Whole widths are counted in whole numbers:
 * decimals are exact and take ten times as long.
 */
const multiple = (count: string, width: number): string =>
  Number.isInteger(width)
    ? `cast(try_cast(${count} as bigint) * ${width} as varchar)`
    : plain(`try_cast(${count} as decimal(20, 0)) * ${decimal(width)}`);

/** How many widths fit into a number; empty where there is none, or one beyond what doubles count exactly. */
function widthsIn(column: string, width: number): string {
  const number = `try_cast(trim(${column}) as double)`;
  return `case when abs(${number}) < 1e15 then ${number} end / ${width}`;
}

/** `2026-11-26T10:00:00Z` and `26/11/2026` as ISO 8601 text; anything else is no date. */
const isoOf = (column: string): string =>
  `case when regexp_matches(${column}, '^\\d{4}-\\d{2}-\\d{2}') then ${column}
     when regexp_matches(${column}, '^\\d{2}/\\d{2}/\\d{4}')
       then substr(${column}, 7, 4) || '-' || substr(${column}, 4, 2) || '-' || left(${column}, 2) || substr(${column}, 11) end`;

const charactersOfPeriod = { year: 4, month: 7, day: 10, hour: 13 } as const;

/**
 * A column in its coarser form, as text. What the rule cannot read (words where numbers stand) becomes empty: what is finer
 * than the form never passes.
 */
function formed(column: string, rule: FormRule | undefined): string {
  switch (rule?.kind) {
    case undefined:
    case 'sample':
      return column;
    case 'band': {
      const count = `floor(${widthsIn(column, rule.width)})`;
      return `${multiple(count, rule.width)} || ' to under ' || ${multiple(`${count} + 1`, rule.width)}`;
    }
    case 'round':
      return multiple(`round(${widthsIn(column, rule.to)})`, rule.to);
    case 'characters':
      return `left(${column}, ${rule.keep})`;
    case 'period':
      return `left(${isoOf(column)}, ${charactersOfPeriod[rule.to]})`;
    case 'total':
      return total(column, rule.of);
  }
}

function total(column: string, of: Extract<FormRule, { kind: 'total' }>['of']): string {
  const number = numberOf(column);
  switch (of) {
    case 'sum':
      return plain(`cast(sum(${number}) as decimal(38, 9))`);
    case 'average':
      return plain(`cast(round(avg(cast(${number} as double)), 6) as decimal(38, 9))`);
    case 'lowest':
      return plain(`min(${number})`);
    case 'highest':
      return plain(`max(${number})`);
  }
}

/** Where a named column stands; the source must have it once. */
export function placeOf(name: string, heading: readonly string[]): number {
  const place = heading.indexOf(name);
  if (place < 0) throw new FileFault('column-missing', `The file has no column “${name}”.`);
  if (heading.lastIndexOf(name) !== place) {
    throw new FileFault('column-twice', `The file has more than one column “${name}”.`);
  }
  return place;
}

function condition(filter: OrderedRows, heading: readonly string[]): string {
  const column = columnAt(placeOf(filter.column, heading));
  if ('is' in filter) return `${column} in (${filter.is.map(literal).join(', ')})`;
  const parts = [
    ...(filter.from === undefined ? [] : [bound(column, '>=', filter.from)]),
    ...(filter.until === undefined ? [] : [bound(column, '<=', filter.until)]),
  ];
  return parts.join(' and ');
}

/** Numbers are compared as such where both sides are; else texts, as far as the bound says: a day holds all its hours. */
function bound(column: string, operator: '>=' | '<=', value: string): string {
  const text = literal(value);
  return `case when ${numberOf(column)} is not null and ${numberOf(text)} is not null
    then ${numberOf(column)} ${operator} ${numberOf(text)} else left(${column}, ${value.length}) ${operator} ${text} end`;
}

/** The same rows whenever a sample is drawn: by what stands in them, not by chance. */
const sampled = (percent: number, width: number): string => {
  const all = Array.from({ length: width }, (_, place) => `coalesce(${columnAt(place)}, '')`);
  return `md5_number_lower(concat_ws(chr(31), ${all.join(', ')})) % 1000000 < ${Math.round(percent * 10_000)}`;
};

const isTotal = ({ rule }: OrderedColumn): boolean => rule?.kind === 'total';

/** @returns the selection from the table `source`, and the heading of what it gives */
export function selection(
  order: FileOrder,
  heading: readonly string[],
): { readonly sql: string; readonly heading: readonly string[] } {
  const columns = order.whole ? heading.map((name): OrderedColumn => ({ name })) : order.columns;
  const places = columns.map(({ name }, index) => (order.whole ? index : placeOf(name, heading)));
  const chosen = columns.map(({ rule }, index) => `${formed(columnAt(places[index] ?? 0), rule)} as o${index}`);
  const percent = columns
    .map(({ rule }) => (rule?.kind === 'sample' ? rule.percent : undefined))
    .find((one) => one !== undefined);
  const conditions = [
    ...order.rows.map((filter) => condition(filter, heading)),
    ...(percent === undefined ? [] : [sampled(percent, heading.length)]),
  ].filter((one) => one !== '');
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const alike = columns.flatMap((column, index) => (isTotal(column) ? [] : [`o${index}`]));
  const grouped =
    columns.some(isTotal) && alike.length > 0 ? ` group by ${alike.join(', ')} order by ${alike.join(', ')}` : '';
  return { sql: `select ${chosen.join(', ')} from source${where}${grouped}`, heading: columns.map(({ name }) => name) };
}
