/** A step in a list of pages: a page to go to, or a gap. */
export type PageStep = { readonly page: number } | { readonly gap: true };

/**
 * Which pages a reader is offered: the first, the last, the current and its neighbours; what is left out is shown as a gap.
 * @param current counted from 1
 */
export function pageSteps(current: number, last: number): readonly PageStep[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const shown = [...new Set(wanted)].sort((one, other) => one - other);
  return shown.flatMap((page, at) => {
    const before = shown[at - 1];
    const missing = before === undefined ? 0 : page - before - 1;
    if (missing === 1) return [{ page: page - 1 }, { page }];
    return missing > 1 ? [{ gap: true as const }, { page }] : [{ page }];
  });
}
