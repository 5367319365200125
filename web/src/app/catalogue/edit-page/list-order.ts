/** The list with one entry in another place; an impossible move changes nothing. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): readonly Entry[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

export const without = <Entry>(list: readonly Entry[], at: number): readonly Entry[] =>
  list.filter((_, index) => index !== at);
