/** A dataset that somebody wants to ask for, as it was when they put it in. */
export interface WantedDataset {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly publisher: { readonly id: string; readonly name: string };
}

/** As many as one request may ask for. */
export const mostWanted = 50;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isWanted = (value: unknown): value is WantedDataset => {
  const { id, slug, title, publisher } = (value ?? {}) as Partial<WantedDataset>;
  return [id, slug, title, publisher?.id, publisher?.name].every(isText);
};

/** Reads what a browser kept, which may be anything: only what is a dataset comes back, each once. */
export function wantedIn(kept: string | null): readonly WantedDataset[] {
  try {
    const parsed: unknown = JSON.parse(kept ?? '[]');
    const wanted = Array.isArray(parsed) ? parsed.filter(isWanted) : [];
    return wanted.filter((one, at) => wanted.findIndex(({ id }) => id === one.id) === at).slice(0, mostWanted);
  } catch {
    return [];
  }
}

/** A dataset that is there already takes its new name and keeps its place. */
export function withWanted(items: readonly WantedDataset[], added: WantedDataset): readonly WantedDataset[] {
  const { id, slug, title, publisher } = added;
  const one = { id, slug, title, publisher: { id: publisher.id, name: publisher.name } };
  if (items.some((item) => item.id === id)) return items.map((item) => (item.id === id ? one : item));
  return items.length < mostWanted ? [...items, one] : items;
}
