import type { AskedDatasetView } from '#sharing/contracts';
import type { BasketItem } from '#sharing/domain';

export type ListedColumn = AskedDatasetView['available'][number];

/** Columns chosen or no longer chosen, in the order of the list; a reason given before stays with its column. */
export function withColumns(
  item: BasketItem,
  choice: { readonly columns: readonly string[]; readonly chosen: boolean },
  { listed, before }: { readonly listed: readonly ListedColumn[]; readonly before?: ReadonlyMap<string, string> },
): BasketItem {
  const wanted = new Map(item.columns.map(({ column, justification }) => [column, justification]));
  for (const column of choice.columns) {
    if (!choice.chosen) wanted.delete(column);
    else if (!wanted.has(column)) wanted.set(column, before?.get(column) ?? '');
  }
  const known = listed.map(({ id }) => id).filter((id) => wanted.has(id));
  const others = [...wanted.keys()].filter((id) => !known.includes(id));
  return {
    ...item,
    columns: [...known, ...others].map((column) => ({ column, justification: wanted.get(column) ?? '' })),
  };
}

/** The same reason for several columns. */
export const withReason = (item: BasketItem, columns: readonly string[], justification: string): BasketItem => ({
  ...item,
  columns: item.columns.map((one) => (columns.includes(one.column) ? { ...one, justification } : one)),
});

/** A part in words; an empty one is left out. */
export function withWords(item: BasketItem, part: 'fields' | 'rows', words: string): BasketItem {
  const { [part]: _before, ...others } = item;
  return words === '' ? others : { ...others, [part]: words };
}

export function withWhole({ whole: _before, ...others }: BasketItem, whole: boolean): BasketItem {
  return whole ? { ...others, whole } : others;
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Whether it is said what is wanted: columns, fields in words, or all of it. */
export const saysWhat = ({ columns, fields, whole }: BasketItem): boolean =>
  columns.length > 0 || !blank(fields) || whole === true;

/** Columns that are chosen and have no reason yet. */
export const withoutReason = ({ columns }: BasketItem): readonly string[] =>
  columns.filter(({ justification }) => blank(justification)).map(({ column }) => column);

/** Columns in which all words occur, in name, title or description. */
export function found(columns: readonly ListedColumn[], words: string): readonly ListedColumn[] {
  const wanted = words.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return columns;
  return columns.filter(({ name, title = '', description = '' }) => {
    const text = `${name} ${title} ${description}`.toLocaleLowerCase('en-GB');
    return wanted.every((word) => text.includes(word));
  });
}
